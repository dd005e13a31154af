import Exchange
import Prophylaxis
import Store

/// The balance in words: its sections, in their order, and the values that are not official codes.
enum BalanceWords {
    struct Section: Sendable {
        let code: String
        let title: String
        /// The heading that it stands under.
        let chapter: String
    }

    static let sections: [Section] = [
        ("Réalisation", "interventions", "Interventions"), ("Réalisation", "plans", "Plans d'analyse"),
        ("Réalisation", "demandes", "Bovins demandés"), ("Réalisation", "testes", "Bovins testés"),
        ("Réalisation", "taux_realisation", "Taux de réalisation"),
        ("Résultats", "statuts", "Statuts"), ("Résultats", "non_negatifs", "Bovins non négatifs"),
        ("Résultats", "taux_non_negatifs", "Part de non négatifs"),
        ("Résultats", "part_lien", "Non négatifs selon le lien épidémiologique"),
        ("Résultats", "part_risque", "Non négatifs selon le risque"),
        ("Résultats", "part_rythme", "Non négatifs selon le rythme de dépistage"),
        ("Résultats", "evaluations", "Évaluations"), ("Résultats", "rapports", "Rapports d'inspection"),
        ("Résultats", "suites", "Suites de l'autorité"),
        ("Ce qui n'a pas été fait, et pourquoi", "retraits", "Retirées de la campagne"),
        ("Ce qui n'a pas été fait, et pourquoi", "dnr", "Décisions de non réalisation"),
        ("Ce qui n'a pas été fait, et pourquoi", "non_realisees", "Non réalisées sans décision"),
        ("Ce qui n'a pas été fait, et pourquoi", "motifs_b", "Évaluées B"),
        ("Dysfonctionnements par nature", "dysfonctionnements", "Dysfonctionnements"),
    ].map { Section(code: $0.1, title: $0.2, chapter: $0.0) }

    static func value(_ key: BalanceKey) -> String {
        switch (key.section, key.value) {
        case ("interventions", "planned"): "prévues"
        case ("interventions", "withdrawn"): "retirées"
        case ("plans", let matrix): Matrix(rawValue: matrix).map(CodeWords.matrix) ?? matrix
        case ("dnr", let code): NonCompletionCode(rawValue: code).map { "\(code) \($0.french)" } ?? code
        case ("suites", let code): FollowUpCode(rawValue: code).map { "\(code) \($0.french)" } ?? code
        case ("dysfonctionnements", let kind): DysfunctionWords.word(kind)
        case ("non_realisees", ""): "ni rapport ni décision"
        case ("non_realisees", let value): "rapport \(value)"
        case ("retraits", ""), ("motifs_b", ""): "sans motif écrit"
        case ("part_lien", let value): CategoryWords.value(value, .link)
        case ("part_risque", let value): CategoryWords.value(value, .risk)
        case ("part_rythme", let value): CategoryWords.value(value, .rank)
        default: key.value
        }
    }
}

/// The categories of herds in words (PRO-206).
package enum CategoryWords {
    package static func column(_ category: HerdCategory) -> String {
        switch category {
        case .link: "lien"
        case .rank: "rythme"
        case .risk: "risque"
        case .herdClass: "classe"
        case .commune: "commune"
        }
    }

    package static func value(_ value: String, _ category: HerdCategory) -> String {
        switch (category, value) {
        case (.link, "yes"): "lien épidémiologique"
        case (.link, _): "sans lien connu"
        case (.risk, "yes"): "troupeaux à risque"
        case (.risk, _): "autres troupeaux"
        case (.rank, ""): "rythme non défini"
        case (.rank, "0"): "non dépistée"
        case (.rank, "1"): "chaque année"
        case (.rank, let years): "tous les \(years) ans"
        case (.herdClass, let code): CodeWords.herdClass(code: code)
        case (.commune, ""): "commune inconnue"
        case (.commune, let insee): insee
        }
    }
}
