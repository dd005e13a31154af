import Kernel
import Prophylaxis

/// The orders in force for each disease, as a report of non-compliance names them (decision 22).
///
/// Source: DGAL/SDSPA/2020-653, annex 1 (PRO-319); the order of 8 October 2021 replaces that of 15 September 2003.
enum LegalTexts {
    private static let orders: [(disease: Disease, since: Day?, title: String)] = [
        (.brucellosis, nil, "Arrêté du 22 avril 2008 modifié (prophylaxie collective de la brucellose des bovinés)"),
        (.leukosis, nil, "Arrêté du 31 décembre 1990 modifié (prophylaxie collective de la leucose bovine enzootique)"),
        (.tuberculosis, nil, "Arrêté du 15 septembre 2003 modifié (prophylaxie collective de la tuberculose bovine)"),
        (
            .tuberculosis, Day(year: 2021, month: 10, day: 8),
            "Arrêté du 8 octobre 2021 (prévention et lutte contre l'infection par le complexe M. tuberculosis)"
        ),
    ]

    /// The order that a campaign's start falls under.
    static func order(for disease: Disease, on day: Day) -> String? {
        orders.last { $0.disease == disease && ($0.since.map { $0 <= day } ?? true) }?.title
    }
}
