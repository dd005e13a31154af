import Documents
import Kernel
import Prophylaxis
import Store
import TestSupport
import Testing
import UseCases

@Suite struct SerumTests {
    private func ask(
        _ scene: EvaluationScene, _ tray: LetterTray = LetterTray(), laboratory: String? = nil
    ) async throws -> RequestSerum.Outcome {
        try await scene.recompute(today: "2021-01-12")
        return try await scene.perform(
            RequestSerum(campaign: EvaluationScene.selector, laboratory: laboratory, emit: tray.put),
            today: "2021-01-12")
    }

    private func answer(_ scene: EvaluationScene, isImpossible: Bool, note: String?) async throws {
        try await scene.perform(
            AnswerSerum(
                campaign: EvaluationScene.selector, intervention: scene.number, disease: .brucellosis,
                isImpossible: isImpossible, note: note), today: "2021-01-12")
    }

    private func state(_ scene: EvaluationScene) async throws -> [String?] {
        let list = ListWork(campaign: EvaluationScene.selector, kind: .serumBank)
        return try await scene.perform(list, today: "2021-01-12").objects.map { $0["detail"] }
    }

    @Test(
        "PRO-255: the laboratory gets a list as PDF and CSV and an analysis request for the kept sera, once",
        arguments: Engine.allCases)
    func request(engine: Engine) async throws {
        try await EvaluationScene.letters(engine) { scene in
            let tray = LetterTray()
            let outcome = try await ask(scene, tray)
            #expect((outcome.asked, outcome.laboratories) == (1, 1))
            #expect(
                tray.names == [
                    "serotheque-LDA63-2021-01-12.pdf", "serotheque-LDA63-2021-01-12.csv",
                    "DAI-LDA63-SERO-\(scene.number)-2021-01-12.xml",
                ])
            let sera = (8..<12).map { "FR99000\(10000 + $0)" }
            let csv = String(decoding: tray.files[1].bytes, as: UTF8.self)
            #expect(csv.contains(";BRU;2020-11-02;12;8;4;\(sera.joined(separator: " "))"))
            let xml = String(decoding: tray.files[2].bytes, as: UTF8.self)
            #expect(sera.allSatisfy(xml.contains))
            #expect(!xml.contains("FR9900010000"))
            #expect(xml.contains("disease=\"BRU\"") && !xml.contains("disease=\"LEU\""))
            #expect(try await state(scene) == ["asked"])
            #expect(try await ask(scene).asked == 0)
            let register = try await scene.letterRegister { $0.kind = RequestSerum.letterKind }
            #expect(register.map { $0["destinataire"] } == ["LDA63"])
        }
    }

    @Test(
        "PRO-255, PRO-258: impossible needs its reason, and leads to the keeper's letter with a new visit",
        arguments: Engine.allCases)
    func impossible(engine: Engine) async throws {
        try await EvaluationScene.letters(engine) { scene in
            let early = try await scene.refusals { try await answer(scene, isImpossible: true, note: "détruits") }
            #expect(early == ["serum-request-unknown"])
            _ = try await ask(scene)
            let before = try await scene.write(.complementAfterSerumBank) { $0.target = .workList(.serumBank) }
            #expect((before.written, before.withoutGround) == (0, 1))
            let silent = try await scene.refusals { try await answer(scene, isImpossible: true, note: " ") }
            #expect(silent == ["serum-note-missing"])
            try await answer(scene, isImpossible: true, note: "sérums détruits")
            #expect(try await state(scene) == ["impossible"])
            let tray = LetterTray()
            #expect(
                try await scene.write(.complementAfterSerumBank, tray) { $0.target = .workList(.serumBank) }.written
                    == 1)
            let words = try scene.words(tray)
            #expect(words.contains("Nous avons demandé au laboratoire d’analyses (Laboratoire départemental)"))
            #expect(words.contains("8 avec résultat sur 12 demandés, soit 4 manquant(s)"))
            #expect(words.contains("au plus tard le 31 janvier 2021"))
        }
    }

    @Test("PRO-255: an answer says that results will come", arguments: Engine.allCases)
    func answered(engine: Engine) async throws {
        try await EvaluationScene.letters(engine) { scene in
            _ = try await ask(scene)
            try await answer(scene, isImpossible: false, note: nil)
            #expect(try await state(scene) == ["answered"])
        }
    }

    /// The proposal for brucellosis, as it stands without anybody computing again.
    private func proposal(_ scene: EvaluationScene) async throws -> String? {
        try await scene.database.read { connection in
            try connection.first("SELECT proposal FROM disease_state WHERE disease = 'BRU'", []) {
                $0.textOrNil(0) ?? ""
            }
        }
    }

    @Test(
        "PRO-234, decision 12: exits are deducted only once no serum can be analysed any more",
        arguments: Engine.allCases)
    func pendingSera(engine: Engine) async throws {
        try await EvaluationScene.letters(engine) { scene in
            _ = try await ask(scene)
            let asked = try await proposal(scene)
            #expect(asked != "A")
            try await scene.database.write { connection in
                try connection.execute(
                    """
                    UPDATE herd_assignment SET until = '2020-12-20'
                    WHERE animal_id IN (SELECT id FROM animal WHERE number >= 'FR9900010008')
                    """)
            }
            try await scene.recompute(today: "2021-01-12")
            #expect(try await proposal(scene) == asked)
            try await answer(scene, isImpossible: false, note: nil)
            #expect(try await proposal(scene) == asked)
            try await answer(scene, isImpossible: true, note: "sérums détruits")
            #expect(try await proposal(scene) == "A")
            // Announced results, of which some came.
            try await answer(scene, isImpossible: false, note: nil)
            #expect(try await proposal(scene) == asked)
            try await scene.database.write { connection in
                let day = try #require(Day("2021-01-12"))
                try connection.markStatesDue(
                    campaign: scene.campaign, interventions: [scene.intervention], disease: .brucellosis, on: day,
                    resultsOn: day)
            }
            _ = try await scene.perform(
                RecomputeStatus(selector: EvaluationScene.selector, extent: .due), today: "2021-01-12")
            #expect(try await proposal(scene) == "A")
        }
    }

    @Test("PRO-255: a plan without laboratory is said, another laboratory has nothing to be asked")
    func refusals() async throws {
        try await EvaluationScene.letters(.sqlite) { scene in
            let other = try await scene.refusals { _ = try await ask(scene, laboratory: "LDA99") }
            #expect(other == ["serum-nothing-to-ask"])
            try await scene.database.write { try $0.execute("UPDATE requested_plan SET laboratory_id = NULL") }
            let outcome = try await ask(scene)
            #expect(outcome.findings.map(\.code) == ["serum-laboratory-missing"])
            #expect(outcome.asked == 0)
        }
    }
}
