import Kernel
import Prophylaxis

/// Reasons of decisions as French sentences, in the words of the specification, each with its paragraph.
package enum ReasonTexts {
    /// The standard comment that goes with an evaluation (PRO-257, PRO-263, PRO-265).
    package static func sentence(_ comment: EvaluationProposal.Comment) -> String {
        switch comment {
        case .completeSampling: "Prélèvements à compléter : sérothèque, puis rappel à l'éleveur."
        case .tuberculin90To99: "Sous-réalisation TUB 90 à 99 %"
        case .afterRetest: "Résultat obtenu après recontrôle ; géré par la DD(CS)PP."
        }
    }

    /// Why a status stands.
    package static func sentence(_ reason: DiseaseStatus.Reason) -> String {
        switch reason {
        case .nonNegativeResult: "Un résultat au moins est non négatif (annexe 2, règle 1)."
        case .nothingRequested: "Aucun bovin n'est demandé et aucun plan n'est demandé (annexe 2, règle 2)."
        case .tooManyDays:
            "La réalisation dépasse 90 jours entre la première et la dernière visite (annexe 2, règle 3a)."
        case .startedBeforeCampaign: "La réalisation commence avant la campagne (annexe 2, règle 3a)."
        case .finishedAfterCampaign: "La réalisation finit après la campagne (annexe 2, règle 3a)."
        case .underSampled: "Le nombre analysé manque le nombre demandé au-delà de la tolérance (annexe 2, règle 3a)."
        case .notDoneInCampaign: "Rien n'est réalisé alors que la campagne est finie (annexe 2, règle 3b)."
        case .testedWithoutAnomaly: "Des bovins sont analysés, sans anomalie (annexe 2, règle 4)."
        case .awaitingTests: "Les analyses sont attendues (annexe 2, règle 5)."
        }
    }

    /// Why an evaluation is proposed.
    package static func sentence(_ reason: EvaluationProposal.Reason) -> String {
        switch reason {
        case .notProgrammed: "La maladie n'est pas programmée (tableau 5)."
        case .managedByAuthority: "Le troupeau est suspendu ou infecté : géré par la DD(CS)PP (10.6.3.3, cas 2 et 3)."
        case .notDelegated: "La maladie n'est pas déléguée (tableau 5)."
        case .nonNegative: "Un résultat non négatif ou douteux existe (tableau 7)."
        case .decisionAwaited: "Résultat de brucellose non négatif : décision du délégant attendue (tableau 7)."
        case .retestOrdered: "Le recontrôle de brucellose est ordonné et attendu (tableau 7)."
        case .retestNegativeNotReceived: "Recontrôle connu négatif, résultat non encore reçu (tableau 5)."
        case .retestPositive: "Le recontrôle de brucellose n'est pas négatif (tableau 7)."
        case .retestNotDone: "Le recontrôle de brucellose n'a pas été fait (tableau 7)."
        case .evidenceOnly: "La réalisation est prouvée, mais aucun résultat n'est lisible (9.5.3 NB)."
        case .numberUnknown: "Le nombre de bovins tuberculinés n'est pas connu (10.6.3.1 NB 4)."
        case .nonCompletionDecision: "Une décision de non réalisation est prise : aucun rapport n'est dû (11.4.1)."
        case .delay: "La réalisation est hors délai ou hors campagne (tableau 6)."
        case .notDone: "Rien n'est réalisé à la fin de la campagne (tableau 6)."
        case .notDoneYet: "Rien n'est encore réalisé."
        case .underSampled: "Le nombre analysé est insuffisant et ne peut plus être complété (tableau 6)."
        case .underSampledCurable: "Le nombre analysé est insuffisant et peut encore être complété (tableau 6)."
        case .tuberculin90To99: "Le taux de tuberculination est de 90 % à moins de 100 % (tableau 6)."
        case .compliant: "Réalisé sans non-conformité (tableau 5)."
        }
    }
}
