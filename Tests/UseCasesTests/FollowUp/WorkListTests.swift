import Kernel
import Prophylaxis
import Store
import TestSupport
import Testing
import UseCases

@Suite struct WorkListTests {
    private let negative: [String?] = Array(repeating: "NEG", count: 12)
    private let short: [String?] = Array(repeating: "NEG", count: 8) + [nil, nil, nil, nil]

    private func work(
        _ scene: EvaluationScene, _ kind: WorkListKind, today: String = "2021-01-12"
    ) async throws -> [[String: String]] {
        try await scene.recompute(today: today)
        return try await scene.perform(ListWork(campaign: EvaluationScene.selector, kind: kind), today: today).objects
    }

    @Test(
        "Every work list is one query that both engines answer", arguments: Engine.allCases,
        Store.WorkListKind.allCases)
    func everyList(engine: Engine, kind: Store.WorkListKind) async throws {
        let negative = negative
        try await EvaluationScene.run(engine, brucellosis: negative, leukosis: negative) { scene in
            let lines = try await work(scene, kind)
            #expect(lines.isEmpty)
        }
    }

    @Test("PRO-253, PRO-254, EX-32: a reminder from day 70, past the deadline after day 90", arguments: Engine.allCases)
    func unfinished(engine: Engine) async throws {
        let (short, negative) = (short, negative)
        try await EvaluationScene.run(engine, brucellosis: short, leukosis: negative) { scene in
            #expect(try await work(scene, .unfinished, today: "2021-01-10").isEmpty)
            let line = try #require(try await work(scene, .unfinished, today: "2021-01-11").first)
            #expect(line["maladie"] == "BRU")
            #expect(line["detail"] == "8/12")
            #expect(line["limite"] == "2021-01-31")
            #expect(line["pour"] == "délégataire")
            #expect(try await work(scene, .pastDeadline, today: "2021-01-31").isEmpty)
            #expect(try await work(scene, .unfinished, today: "2021-02-01").isEmpty)
            #expect(try await work(scene, .pastDeadline, today: "2021-02-01").map { $0["maladie"] } == ["BRU"])
        }
    }

    @Test("PRO-255: blood short of animals goes through the serum bank", arguments: Engine.allCases)
    func serumBank(engine: Engine) async throws {
        let (short, negative) = (short, negative)
        try await EvaluationScene.run(engine, brucellosis: short, leukosis: negative) { scene in
            #expect(try await work(scene, .serumBank).map { $0["detail"] } == ["to-ask"])
            try await scene.database.write { connection in
                try connection.execute(
                    """
                    INSERT INTO serum_request (id, campaign_id, intervention_id, disease, missing, asked_on, asked_by)
                    VALUES (5000, ?, ?, 'BRU', 4, ?, 'essai')
                    """, [.int(scene.campaign), .int(scene.intervention), .day(day("2021-01-11"))])
            }
            #expect(try await work(scene, .serumBank).map { $0["detail"] } == ["asked"])
        }
    }

    @Test(
        "PRO-251, PRO-282, decision 23: not started, two months before the end; after it the authority's",
        arguments: Engine.allCases)
    func notStarted(engine: Engine) async throws {
        let untested: [String?] = Array(repeating: nil, count: 3)
        try await EvaluationScene.run(engine, brucellosis: untested, leukosis: untested) { scene in
            try await scene.database.write { try $0.execute("DELETE FROM visit") }
            #expect(try await work(scene, .notStarted, today: "2021-02-27").isEmpty)
            let lines = try await work(scene, .notStarted, today: "2021-02-28")
            #expect(lines.map { $0["maladie"] } == ["BRU", "LEU"])
            #expect(lines.map { $0["limite"] } == ["2021-04-30", "2021-04-30"])
            #expect(lines.first?["pour"] == "délégataire")
            #expect(try await work(scene, .notStarted, today: "2021-05-01").first?["pour"] == "autorité")
        }
    }

    @Test(
        "PRO-251: a herd that is closed or has no cattle is not reminded: its non-completion is decided",
        arguments: Engine.allCases)
    func gone(engine: Engine) async throws {
        let untested: [String?] = Array(repeating: nil, count: 3)
        try await EvaluationScene.run(engine, brucellosis: untested, leukosis: untested) { scene in
            try await scene.database.write { connection in
                try connection.execute("DELETE FROM visit")
                try connection.execute("UPDATE herd_assignment SET until = ?", [.day(day("2020-12-01"))])
            }
            let line = try #require(try await work(scene, .notStarted, today: "2021-03-01").first)
            #expect(line["detail"] == "3" && line["action"]?.contains("non réalisation") == true)
        }
    }

    @Test(
        "PRO-208: evaluated for a month and without report is work, once a month at least", arguments: Engine.allCases)
    func reportsDue(engine: Engine) async throws {
        let negative = negative
        try await EvaluationScene.run(engine, brucellosis: negative, leukosis: negative) { scene in
            try await scene.evaluate([.brucellosis: .compliant])
            #expect(try await work(scene, .reportsDue, today: "2021-03-01").isEmpty)
            try await scene.evaluate([.leukosis: .compliant])
            #expect(try await work(scene, .reportsDue, today: "2021-02-05").isEmpty)
            let due = try await work(scene, .reportsDue, today: "2021-02-06")
            #expect(due.map { $0["intervention"] } == [scene.number])
            _ = try await scene.issue()
            #expect(try await work(scene, .reportsDue, today: "2021-03-01").isEmpty)
        }
    }

    @Test(
        "PRO-232: a dairy herd whose tuberculin test never got a document shows before its report",
        arguments: Engine.allCases)
    func forgottenTuberculin(engine: Engine) async throws {
        let negative = negative
        try await EvaluationScene.run(engine, brucellosis: negative, leukosis: negative) { scene in
            func requested() async throws -> Int {
                var filter = FollowUpFilter()
                (filter.disease, filter.isRequested) = (.tuberculosis, true)
                return try await scene.perform(
                    ListFollowUp(campaign: EvaluationScene.selector, filter: filter)
                ).table.rows.count
            }
            #expect(try await requested() == 0)
            try await scene.database.write { connection in
                try connection.execute(
                    """
                    INSERT INTO requested_plan (campaign_id, intervention_id, disease, matrix, method)
                    SELECT campaign_id, id, 'TUB', 'skin', 'IDC' FROM intervention
                    """)
                try connection.execute("UPDATE edition SET state = 'draft'")
            }
            #expect(try await requested() == 1)
            #expect(try await work(scene, .noDocument).map { $0["maladie"] } == ["BRU", "LEU", "TUB"])
        }
    }

    @Test("Decision 2: a disease programmed without any validated document is work", arguments: Engine.allCases)
    func noDocument(engine: Engine) async throws {
        let negative = negative
        try await EvaluationScene.run(engine, brucellosis: negative, leukosis: negative) { scene in
            try await scene.database.write { try $0.execute("UPDATE edition SET state = 'draft'") }
            #expect(try await work(scene, .noDocument).map { $0["maladie"] } == ["BRU", "LEU"])
        }
    }

    @Test("Decisions 1, 5: doubtful results and retest decisions are the authority's", arguments: Engine.allCases)
    func alerts(engine: Engine) async throws {
        let onePositive: [String?] = Array(repeating: "NEG", count: 11) + ["POS"]
        let oneDoubtful: [String?] = Array(repeating: "NEG", count: 11) + ["DTX"]
        try await EvaluationScene.run(engine, brucellosis: onePositive, leukosis: oneDoubtful) { scene in
            #expect(try await work(scene, .decisionAwaited).map { $0["pour"] } == ["autorité"])
            #expect(try await work(scene, .doubtful).map { $0["maladie"] } == ["LEU"])
            let order = OrderRetest(
                campaign: EvaluationScene.selector, intervention: scene.number, notifiedOn: day("2020-12-01"))
            _ = try await scene.perform(order, as: .authority)
            #expect(try await work(scene, .decisionAwaited).isEmpty)
            #expect(try await work(scene, .retests).map { $0["limite"] } == ["2021-01-30"])
            let late = try await work(scene, .retests, today: "2021-01-31")
            #expect(late.first?["action"]?.hasPrefix("Recontrôle en retard") == true)
        }
    }

    @Test(
        "PRO-262: a retest waits until a result of its own has come; a tube that cannot be analysed is none",
        arguments: Engine.allCases)
    func retestDone(engine: Engine) async throws {
        let onePositive: [String?] = Array(repeating: "NEG", count: 11) + ["POS"]
        let negative = negative
        try await EvaluationScene.run(engine, brucellosis: onePositive, leukosis: negative) { scene in
            let order = OrderRetest(
                campaign: EvaluationScene.selector, intervention: scene.number, notifiedOn: day("2020-12-01"))
            _ = try await scene.perform(order, as: .authority)
            try await scene.database.write { connection in
                let retest = try connection.first(
                    "SELECT id, (SELECT min(animal_id) FROM blood_result) FROM intervention WHERE kind = 'retest'"
                ) { ($0.int(0), $0.int(1)) }
                guard let (retest, cow) = retest else { return }
                try Fixture(connection).blood(.brucellosis, in: scene.campaign, retest, cow, nil)
            }
            #expect(try await work(scene, .retests).count == 1)
            try await scene.database.write { connection in
                try connection.execute("UPDATE blood_result SET interpretation = 'NEG' WHERE interpretation IS NULL")
            }
            #expect(try await work(scene, .retests).isEmpty)
        }
    }

    @Test("PRO-288: a report B or C waits for the authority's follow-up", arguments: Engine.allCases)
    func followUps(engine: Engine) async throws {
        let negative = negative
        try await EvaluationScene.run(engine, brucellosis: negative, leukosis: negative) { scene in
            try await scene.evaluate(
                [.brucellosis: .compliant, .leukosis: .administrativeNonCompliance], comment: "bon absent")
            _ = try await scene.issue()
            #expect(try await work(scene, .withoutFollowUp).map { $0["intervention"] } == [scene.number])
            try await scene.perform(
                RecordFollowUp(
                    campaign: EvaluationScene.selector, report: "RI-63-\(scene.number)", code: .warning),
                as: .authority)
            #expect(try await work(scene, .withoutFollowUp).isEmpty)
        }
    }

    @Test("An alert is closed with a reason; the authority's by the authority alone", arguments: Engine.allCases)
    func close(engine: Engine) async throws {
        let negative = negative
        try await EvaluationScene.run(engine, brucellosis: negative, leukosis: negative) { scene in
            try await scene.database.write { connection in
                for (id, audience) in [(6000, "delegate"), (6001, "authority")] {
                    try connection.execute(
                        """
                        INSERT INTO work_item (id, department, audience, kind, campaign_id, intervention_id, facts,
                            opened_on) VALUES (?, '63', ?, 'report-contradicted', ?, ?, '{}', ?)
                        """,
                        [
                            .int(id), .text(audience), .int(scene.campaign), .int(scene.intervention),
                            .day(day("2021-01-03")),
                        ])
                }
            }
            #expect(try await work(scene, .alerts).map { $0["alerte"] } == ["6001", "6000"])
            func close(_ item: Int64, _ reason: String) -> CloseWorkItem {
                CloseWorkItem(department: "63", item: item, reason: reason)
            }
            #expect(try await scene.refusals { try await scene.perform(close(6000, " ")) } == ["close-reason-missing"])
            try await scene.perform(close(6000, "vu avec l'éleveur"))
            #expect(try await scene.refusals { try await scene.perform(close(6001, "vu")) } == ["role-may-not"])
            #expect(try await scene.refusals { try await scene.perform(close(6000, "vu")) } == ["work-item-unknown"])
            try await scene.perform(close(6001, "rapport invalidé"), as: .authority)
            #expect(try await work(scene, .alerts).isEmpty)
        }
    }

    /// Decision 4: a removal waits for the authority, who has to see it.
    @Test(
        "Alerts of one event are closed together, but for those that came after the one that was seen",
        arguments: [(Int64(6000), ["6001"]), (6001, [])] as [(Int64, [String])])
    func event(closed: Int64, left: [String]) async throws {
        let negative = negative
        try await EvaluationScene.run(.sqlite, brucellosis: negative, leukosis: negative) { scene in
            try await scene.database.write { connection in
                let alerts: [(Int64, String)] = [
                    (6000, "alert-non-negative"), (6001, "replacement-removes-non-negative"),
                ]
                for (id, kind) in alerts {
                    try connection.execute(
                        """
                        INSERT INTO work_item (id, department, audience, kind, campaign_id, intervention_id, disease,
                            subject, facts, opened_on)
                        VALUES (?, '63', 'authority', ?, ?, ?, 'TUB', '2021-01-02', '{}', ?)
                        """,
                        [
                            .int(id), .text(kind), .int(scene.campaign), .int(scene.intervention),
                            .day(day("2021-01-03")),
                        ])
                }
            }
            #expect(try await work(scene, .alerts).map { $0["alerte"] } == ["6001"])
            try await scene.perform(
                CloseWorkItem(department: "63", item: closed, reason: "vu"), as: .authority)
            #expect(try await work(scene, .alerts).map { $0["alerte"] } == left)
        }
    }

    @Test("PRO-200, PRO-202, PRO-203: milk without result, step by step", arguments: Engine.allCases)
    func milk(engine: Engine) async throws {
        let negative = negative
        try await EvaluationScene.run(engine, brucellosis: negative, leukosis: negative) { scene in
            try await scene.database.write { connection in
                try connection.execute(
                    """
                    INSERT INTO requested_plan (campaign_id, intervention_id, disease, matrix, method, due_month)
                    VALUES (?, ?, 'BRU', 'milk', 'RIN', ?)
                    """, [.int(scene.campaign), .int(scene.intervention), .day(day("2020-11-01"))])
            }
            #expect(try await work(scene, .milkMissing, today: "2020-11-30").isEmpty)
            #expect(try await work(scene, .milkMissing, today: "2021-01-12").map { $0["limite"] } == ["2021-01-01"])
            #expect(try await work(scene, .milkMissing, today: "2021-02-01").map { $0["pour"] } == ["autorité"])
        }
    }
}
