/// What may go wrong with results and reports (PRO-193 to PRO-195, PRO-216, PRO-218, PRO-314). The raw values are those
/// that the reception of files records by itself.
package enum DysfunctionKind: String, Sendable, CaseIterable {
    // Descriptor ANODEPPHYB of annex 3, on an intervention.
    case reportAbsent = "ABSRAP"
    case modelNotApproved = "RAPNONCONF"
    case numberIncomplete = "NUMBOVNONNEG"

    case reportIncomplete = "report-incomplete"
    case reportWrong = "report-wrong"
    case reportLate = "report-late"
    case notAnalysed = "not-analysed"
    case uninterpretable
    case wrongMatrix = "wrong-matrix"
    case wrongTest = "wrong-test"
    case resultsLate = "results-late"
    case resultsMissing = "results-missing"
    case milkLate = "milk-late"
    case milkNotSent = "milk-not-sent"

    /// A value of the intervention's descriptor ANODEPPHYB (PRO-218, PRO-314).
    package var isDescriptor: Bool {
        switch self {
        case .reportAbsent, .modelNotApproved, .numberIncomplete: true
        default: false
        }
    }

    package var title: String {
        switch self {
        case .reportAbsent: "absence de rapport de tuberculination"
        case .modelNotApproved: "rapport de tuberculination hors modèle"
        case .numberIncomplete: "numéro de bovin non négatif incomplet"
        case .reportIncomplete: "rapport de tuberculination incomplet"
        case .reportWrong: "rapport de tuberculination erroné"
        case .reportLate: "rapport de tuberculination en retard"
        case .notAnalysed: "échantillon non analysé"
        case .uninterpretable: "échantillon ininterprétable"
        case .wrongMatrix: "mauvaise matrice au rapport d'analyse"
        case .wrongTest: "mauvais test"
        case .resultsLate: "résultats en retard"
        case .resultsMissing: "résultats absents"
        case .milkLate: "résultats de lait transmis en retard"
        case .milkNotSent: "fichier INFOLABO non transmis"
        }
    }
}
