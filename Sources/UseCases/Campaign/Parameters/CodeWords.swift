import Exchange
import Prophylaxis
import Register
import Store

/// The official French words of the codes that a campaign uses.
package enum CodeWords {
    package static func disease(_ disease: Disease) -> String {
        switch disease {
        case .brucellosis: "brucellose"
        case .leukosis: "leucose"
        case .tuberculosis: "tuberculose"
        }
    }

    package static func state(_ state: CampaignRow.State) -> String {
        switch state {
        case .draft: "en préparation"
        case .validated: "validée"
        case .executed: "exécutée"
        case .closed: "close"
        }
    }

    /// A state that travelled as its code; an unknown code stays as it is.
    package static func state(code: String) -> String { CampaignRow.State(rawValue: code).map(state) ?? code }

    package static func method(_ method: TestMethod) -> String {
        switch method {
        case .bufferedAntigen: "épreuve à l'antigène tamponné"
        case .elisa: "ELISA"
        case .simpleSkin: "intradermotuberculination simple"
        case .comparativeSkin: "intradermotuberculination comparative"
        case .serology: "sérologie"
        case .complementFixation: "fixation du complément"
        }
    }

    package static func matrix(_ matrix: Matrix) -> String {
        switch matrix {
        case .blood: "sang"
        case .milk: "lait de mélange"
        case .skin: "peau"
        }
    }

    /// The class of a herd by its code; an unknown code stays as it is.
    package static func herdClass(code: String) -> String { HerdClass(rawValue: code)?.french ?? code }

    package static func criterion(_ criterion: SetupCriterion) -> String {
        switch criterion {
        case .dates: "dates et échéances"
        case .diseases: "maladies déléguées"
        case .classes: "classes d'atelier"
        case .herds: "ateliers nommés"
        case .screening: "rythmes de dépistage (rang)"
        case .tests: "tests et natures de prélèvement"
        case .tuberculin: "tuberculination"
        case .milk: "lait de mélange"
        case .laboratories: "laboratoires"
        case .sampling: "choix des bovins"
        case .documents: "documents d'accompagnement"
        case .assessment: "statuts, évaluation et relances"
        }
    }

    package static func month(_ month: Int) -> String {
        let names = [
            "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
            "novembre", "décembre",
        ]
        return names.indices.contains(month - 1) ? names[month - 1] : String(month)
    }

    package static func authorisation(_ kind: AuthorisationKind) -> String {
        switch kind {
        case .bloodTestExemption: "dérogation au contrôle sérologique"
        case .rawMilkSale: "vente de lait cru"
        case .delegation: "délégation prophylaxie bovine"
        case .suspension: "suspension"
        case .infection: "infection"
        case .repopulated: "repeuplé"
        case .contactZone: "zone contact"
        case .specificRisk: "risque spécifique"
        case .requalification: "protocole de requalification"
        case .fatteningDerogation: "engraissement dérogatoire"
        case .approvedBreeding: "reproduction agréée"
        case .officiallyFreeDerogation: "officiellement indemne dérogataire"
        }
    }

    /// A decision of `HerdInclusion` in words.
    package static func inclusion(_ reason: HerdInclusion.Reason) -> String {
        switch reason {
        case .classIncluded: "classe dépistée"
        case .includedByName: "inclus nommément"
        case .changeOfType: "changement de typologie en cours de campagne"
        case .closed: "fermé"
        case .excludedByName: "exclu nommément"
        case .requalification: "protocole de requalification"
        case .fatteningDerogation: "engraissement dérogatoire"
        case .approvedBreeding: "reproduction agréée"
        case .openedAfterStart: "ouvert après le début de la campagne"
        case .classNotIncluded: "classe non dépistée"
        }
    }

    /// A reason of `RequiredPlans` in words.
    package static func plan(_ reason: RequiredPlans.Reason) -> String {
        switch reason {
        case .screening: "rythme de dépistage"
        case .riskHerd: "troupeau à risque"
        case .rawMilk: "vente de lait cru"
        case .annualClass: "classe testée chaque année"
        case .bulkMilk: "dérogation au contrôle sérologique"
        case .noExemption: "sans dérogation au contrôle sérologique"
        case .exemptionWithoutDelivery: "dérogation sans livraison en laiterie"
        case .notThisYear: "pas cette année"
        case .notScreened: "non dépisté"
        case .undefinedRhythm: "rythme non défini"
        case .officiallyFreeDerogation: "officiellement indemne dérogataire"
        }
    }
}
