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

    static func test(_ plan: DocumentPlan) -> String {
        switch plan.matrix {
        case .blood: "Sang – \(plan.method)"
        case .milk: "Lait – \(plan.method)"
        case .skin: "Intradermotuberculination – \(plan.method)"
        }
    }

    static func herdClass(_ code: String) -> String? {
        switch HerdClass(rawValue: code) {
        case .dairy: "Laitier"
        case .beef: "Allaitant"
        case .fatteningIndoor: "Engraissement en bâtiment"
        case .fatteningDerogatory: "Engraissement dérogatoire"
        case .bullRanch: "Manade"
        case .summerPasture: "Estive collective"
        case .vealSelection: "Sélection de veau"
        case .approvedBreeding: "Centre de reproduction agréé"
        case nil: nil
        }
    }
}
