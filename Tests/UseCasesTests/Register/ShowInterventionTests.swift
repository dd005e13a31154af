import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

@Suite struct ShowInterventionTests {
    private func shown(_ scene: EvaluationScene, as role: Role = .inspector) async throws -> Dossier {
        let context = try context(scene.database, role: role)
        let found = try await FindIntervention("9900 \(scene.number.dropFirst(4))").all(context)
        return try await ShowIntervention(try #require(found.first)).perform(context)
    }

    private func rows(_ dossier: Dossier, _ title: String) -> [[String]] {
        dossier.sections.first { $0.title == title }?.rows ?? []
    }

    @Test(
        "PRO-221: an intervention shows its herd, plans, documents, animals, visits, results and states",
        arguments: Engine.allCases)
    func facts(engine: Engine) async throws {
        let negative: [String?] = Array(repeating: "NEG", count: 12)
        let mixed: [String?] = Array(repeating: "NEG", count: 10) + ["POS", "DTX"]
        try await EvaluationScene.run(engine, brucellosis: negative, leukosis: mixed) { scene in
            let dossier = try await shown(scene)
            for (label, value) in [
                ("EDE", "99000001"), ("Classe", "allaitant"), ("Nature", "principale"), ("État", "prévue"),
                ("En charge", "BRU : délégataire, LEU : délégataire, TUB : délégataire"),
            ] {
                #expect(dossier.facts.contains { $0.label == label && $0.value == value }, "\(label)")
            }
            #expect(rows(dossier, "Plans d'analyse").map { [$0[0], $0[1]] } == [["BRU", "sang"], ["LEU", "sang"]])
            #expect(rows(dossier, "Documents de prélèvement").map { $0[1] } == ["validée"])
            #expect(
                rows(dossier, "Bovins des documents") == [["BRU", "12", "0", "0"], ["LEU", "12", "0", "0"]])
            #expect(rows(dossier, "Visites").map { [$0[0], $0[1]] } == [["2020-11-02", "prélèvement"]])
            #expect(
                rows(dossier, "Résultats de sang").map { [$0[0], $0[1], $0[3]] } == [
                    ["BRU", "NEG", "12"], ["LEU", "DTX", "1"], ["LEU", "NEG", "10"], ["LEU", "POS", "1"],
                ])
            #expect(
                rows(dossier, "Bovins non négatifs, douteux ou ininterprétables").map { [$0[0], $0[1], $0[3]] } == [
                    ["FR9900010010", "LEU", "POS"], ["FR9900010011", "LEU", "DTX"],
                ])
            let states = rows(dossier, "Statut par maladie").map { Array($0.prefix(6)) }
            #expect(states.contains(["LEU", "AS", "C", "12", "11", "1"]))
        }
    }

    @Test(
        "PRO-221: each reason is a sentence with its figures and its paragraph", arguments: Engine.allCases)
    func reasons(engine: Engine) async throws {
        let half: [String?] = Array(repeating: "NEG", count: 6) + Array(repeating: nil, count: 6)
        let onePositive: [String?] = Array(repeating: "NEG", count: 11) + ["POS"]
        try await EvaluationScene.run(engine, brucellosis: half, leukosis: onePositive, today: "2021-05-05") { scene in
            let sentences = rows(try await shown(scene), "Motifs").map { $0[2] }
            #expect(
                sentences.contains(
                    "6 testés sur 12 demandés : il en manque au-delà de la tolérance (annexe 2, règle 3a)."))
            #expect(sentences.contains("1 bovin a un résultat non négatif, sur 12 testés (annexe 2, règle 1)."))
            #expect(
                sentences.contains("Le nombre analysé est insuffisant et ne peut plus être complété (tableau 6)."))
        }
    }

    @Test(
        "PRO-276, PRO-288: evaluations, report versions, follow-ups and who acted stay in the dossier",
        arguments: Engine.allCases)
    func history(engine: Engine) async throws {
        let negative: [String?] = Array(repeating: "NEG", count: 12)
        try await EvaluationScene.run(engine, brucellosis: negative, leukosis: negative) { scene in
            try await scene.evaluate(
                [.brucellosis: .compliant, .leukosis: .administrativeNonCompliance], comment: "bon absent")
            _ = try await scene.issue()
            let report = "RI-63-\(scene.number)"
            for code in [FollowUpCode.none, .warning] {
                try await scene.perform(
                    RecordFollowUp(campaign: EvaluationScene.selector, report: report, code: code), as: .authority)
            }
            let dossier = try await shown(scene)
            #expect(rows(dossier, "Évaluations").map { $0[1] } == ["A", "B"])
            #expect(rows(dossier, "Rapports d'inspection").map { Array($0.prefix(3)) } == [[report, "1", "B"]])
            let suites = rows(dossier, "Suites")
            #expect(suites.map { $0[1] } == ["ABS_SUITE absence de suite", "AVERT avertissement"])
            #expect(suites.map { $0[5].isEmpty } == [false, true])
            let journal = rows(dossier, "Journal")
            #expect(journal.contains { $0[1] == "evaluation.set" && $0[2] == "essai" })
            #expect(journal.contains { $0[1] == "report.issue" && $0[4] == "B" })
            #expect(journal.filter { $0[1] == "follow-up.record" && $0[3] == "authority" }.count == 2)
        }
    }

    @Test("PRO-53: raw milk is in no delegate's dossier of an intervention", arguments: Engine.allCases)
    func rawMilk(engine: Engine) async throws {
        try await EvaluationScene.run(engine, brucellosis: ["NEG"], leukosis: ["NEG"]) { scene in
            try await scene.database.write { connection in
                try connection.execute(
                    """
                    INSERT INTO authorisation (id, herd_id, kind, since)
                    SELECT 9000, id, 'raw-milk-sale', CAST(? AS \(connection.dialect == .postgres ? "DATE" : "TEXT"))
                    FROM herd
                    """, [.day(day("2020-01-01"))])
            }
            let title = "Autorisations pendant la campagne"
            #expect(rows(try await shown(scene), title).isEmpty)
            #expect(rows(try await shown(scene, as: .authority), title).map { $0[0] } == ["vente de lait cru"])
        }
    }

    @Test("An intervention of another territory is unknown", arguments: Engine.allCases)
    func scope(engine: Engine) async throws {
        try await EvaluationScene.run(engine, brucellosis: ["NEG"], leukosis: ["NEG"]) { scene in
            let here = try context(scene.database)
            let actor = Actor(
                login: "voisin", name: "Voisin", role: .inspector, scope: .departments(["15"]))
            let there = Context(database: scene.database, actor: actor, today: here.today, now: here.now)
            let codes = try await scene.refusals { _ = try await FindIntervention(scene.number).all(there) }
            #expect(codes == ["register-intervention-unknown"])
        }
    }
}
