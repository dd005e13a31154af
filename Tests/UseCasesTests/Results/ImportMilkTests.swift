import Kernel
import Prophylaxis
import Store
import TestSupport
import Testing
import UseCases

@Suite struct ImportMilkTests {
    @Test(
        "PRO-170, PRO-175: a negative result is attached by EDE number and the status computed",
        arguments: Engine.allCases)
    func attaches(_ engine: Engine) async throws {
        try await MilkDesk.with(engine) { desk in
            let outcome = try await desk.send([MilkDesk.line()])
            #expect(outcome.run.state == .accepted)
            #expect(outcome.recomputed == 1)
            #expect(
                try await desk.texts("SELECT status FROM disease_state WHERE disease = 'BRU' AND tested = 1") == ["SA"])
            #expect(
                try await desk.texts("SELECT last_result_on FROM disease_state WHERE disease = 'BRU'") == ["2020-11-20"]
            )
            // PRO-176, PRO-177: a milk result is no visit.
            #expect(try await desk.count("SELECT count(*) FROM visit") == 0)
        }
    }

    @Test("PRO-172: the same dossier sent again replaces its results", arguments: Engine.allCases)
    func replaces(_ engine: Engine) async throws {
        try await MilkDesk.with(engine) { desk in
            _ = try await desk.send([
                MilkDesk.line(), MilkDesk.line("99000002", dossier: "D1"), MilkDesk.line(dossier: "D2"),
            ])
            _ = try await desk.send([MilkDesk.line("99000001", "NEG", sampled: "2020-11-11")])
            let standing = try await desk.texts(
                "SELECT dossier || ' ' || sampled_on FROM milk_result WHERE replaced_by IS NULL ORDER BY 1")
            #expect(standing == ["D1 2020-11-11", "D2 2020-11-10"])
            #expect(try await desk.count("SELECT count(*) FROM milk_result") == 4)
        }
    }

    @Test("decision 4: a replacement that removes a non-negative waits for the authority", arguments: Engine.allCases)
    func removal(_ engine: Engine) async throws {
        try await MilkDesk.with(engine) { desk in
            _ = try await desk.send([MilkDesk.line("99000001", "POS")])
            _ = try await desk.send([MilkDesk.line("99000001", "NEG")])
            let kinds = try await desk.texts("SELECT audience || ' ' || kind FROM work_item ORDER BY kind")
            #expect(kinds == ["authority alert-non-negative", "authority replacement-removes-non-negative"])
            #expect(
                try await desk.count("SELECT count(*) FROM work_item WHERE intervention_id = \(desk.interventions[0])")
                    == 2)
        }
    }

    @Test(
        "PRO-300, decision 3: milk counts for the campaign of its months, and says nothing of those before",
        arguments: Engine.allCases)
    func otherCampaigns(_ engine: Engine) async throws {
        try await MilkDesk.with(engine) { desk in
            try await desk.database.write { connection in
                let fixture = Fixture(connection, from: 700)
                var before = CampaignParameters(department: Fixture.department, prophylaxisYear: 2020)
                before.startsOn = day("2019-10-01")
                before.endsOn = day("2020-04-30")
                let campaign = try fixture.campaign(before)
                try connection.execute("UPDATE campaign SET state = 'closed' WHERE id = ?", [.int(campaign)])
                let herd = try connection.first(
                    "SELECT herd_id FROM intervention WHERE id = ?", [.int(desk.interventions[0])]
                ) { $0.int(0) }
                let former = try fixture.intervention(in: campaign, of: try #require(herd))
                try fixture.plan(.brucellosis, .milk, in: campaign, former)
            }
            _ = try await desk.send([MilkDesk.line("99000001", "POS")])
            let told = try await desk.texts("SELECT kind || ' ' || intervention_id FROM work_item")
            #expect(told == ["alert-non-negative \(desk.interventions[0])"])
            _ = try await desk.send([MilkDesk.line("99000001", "NEG", sampled: "2020-03-10", analysed: "2020-03-12")])
            let removed = try await desk.texts(
                "SELECT intervention_id FROM work_item WHERE kind = 'replacement-removes-non-negative'")
            #expect(removed == [String(desk.interventions[0])])
        }
    }

    @Test(
        "PRO-209, AMB-09, AMB-10: every sign that is not NEG alerts the authority",
        arguments: [
            ("DTX", "alert-doubtful"), ("POS", "alert-non-negative"), ("POS_FBL", "alert-non-negative"),
            ("ABS", "alert-non-negative"), ("IN_ITPBLE", "alert-non-negative"),
        ])
    func alerts(_ code: String, _ kind: String) async throws {
        try await MilkDesk.with(.sqlite) { desk in
            let outcome = try await desk.send([MilkDesk.line("99000001", code)])
            #expect(outcome.nonNegative == 1)
            #expect(try await desk.texts("SELECT kind FROM work_item") == [kind])
            #expect(
                try await desk.texts(
                    "SELECT status FROM disease_state WHERE disease = 'BRU' AND intervention_id = "
                        + "\(desk.interventions[0])"
                ) == ["AS"])
            #expect((outcome.counts["milk-code-to-verify"] == 1) == (code == "ABS" || code == "IN_ITPBLE"))
        }
    }

    @Test("PRO-174: one field error refuses the file, whose lines stay and are looked at", arguments: Engine.allCases)
    func wholeFile(_ engine: Engine) async throws {
        try await MilkDesk.with(engine) { desk in
            let outcome = try await desk.send([
                MilkDesk.line("99000001", "POS"), MilkDesk.line("99000002", "PEUT-ETRE"),
            ])
            #expect(outcome.run.state == .refused)
            #expect(outcome.run.refusedCount == 2)
            #expect(try await desk.count("SELECT count(*) FROM milk_result") == 0)
            #expect(
                try await desk.texts("SELECT line || ' ' || non_negative FROM import_refused_line ORDER BY line") == [
                    "1 1", "2 1",
                ])
            #expect(try await desk.texts("SELECT kind FROM work_item") == ["alert-non-negative"])
        }
    }

    @Test("The policy `line` of a sender lets the good lines count", arguments: Engine.allCases)
    func linePolicy(_ engine: Engine) async throws {
        try await MilkDesk.with(engine) { desk in
            let outcome = try await desk.send([MilkDesk.line(), MilkDesk.line("99000002", "X")], policy: .line)
            #expect(outcome.run.state == .partly)
            #expect(outcome.run.acceptedCount == 1)
            #expect(try await desk.count("SELECT count(*) FROM milk_result") == 1)
            #expect(try await desk.count("SELECT count(*) FROM import_refused_line WHERE state = 'open'") == 1)
        }
    }

    @Test("PRO-190, decision 4: unknown and foreign numbers wait on their list", arguments: Engine.allCases)
    func unattached(_ engine: Engine) async throws {
        try await MilkDesk.with(engine) { desk in
            try await desk.database.write { connection in
                try connection.execute(
                    "INSERT INTO dairy_producer (laboratory_id, producer_number, since, holding_id) VALUES (?, "
                        + "'P2', ?, ?)",
                    [.int(desk.laboratory), .day(Day(number: 0)), .int(desk.holdings[1])])
            }
            let outcome = try await desk.send(
                [
                    MilkDesk.line("99000009", "POS"), MilkDesk.line("99000001", producer: "P2"),
                    MilkDesk.line("99000002", dossier: "D2", producer: "P9"),
                ], producerField: 3)
            #expect(outcome.unattached == 2)
            #expect(outcome.run.acceptedCount == 1)
            #expect(
                outcome.counts == [
                    "result-holding-unknown": 1, "producer-mismatch": 1, "producer-unknown": 1,
                    "producer-without-herd": 1,
                ])
            #expect(
                try await desk.texts("SELECT line || ' ' || non_negative FROM unattached_result ORDER BY line") == [
                    "1 1", "2 0",
                ])
            #expect(try await desk.texts("SELECT kind FROM work_item") == ["alert-non-negative"])
        }
    }

    @Test(
        "PRO-173, EX-32: late from one month after the analysis on, one dysfunction with its count",
        arguments: [
            ("2020-12-09", 0), ("2020-12-10", 1), ("2021-02-01", 1),
        ])
    func late(_ received: String, _ count: Int) async throws {
        try await MilkDesk.with(.sqlite) { desk in
            _ = try await desk.send(
                [MilkDesk.line(analysed: "2020-11-10"), MilkDesk.line(dossier: "D2", analysed: "2020-11-10")],
                today: received)
            #expect(try await desk.count("SELECT count(*) FROM dysfunction WHERE kind = 'milk-late'") == count)
        }
    }

    @Test("The same bytes again change nothing", arguments: Engine.allCases)
    func unchanged(_ engine: Engine) async throws {
        try await MilkDesk.with(engine) { desk in
            _ = try await desk.send([MilkDesk.line("99000001", "POS")])
            let again = try await desk.send([MilkDesk.line("99000001", "POS")])
            #expect(again.run.state == .unchanged)
            #expect(try await desk.count("SELECT count(*) FROM milk_result") == 1)
            #expect(try await desk.count("SELECT count(*) FROM work_item") == 1)
        }
    }

    @Test("A repeated line counts once; a contradiction counts twice and is told", arguments: Engine.allCases)
    func duplicates(_ engine: Engine) async throws {
        try await MilkDesk.with(engine) { desk in
            let outcome = try await desk.send([
                MilkDesk.line(), MilkDesk.line(), MilkDesk.line("99000001", "POS"), MilkDesk.line(nature: "LLEUBVS"),
            ])
            #expect(outcome.counts == ["duplicate-line": 1, "contradictory-lines": 1])
            #expect(try await desk.count("SELECT count(*) FROM milk_result") == 3)
        }
    }

    @Test("Refused lines of a file sent again are judged again", arguments: Engine.allCases)
    func judgedAgain(_ engine: Engine) async throws {
        try await MilkDesk.with(engine) { desk in
            let lines = [MilkDesk.line(analysed: "2020-11-25"), MilkDesk.line("99000002")]
            #expect(try await desk.send(lines).run.state == .refused)
            // The analysis of the 25th is no longer in the future.
            let again = try await desk.send(lines, today: "2020-11-26")
            #expect(again.run.acceptedCount == 2)
            #expect(try await desk.texts("SELECT state FROM import_run") == ["accepted"])
            #expect(try await desk.count("SELECT count(*) FROM import_refused_line WHERE state = 'open'") == 0)
        }
    }

    @Test(
        "Decision 3: a non-negative after the report contradicts it, for delegate and authority",
        arguments: Engine.allCases)
    func contradictsReport(_ engine: Engine) async throws {
        try await MilkDesk.with(engine) { desk in
            try await desk.database.write { connection in
                try Fixture(connection).insertReport(campaign: desk.campaign, intervention: desk.interventions[0])
            }
            _ = try await desk.send([MilkDesk.line("99000001", "POS")])
            let items = try await desk.texts(
                "SELECT audience FROM work_item WHERE kind = 'report-contradicted' ORDER BY audience")
            #expect(items == ["authority", "delegate"])
        }
    }
}

extension Fixture {
    func insertReport(campaign: Int64, intervention: Int64) throws {
        try insertRow(
            "inspection_report",
            [
                "id": .int(9_000_000 + intervention), "campaign_id": .int(campaign),
                "intervention_id": .int(intervention), "number": .text("R\(intervention)"), "version": 1, "value": "A",
                "issuer": "GDS", "inspector": "x", "issued_on": "2020-11-15", "evaluations": "{}",
                "facts_digest": "0", "document_digest": "0",
            ])
    }
}
