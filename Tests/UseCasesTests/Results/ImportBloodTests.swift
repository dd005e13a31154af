import Kernel
import Store
import TestSupport
import Testing
import UseCases

@Suite struct ImportBloodTests {
    typealias Line = BloodDesk.Line

    @Test(
        "PRO-166, PRO-310: results make the visit, the status and the day of the last report",
        arguments: Engine.allCases)
    func attaches(_ engine: Engine) async throws {
        try await BloodDesk.with(engine) { desk in
            let outcome = try await desk.send((0..<3).map { Line(animal: BloodDesk.animal($0)) })
            #expect(outcome.run.state == .accepted)
            #expect(outcome.findings.isEmpty)
            #expect(try await desk.texts("SELECT visited_on FROM visit WHERE kind = 'sampling'") == ["2020-11-02"])
            #expect(
                try await desk.texts("SELECT status || ' ' || tested FROM disease_state WHERE disease = 'BRU'") == [
                    "SA 3"
                ])
            #expect(
                try await desk.texts("SELECT last_result_on FROM disease_state WHERE disease = 'BRU'") == ["2020-11-20"]
            )
        }
    }

    @Test("Decision 20: without a number, by animal, disease and open intervention", arguments: Engine.allCases)
    func byAnimal(_ engine: Engine) async throws {
        try await BloodDesk.with(engine) { desk in
            let outcome = try await desk.send([Line(number: ""), Line(animal: BloodDesk.animal(3), number: "")])
            #expect(outcome.run.acceptedCount == 2)
            #expect(outcome.counts == ["animal-off-document": 1])
            #expect(
                try await desk.texts("SELECT on_document || '' FROM blood_result ORDER BY animal_id") == ["1", "0"])
        }
    }

    @Test("Decision 20: two candidates wait for a person", arguments: Engine.allCases)
    func twoCandidates(_ engine: Engine) async throws {
        try await BloodDesk.with(engine) { desk in
            try await desk.database.write { connection in
                try connection.execute(
                    """
                    INSERT INTO intervention (campaign_id, id, number, herd_id, department, kind, parent_id, origin)
                    SELECT campaign_id, 500, '990000000500', herd_id, department, 'retest', id, 'added' FROM
                        intervention
                    """)
                try connection.execute(
                    """
                    INSERT INTO requested_animal (campaign_id, intervention_id, animal_id, diseases, first_edition,
                        edited_on)
                    SELECT campaign_id, 500, animal_id, diseases, 1, edited_on FROM requested_animal
                    """)
            }
            let outcome = try await desk.send([Line(interpretation: "POS", number: "")])
            #expect(outcome.counts == ["result-several-interventions": 1])
            #expect(
                try await desk.count("SELECT count(*) FROM unattached_result WHERE non_negative = 1 AND kind = 'blood'")
                    == 1)
            #expect(try await desk.texts("SELECT kind FROM work_item") == ["alert-non-negative"])
        }
    }

    @Test(
        "PRO-185, PRO-46: what has no place is kept with its finding",
        arguments: [
            (Line(matrix: "milk"), "result-wrong-matrix"), (Line(animal: "FR9900099999"), "result-animal-unknown"),
            (Line(number: "990099999999"), "result-intervention-unknown"),
            (Line(disease: "TUB"), "result-plan-unknown"),
        ])
    func faults(_ line: Line, _ code: String) async throws {
        try await BloodDesk.with(.sqlite) { desk in
            let outcome = try await desk.send([line, Line(animal: BloodDesk.animal(1))])
            #expect(outcome.counts == [code: 1])
            #expect(outcome.run.state == .partly)
            #expect(try await desk.count("SELECT count(*) FROM blood_result") == 1)
            #expect(try await desk.count("SELECT count(*) FROM unattached_result") == 1)
        }
    }

    @Test("A repeated result counts once, in a file and across files", arguments: Engine.allCases)
    func duplicates(_ engine: Engine) async throws {
        try await BloodDesk.with(engine) { desk in
            let first = try await desk.send([Line(), Line()])
            #expect(first.counts == ["duplicate-line": 1])
            let second = try await desk.send([Line(), Line(disease: "LEU")], reference: "R2")
            #expect(second.counts == ["duplicate-line": 1])
            #expect(try await desk.count("SELECT count(*) FROM blood_result") == 2)
        }
    }

    @Test("Decision 4: a replacement that changes the sign goes to the authority", arguments: Engine.allCases)
    func replacement(_ engine: Engine) async throws {
        try await BloodDesk.with(engine) { desk in
            _ = try await desk.send([Line(interpretation: "POS")])
            _ = try await desk.send([Line(interpretation: "NEG")], reference: "R2")
            #expect(
                try await desk.texts("SELECT interpretation FROM blood_result WHERE replaced_at IS NULL") == ["NEG"])
            #expect(try await desk.count("SELECT count(*) FROM blood_result") == 2)
            #expect(
                try await desk.texts("SELECT kind FROM work_item ORDER BY kind") == [
                    "alert-non-negative", "replacement-removes-non-negative",
                ])
        }
    }

    @Test(
        "PRO-187, PRO-198: unreadable samples are no tests, and are counted as malfunctions", arguments: Engine.allCases
    )
    func unreadable(_ engine: Engine) async throws {
        try await BloodDesk.with(engine) { desk in
            let outcome = try await desk.send([
                Line(reason: "haemolysed"), Line(animal: BloodDesk.animal(1), interpretation: "IN_ITPBLE"),
            ])
            #expect(outcome.counts == ["sample-not-analysed": 1, "sample-uninterpretable": 1])
            #expect(
                try await desk.texts("SELECT kind FROM dysfunction ORDER BY kind") == [
                    "not-analysed", "uninterpretable",
                ])
            #expect(try await desk.count("SELECT tested FROM disease_state WHERE disease = 'BRU'") == 0)
            #expect(try await desk.count("SELECT count(*) FROM work_item") == 0)
        }
    }

    @Test("AMB-09, decision 1: a doubtful result alerts and is counted nowhere", arguments: Engine.allCases)
    func doubtful(_ engine: Engine) async throws {
        try await BloodDesk.with(engine) { desk in
            _ = try await desk.send([Line(interpretation: "DTX")])
            #expect(try await desk.texts("SELECT kind FROM work_item") == ["alert-doubtful"])
            #expect(
                try await desk.texts(
                    "SELECT non_negative || ' ' || doubtful_seen FROM disease_state WHERE disease = 'BRU'") == ["0 1"])
        }
    }

    @Test("Decision 3: a report that stands is contradicted", arguments: Engine.allCases)
    func contradiction(_ engine: Engine) async throws {
        try await BloodDesk.with(engine) { desk in
            try await desk.database.write { connection in
                try Fixture(connection).insertReport(campaign: desk.campaign, intervention: desk.intervention)
            }
            _ = try await desk.send([Line(interpretation: "POS")])
            #expect(
                try await desk.texts("SELECT audience FROM work_item WHERE kind = 'report-contradicted' ORDER BY 1")
                    == ["authority", "delegate"])
        }
    }

    @Test(
        "Bad files are refused whole, kept, and looked at",
        arguments: [
            ("", 0), ("<?xml version=\"1.0\"?><analysis-report", 0), ("<a/>", 0),
            ("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>", 0),
            (String(repeating: "<a>", count: 1_000_000), 0), ("<r interpretation=\"POS\"", 1),
        ])
    func badFiles(_ text: String, _ nonNegative: Int) async throws {
        try await BloodDesk.with(.sqlite) { desk in
            let outcome = try await desk.send(text)
            #expect(outcome.run.state == .refused)
            #expect(outcome.findings.contains { $0.severity == .fatal })
            #expect(try await desk.count("SELECT count(*) FROM work_item") == nonNegative)
            #expect(
                try await desk.count("SELECT count(*) FROM import_refused_line WHERE non_negative = \(nonNegative)")
                    == 1)
        }
    }

    @Test("The same bytes again change nothing; an unknown laboratory is refused", arguments: Engine.allCases)
    func senders(_ engine: Engine) async throws {
        try await BloodDesk.with(engine) { desk in
            _ = try await desk.send([Line()])
            #expect(try await desk.send([Line()]).run.state == .unchanged)
            let unknown = try await desk.send(desk.xml([Line()], sender: "AUTRE"))
            #expect(unknown.run.state == .refused)
            #expect(unknown.counts["sender-unknown"] == 1)
        }
    }

    @Test("A refused line is judged again when the file is sent again", arguments: Engine.allCases)
    func judgedAgain(_ engine: Engine) async throws {
        try await BloodDesk.with(engine) { desk in
            // The analysis of the 9th is still to come on the 5th.
            #expect(try await desk.send([Line()], today: "2020-11-05").run.refusedCount == 1)
            let again = try await desk.send([Line()])
            #expect(again.run.acceptedCount == 1)
            #expect(try await desk.texts("SELECT state FROM import_run") == ["accepted"])
            #expect(try await desk.texts("SELECT state FROM import_refused_line") == ["replayed"])
            #expect(try await desk.count("SELECT count(*) FROM import_run") == 1)
        }
    }
}
