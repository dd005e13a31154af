import Kernel
import Prophylaxis
import Store

/// Reasons of a status with their figures: what a person can check against the paper.
package struct StatusSentences: Sendable {
    let state: ShownState
    /// How the disease is to be tested.
    let plans: Set<Matrix>
    let campaign: (start: Day, end: Day)
    let maximumDays: Int

    package init(
        _ state: ShownState, plans: [RequestedPlanRow], campaign: (start: Day, end: Day), maximumDays: Int
    ) {
        self.state = state
        self.plans = Set(plans.filter { $0.disease == state.disease }.map(\.matrix))
        self.campaign = campaign
        self.maximumDays = maximumDays
    }

    package var all: [String] { state.reasons.map(sentence) }

    private func sentence(_ reason: DiseaseStatus.Reason) -> String {
        switch reason {
        case .nonNegativeResult: return "\(nonNegative) (annexe 2, règle 1)."
        case .nothingRequested:
            // The letter counts no plan before its document stands (PRO-231, AMB-05); decision 2: said as it is.
            return plans.isEmpty
                ? ReasonTexts.sentence(reason)
                : "Un plan est demandé (\(plans.map(CodeWords.matrix).sorted().joined(separator: ", "))), mais aucun "
                    + "document validé ne demande encore de bovin (annexe 2, règle 2)."
        case .testedWithoutAnomaly: return "\(done), sans anomalie (annexe 2, règle 4)."
        case .tooManyDays: return delay
        case .startedBeforeCampaign:
            return "Première visite le \(french(state.startedOn)), avant le début de la campagne le "
                + "\(french(campaign.start)) (annexe 2, règle 3a)."
        case .finishedAfterCampaign:
            return "Dernière visite le \(french(state.finishedOn)), après la fin de la campagne le "
                + "\(french(campaign.end)) (annexe 2, règle 3a)."
        case .underSampled:
            return "\(done) : il en manque au-delà de la tolérance (annexe 2, règle 3a)."
        case .notDoneInCampaign:
            return "\(done), alors que la campagne a pris fin le \(french(campaign.end)) "
                + "(annexe 2, règle 3b)."
        case .awaitingTests: return "\(done) : les analyses sont attendues (annexe 2, règle 5)."
        }
    }

    /// The milk of a herd is one sample, and no animal.
    private var isMilk: Bool { plans == [.milk] }

    private var nonNegative: String {
        if isMilk { return "Le lait du troupeau a un résultat non négatif" }
        let results = state.nonNegative > 1 ? "bovins ont un résultat non négatif" : "bovin a un résultat non négatif"
        return "\(state.nonNegative) \(results), sur \(tested)"
    }

    private var done: String {
        if isMilk { return state.tested > 0 ? "Lait du troupeau analysé" : "Lait du troupeau pas encore analysé" }
        return "\(tested) sur \(requested)"
    }

    private var delay: String {
        guard let first = state.startedOn, let last = state.finishedOn else {
            return ReasonTexts.sentence(.tooManyDays)
        }
        return "\(last.number - first.number) jours entre la première visite (\(first.french)) et la dernière "
            + "(\(last.french)), plus de \(maximumDays) (annexe 2, règle 3a)."
    }

    private var tested: String { state.tested == 1 ? "1 testé" : "\(state.tested) testés" }
    private var requested: String { state.requested == 1 ? "1 demandé" : "\(state.requested) demandés" }
    private func french(_ day: Day?) -> String { day?.french ?? "—" }
}
