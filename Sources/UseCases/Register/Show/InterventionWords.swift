import Exchange
import Prophylaxis
import Register
import Store

/// The codes of a dossier's tables in French. An unknown code stays as it is: nothing is hidden.
enum InterventionWords {
    static func row(_ fields: [String], of theme: InterventionTheme) -> [String] {
        zip(fields, theme.columns).map { field, column in
            guard let words = column.words, !field.isEmpty else { return field }
            return word(field, words)
        }
    }

    /// What an alert or a task is about.
    static func work(_ code: String) -> String { simple(.work)[code] ?? code }

    /// A tuberculin outcome in words; a laboratory's interpretation stays the code it is.
    static func outcome(_ code: String) -> String { simple(.outcome)[code] ?? code }

    /// Who a printed copy is for.
    static func copy(_ code: String) -> String { simple(.copy)[code] ?? code }

    private static func word(_ code: String, _ words: InterventionTheme.Vocabulary) -> String {
        switch words {
        case .matrix: Matrix(rawValue: code).map(CodeWords.matrix) ?? code
        case .method: TestMethod(rawValue: code).map(CodeWords.method) ?? code
        case .herdClass: CodeWords.herdClass(code: code)
        case .authorisation: AuthorisationKind(rawValue: code).map(CodeWords.authorisation) ?? code
        case .nonCompletion: NonCompletionCode(rawValue: code).map { "\($0.rawValue) \($0.french)" } ?? code
        case .followUp: FollowUpCode(rawValue: code).map { "\($0.rawValue) \($0.french)" } ?? code
        case .diseases: Int(code).map { Disease.set($0).map(\.rawValue).joined(separator: ", ") } ?? code
        case .dysfunction: DysfunctionWords.word(code)
        default: simple(words)[code] ?? code
        }
    }

    private static func simple(_ words: InterventionTheme.Vocabulary) -> [String: String] {
        switch words {
        case .kind: ["main": "principale", "retest": "recontrôle", "outside": "hors campagne"]
        case .interventionState: ["planned": "prévue", "withdrawn": "retirée"]
        case .origin:
            [
                "execution": "exécution de la campagne", "added": "ajoutée", "copied": "copiée",
                "history": "reprise d'historique",
            ]
        case .documentState: ["draft": "brouillon", "validated": "validée", "cancelled": "annulée"]
        case .copy: ["labels": "étiquettes", "farmer": "éleveur", "tuberculin": "tuberculination"]
        case .outcome:
            [
                "positive": "positif", "doubtful": "douteux", "large-doubtful": "grand douteux",
                "small-doubtful": "petit douteux",
            ]
        case .retest:
            [
                "ordered": "ordonné", "negative": "négatif", "negative-not-received": "négatif, résultat non reçu",
                "positive": "non négatif", "not-done": "non fait",
            ]
        case .audience: ["delegate": "délégataire", "authority": "DD(CS)PP"]
        case .workState: ["open": "ouverte", "done": "traitée", "dismissed": "écartée"]
        case .work:
            [
                "alert-non-negative": "résultat non négatif", "alert-doubtful": "résultat douteux",
                "replacement-removes-non-negative": "un remplacement retire un non négatif",
                "replacement-changes-sign": "un remplacement change un résultat",
                "report-contradicted": "résultat qui contredit le rapport",
                "non-completion-reopened": "décision de non réalisation reprise",
                "milk-result-missing": "résultats de lait absents", "refusal": "refus",
                "referral": "transmis à l'autorité",
                "re-edition-requested": "réédition demandée par le vétérinaire",
                "paper-received": "pièce jointe par le vétérinaire",
                "veterinarian-update-requested": "mise à jour du vétérinaire sanitaire demandée",
            ]
        case .movement: ["entry": "entrée", "exit": "sortie"]
        case .note: ["added": "ajout", "withdrawn": "retrait", "laboratory": "laboratoire"]
        case .visit: ["sampling": "prélèvement", "injection": "tuberculination"]
        case .evidence: ["realisation": "réalisation", "negative-test-elsewhere": "test négatif ailleurs"]
        case .yesNo: ["0": "non", "1": "oui"]
        default: [:]
        }
    }
}
