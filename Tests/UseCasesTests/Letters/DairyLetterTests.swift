import Documents
import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

@Suite struct DairyLetterTests {
    /// Leukosis by bulk milk of November 2020, the producer known to a dairy laboratory, exempt from blood tests.
    private func withMilk(
        _ engine: Engine, _ body: @escaping @Sendable (EvaluationScene) async throws -> Void
    ) async throws {
        let none = [String?](repeating: nil, count: 12)
        try await EvaluationScene.letters(engine, brucellosis: EvaluationScene.tested, leukosis: none) { scene in
            try await scene.database.write { connection in
                try connection.execute(
                    """
                    UPDATE requested_plan SET matrix = 'milk', method = 'ELISA', laboratory_id = NULL, due_month = ?
                    WHERE disease = 'LEU'
                    """, [.day(day("2020-11-01"))])
                try connection.execute(
                    """
                    INSERT INTO organisation (id, kind, code, name, department)
                    VALUES (905, 'dairy-laboratory', 'LIAL63', 'Laboratoire laitier', '63')
                    """)
                try connection.execute(
                    """
                    INSERT INTO dairy_producer (laboratory_id, producer_number, since, holding_id)
                    SELECT 905, 'P0042', ?, id FROM holding
                    """, [.day(day("2015-01-01"))])
                try connection.execute(
                    """
                    INSERT INTO authorisation (id, herd_id, kind, since)
                    SELECT 906, id, 'blood-test-exemption', ? FROM herd
                    """, [.day(day("2015-01-01"))])
            }
            try await scene.recompute()
            try await body(scene)
        }
    }

    private func write(
        _ scene: EvaluationScene, _ tray: LetterTray, today: String
    ) async throws -> WriteLetters.Outcome {
        let useCase = WriteDairyLetters(
            campaign: EvaluationScene.selector, choice: WriteLetters.Choice(), emit: tray.put)
        return try await scene.perform(useCase, today: today)
    }

    @Test(
        "PRO-203: two months after the fixed month began the dairy laboratory is asked, and the authority told",
        arguments: Engine.allCases)
    func reminder(engine: Engine) async throws {
        try await withMilk(engine) { scene in
            let tray = LetterTray()
            #expect(try await write(scene, tray, today: "2020-12-31").written == 0)
            let outcome = try await write(scene, tray, today: "2021-01-01")
            #expect(outcome.written == 1)
            #expect(outcome.table.rows.first?.dropFirst() == ["", "LIAL63", "LEU", "2021-01-16"])
            let words = try scene.words(tray)
            #expect(
                words.contains("programmées dans votre laboratoire au mois de novembre 2020 pour : leucose sur lait"))
            #expect(words.contains("pour 1 producteur(s) programmé(s)"))
            #expect(words.contains("avant le 16 janvier 2021"))
            #expect(words.contains("P0042 99000001 A GAEC des Trois Chênes"))
            let csv = String(decoding: try #require(tray.files.last).bytes, as: UTF8.self)
            #expect(csv.contains("LIAL63;2020-11;LEU;P0042;99000001;A;GAEC des Trois Chênes;\(scene.number)"))
            let alerts = ListWork(campaign: EvaluationScene.selector, kind: .alerts)
            #expect(
                try await scene.perform(alerts, as: .authority).objects.map { [$0["detail"], $0["pour"]] } == [
                    ["Résultats de lait absents : laboratoire LIAL63, novembre 2020", "autorité"]
                ])
            let list = ListWork(campaign: EvaluationScene.selector, kind: .milkMissing)
            #expect(try await scene.perform(list, today: "2021-01-02").objects.map { $0["detail"] } == ["LIAL63"])
            #expect(try await write(scene, tray, today: "2021-01-02").skipped == 1)
        }
    }

    @Test("PRO-203: a producer that no laboratory knows is said", arguments: Engine.allCases)
    func unknownProducer(engine: Engine) async throws {
        try await withMilk(engine) { scene in
            try await scene.database.write { try $0.execute("DELETE FROM dairy_producer") }
            let outcome = try await write(scene, LetterTray(), today: "2021-01-02")
            #expect(outcome.findings.map(\.code) == ["letter-producer-unknown"])
            #expect(outcome.written == 0)
        }
    }

    @Test(
        "PRO-202: as a last resort the authority passes the herd to blood, and the exemption ends",
        arguments: Engine.allCases)
    func passToBlood(engine: Engine) async throws {
        try await withMilk(engine) { scene in
            func pass(_ disease: Disease = .leukosis, as role: Role = .authority) async throws -> PassToBlood.Outcome {
                let useCase = PassToBlood(
                    campaign: EvaluationScene.selector, intervention: scene.number, disease: disease,
                    reason: "aucun résultat de lait")
                return try await scene.perform(useCase, as: role, today: "2021-02-02")
            }
            #expect(try await scene.refusals { _ = try await pass(as: .inspector) } == ["role-may-not"])
            #expect(try await scene.refusals { _ = try await pass(.brucellosis) } == ["no-milk-plan"])
            let outcome = try await pass()
            #expect(outcome.laboratory == nil)
            #expect(outcome.exemptions == 1)
            let (plans, until) = try await scene.database.read { connection in
                let plans = try connection.requestedPlans(of: scene.campaign, intervention: scene.intervention)
                let until = try connection.first("SELECT until FROM authorisation WHERE id = 906") { $0.dayOrNil(0) }
                return (plans, until ?? nil)
            }
            #expect(plans.map { "\($0.disease.rawValue) \($0.matrix.rawValue)" } == ["BRU blood", "LEU blood"])
            #expect(until == day("2021-02-02"))
            let list = ListWork(campaign: EvaluationScene.selector, kind: .milkMissing)
            #expect(try await scene.perform(list, today: "2021-02-03").rows.isEmpty)
            let notes = try await scene.perform(
                ListNotes(campaign: EvaluationScene.selector, intervention: scene.number))
            #expect(notes.rows.first?.last == "leucose : du lait au sang – aucun résultat de lait")
        }
    }

    @Test(
        "PRO-203: a draft to look at first: letter and list, nothing written, nobody told", arguments: Engine.allCases)
    func preview(engine: Engine) async throws {
        try await withMilk(engine) { scene in
            func traces() async throws -> [Int] {
                try await scene.database.read { connection in
                    try ["letter", "work_item", "blob", "audit_entry"].map {
                        try connection.count("SELECT count(*) FROM \($0)")
                    }
                }
            }
            let work = LettersWork(campaign: EvaluationScene.selector, letter: .dairyLaboratoryReminder)
            #expect(try await scene.perform(PreviewLetters(work), today: "2020-12-31").file == nil)
            let before = try await traces()
            let file = try #require(try await scene.perform(PreviewLetters(work), today: "2021-01-01").file)
            #expect(
                file.name.hasPrefix("brouillon-") && String(decoding: file.bytes.prefix(4), as: UTF8.self) == "%PDF")
            #expect(try await traces() == before)
            var other = work
            other.month = day("2020-10-01")
            let october = other
            #expect(try await scene.perform(PreviewLetters(october), today: "2021-01-01").file == nil)
        }
    }
}
