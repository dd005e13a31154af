import Exchange
import Prophylaxis
import Register
import Store

/// French words on a sampling document.
enum DocumentTexts {
    static func display(_ display: DocumentDisplay) -> String {
        let range =
            switch display.range {
            case .all: "Tous les bovins de l'atelier"
            case .over(let months): "Bovins de plus de \(months) mois et bovins à prélever"
            case .selected: "Bovins à prélever seulement"
            }
        return display.onlyUnsampled ? range + ", sans ceux déjà prélevés" : range
    }

    static func mention(_ kind: DocumentSubject.Kind) -> String? {
        switch kind {
        case .main: nil
        case .retest: "Recontrôle : seuls les bovins désignés sont à prélever."
        case .outside: "Intervention hors campagne, rattachée à une intervention de la campagne."
        }
    }

    /// Diseases outside the campaign whose analyses are asked for apart (PRO-60).
    static func attached(_ diseases: [String]) -> String? {
        diseases.isEmpty
            ? nil : "Mêmes prélèvements, hors campagne : \(diseases.joined(separator: ", ")) (demande à part)."
    }

    static func test(_ plan: DocumentPlan) -> String {
        switch plan.matrix {
        case .blood: "Sang – \(plan.method)"
        case .milk: "Lait – \(plan.method)"
        case .skin: "Intradermotuberculination – \(plan.method)"
        }
    }

    /// The class of a herd with a capital, as it begins a line.
    static func herdClass(_ code: String) -> String? {
        HerdClass(rawValue: code).map { herdClass in
            String(herdClass.french.prefix(1)).uppercased() + String(herdClass.french.dropFirst())
        }
    }
}
