import Kernel
import Prophylaxis
import Store
import TestSupport
import Testing

@testable import UseCases

@Suite("Issue 3 §3, CAL-30: an intervention in the words of the people of the herd") struct OwnWordsTests {
    @Test("every table that they are shown is one that they may see, with columns that it has")
    func tables() {
        let themes = InterventionTheme.ownBeforeStatus + InterventionTheme.ownAfterStatus + [.milk]
        for (title, columns) in OwnTables.shown {
            let theme = themes.first { $0.title == title }
            let known = Set(theme?.columns.map(\.title) ?? [])
            #expect(columns.allSatisfy(known.contains), "\(title): \(columns)")
        }
        let all = OwnTables.shown.flatMap(\.columns)
        #expect(!all.contains("Empreinte") && !all.contains("Trace de la demande"))
    }

    private static func identity(of scene: EvaluationScene) -> InterventionIdentity {
        InterventionIdentity(
            campaign: scene.campaign, id: scene.intervention, number: scene.number, department: Fixture.department)
    }

    @Test("what is to be done: who, how many, until when", arguments: Engine.allCases)
    func todo(engine: Engine) async throws {
        try await EvaluationScene.run(
            engine, brucellosis: Array(repeating: nil, count: 12), leukosis: Array(repeating: "NEG", count: 12)
        ) { scene in
            let file = try await scene.perform(ShowOwnIntervention(Self.identity(of: scene)))
            #expect(file.todo.contains { $0.hasPrefix("Brucellose : ") && $0.contains("12") })
            #expect(!file.todo.contains { $0.hasPrefix("Leucose") })
            let leukosis = try #require(file.diseases.first { $0.disease == .leukosis })
            #expect(leukosis.meaning == "Les résultats reçus sont tous négatifs.")
            #expect(leukosis.figures == "12 bovins testés sur 12, 0 non négatif")
        }
    }

    @Test("a report ends what is to be done; a non-negative says who decides", arguments: Engine.allCases)
    func standing(engine: Engine) async throws {
        let sick: [String?] = ["POS"] + Array(repeating: "NEG", count: 11)
        try await EvaluationScene.run(
            engine, brucellosis: sick, leukosis: Array(repeating: "NEG", count: 12)
        ) { scene in
            let file = try await scene.perform(ShowOwnIntervention(Self.identity(of: scene)))
            let brucellosis = try #require(file.diseases.first { $0.disease == .brucellosis })
            #expect(brucellosis.meaning.contains("La DD(CS)PP décide de la suite"))
            let found = file.tables.sections.first { $0.title.hasPrefix("Bovins non négatifs") }
            #expect(found?.rows.first?.contains("positif") == true && found?.rows.first?.contains("brucellose") == true)
        }
        try await EvaluationScene.run(
            engine, brucellosis: Array(repeating: "NEG", count: 12), leukosis: Array(repeating: "NEG", count: 12)
        ) { scene in
            try await scene.evaluate([.brucellosis: .compliant, .leukosis: .compliant])
            _ = try await scene.issue()
            let file = try await scene.perform(ShowOwnIntervention(Self.identity(of: scene)))
            #expect(file.todo.count == 1 && file.todo[0].hasPrefix("Terminé : le rapport d'inspection est émis le "))
        }
    }
}
