import Kernel
import Prophylaxis
import Store
import TestSupport
import Testing
import UseCases

/// Each of these lists with the one line that belongs on it.
@Suite struct WorkListFilledTests {
    private static func all(_ code: String) -> [String?] { Array(repeating: code, count: 12) }

    private func list(
        _ scene: EvaluationScene, _ kind: WorkListKind, today: String = "2021-01-12"
    ) async throws -> [[String: String]] {
        try await scene.recompute(today: today)
        return try await scene.perform(ListWork(campaign: EvaluationScene.selector, kind: kind), today: today).objects
    }

    /// Twelve cattle to tuberculin-test, of which `tested` were, and one untested with the reason given.
    private func withTuberculin(
        _ engine: Engine, tested: Int, reason: String?,
        _ body: @escaping @Sendable (EvaluationScene) async throws -> Void
    ) async throws {
        try await EvaluationScene.run(
            engine, brucellosis: WorkListFilledTests.all("NEG"), leukosis: WorkListFilledTests.all("NEG")
        ) { scene in
            let key: [SQLValue] = [.int(scene.campaign), .int(scene.intervention)]
            try await scene.database.write { connection in
                try connection.execute(
                    """
                    INSERT INTO requested_plan (campaign_id, intervention_id, disease, matrix, method)
                    VALUES (?, ?, 'TUB', 'skin', 'IDC')
                    """, key)
                try connection.execute("UPDATE requested_animal SET diseases = 7")
                try connection.execute(
                    """
                    INSERT INTO visit (campaign_id, intervention_id, visited_on, kind, source, recorded_by)
                    VALUES (?, ?, ?, 'injection', 'essai', 'essai')
                    """, key + [.day(day("2020-11-02"))])
                try connection.execute(
                    """
                    INSERT INTO tuberculin_report (campaign_id, intervention_id, id, method, injected_on, read_on,
                        received_on, keep_until, approved_model, incomplete, consistent, ntidc, nnidc, entered_by)
                    VALUES (?, ?, 800, 'IDC', ?, ?, ?, ?, 1, 0, 1, ?, ?, 'essai')
                    """,
                    key + [
                        .day(day("2020-11-02")), .day(day("2020-11-05")), .day(day("2020-11-09")),
                        .day(day("2025-11-09")), .int(tested), .int(tested),
                    ])
                try connection.execute(
                    """
                    INSERT INTO tuberculin_animal (campaign_id, intervention_id, report_id, number, outcome, reason)
                    VALUES (?, ?, 800, 'FR9900010011', 'untested', ?)
                    """, key + [.textOrNull(reason)])
            }
            try await body(scene)
        }
    }

    static let rates: [(tested: Int, under90: Int, to99: Int)] = [(10, 1, 0), (11, 0, 1), (12, 0, 0)]

    @Test(
        "PRO-256, PRO-257: 10 of 12 tested stand under 90 %, 11 of 12 between 90 and 99 %, the authority's; 12 nowhere",
        arguments: Engine.allCases, rates)
    func tuberculinRates(engine: Engine, example: (tested: Int, under90: Int, to99: Int)) async throws {
        try await withTuberculin(engine, tested: example.tested, reason: "DANGER") { scene in
            let under = try await list(scene, .tuberculinUnder90)
            #expect(under.count == example.under90)
            #expect(under.allSatisfy { $0["detail"] == "\(example.tested)/12" && $0["pour"] == "délégataire" })
            let between = try await list(scene, .tuberculin90To99)
            #expect(between.count == example.to99)
            #expect(between.allSatisfy { $0["detail"] == "\(example.tested)/12" && $0["pour"] == "autorité" })
        }
    }

    @Test("PRO-256: tuberculin under 90 % is reminded with its rate", arguments: Engine.allCases)
    func tuberculinLetter(engine: Engine) async throws {
        try await withTuberculin(engine, tested: 10, reason: nil) { scene in
            try await scene.furnish()
            let tray = LetterTray()
            let outcome = try await scene.write(.tuberculinUnderRealisation, tray) {
                $0.target = .workList(.tuberculinUnder90)
            }
            #expect(outcome.written == 1)
            let words = try scene.words(tray)
            #expect(
                words.contains(
                    "10 bovin(s) tuberculiné(s) sur 12 demandé(s), soit un taux de réalisation de 83,3 %"))
            #expect(words.contains("Bovins restant à tester : 2."))
        }
    }

    @Test(
        "PRO-260: cattle left out without the vet's reason are told to the authority, those with one are not",
        arguments: Engine.allCases, [nil, "DANGER"])
    func untested(engine: Engine, reason: String?) async throws {
        try await withTuberculin(engine, tested: 11, reason: reason) { scene in
            let lines = try await list(scene, .tuberculinUntested)
            #expect(lines.map { $0["detail"] } == (reason == nil ? ["1"] : []))
            #expect(lines.allSatisfy { $0["pour"] == "autorité" && $0["maladie"] == "TUB" })
        }
    }

    @Test("PRO-156: a document no longer valid, nobody having come", arguments: Engine.allCases)
    func documentsOverdue(engine: Engine) async throws {
        let none = [String?](repeating: nil, count: 3)
        try await EvaluationScene.run(engine, brucellosis: none, leukosis: none) { scene in
            try await scene.database.write { connection in
                try connection.execute("UPDATE edition SET valid_until = ?", [.day(day("2021-01-11"))])
            }
            #expect(try await list(scene, .documentsOverdue).isEmpty)
            try await scene.database.write { try $0.execute("DELETE FROM visit") }
            #expect(try await list(scene, .documentsOverdue, today: "2021-01-11").isEmpty)
            let lines = try await list(scene, .documentsOverdue)
            #expect(lines.map { $0["limite"] } == ["2021-01-11"])
        }
    }

    @Test("Decision 4: a non-negative result attached to nothing, until it is dismissed", arguments: Engine.allCases)
    func unattached(engine: Engine) async throws {
        let all = WorkListFilledTests.all("NEG")
        try await EvaluationScene.run(engine, brucellosis: all, leukosis: all) { scene in
            try await scene.database.write { connection in
                try connection.execute(
                    """
                    INSERT INTO import_run (id, kind, file_name, digest, received_at, received_on, actor, policy, state,
                        line_count, accepted_count, refused_count)
                    VALUES (820, 'milk', 'lait.txt', 'x', '2021-01-02T08:00:00Z', ?, 'essai', 'line', 'partly', 1, 0, 1)
                    """, [.day(day("2021-01-02"))])
                for (id, nonNegative) in [(821, 1), (822, 0)] {
                    try connection.execute(
                        """
                        INSERT INTO unattached_result (id, department, kind, import_id, line, facts, findings,
                            non_negative) VALUES (?, '63', 'milk', 820, 1, '{}', '[]', ?)
                        """, [.int(id), .int(nonNegative)])
                }
            }
            #expect(try await list(scene, .unattached).map { $0["detail"] } == ["lait, fichier lait.txt, ligne 1"])
            try await scene.database.write { try $0.execute("UPDATE unattached_result SET state = 'dismissed'") }
            #expect(try await list(scene, .unattached).isEmpty)
        }
    }

    @Test("Decision 7: an animal cancelled after the first visit, with its second person", arguments: Engine.allCases)
    func cancelledLate(engine: Engine) async throws {
        let all = WorkListFilledTests.all("NEG")
        try await EvaluationScene.run(engine, brucellosis: all, leukosis: all) { scene in
            try await scene.database.write { connection in
                try connection.execute(
                    """
                    UPDATE requested_animal SET cancelled_on = ?, cancelled_by = 'un', cancel_reason = 'erreur',
                        cancel_second = 'deux' WHERE animal_id IN (SELECT min(id) FROM animal)
                    """, [.day(day("2020-11-10"))])
            }
            let lines = try await list(scene, .cancelledLate)
            #expect(lines.map { $0["detail"] } == ["1"])
            #expect(lines.map { $0["pour"] } == ["autorité"])
        }
    }

    @Test("Decision 9: an animal analysed off the document", arguments: Engine.allCases)
    func offDocument(engine: Engine) async throws {
        let all = WorkListFilledTests.all("NEG")
        try await EvaluationScene.run(engine, brucellosis: all, leukosis: all) { scene in
            try await scene.database.write { connection in
                try connection.execute(
                    """
                    UPDATE blood_result SET on_document = 0
                    WHERE disease = 'LEU' AND animal_id IN (SELECT min(id) FROM animal)
                    """)
                try connection.execute(
                    "DELETE FROM requested_animal WHERE animal_id IN (SELECT min(id) FROM animal)")
            }
            let lines = try await list(scene, .offDocument)
            #expect(lines.map { $0["maladie"] } == ["LEU"])
            #expect(lines.map { $0["detail"] } == ["1"])
        }
    }
}
