import Documents
import Store
import Testing

@testable import UseCases

@Suite("Issue 3 §3: what a work list asks for, on each face") struct WorkListWordsTests {
    @Test("pages and programs read no command and no code", arguments: WorkListKind.allCases)
    func pages(kind: WorkListKind) {
        #expect(!kind.action.contains("vigie"))
        let words = kind.action.split { " ,;:()'.".contains($0) }
        #expect(words.allSatisfy { word in !LetterKind.allCases.contains { $0.rawValue == word } })
    }

    @Test(
        "the command line names what is typed",
        arguments: [
            (WorkListKind.alerts, "Traiter l'alerte, puis la clore avec un motif (vigie worklist close)."),
            (
                .outsideVisits,
                "Écrire à l'éleveur, éditer le document avant la visite (visite-hors-campagne)."
            ),
            (.doubtful, "Décider du résultat ; une évaluation A est exclue d'ici là."),
        ])
    func terminal(kind: WorkListKind, action: String) {
        #expect(kind.actionAtTerminal == action)
    }
}
