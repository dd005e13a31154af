import Kernel
import Prophylaxis
import Store

extension SetupCheck {
    /// 5.5 and 6.5: plans and interventions that are not there.
    static let completeness: [SetupCheck] = [
        SetupCheck(.validation, ["PRO-99"]) { facts in
            let without = facts.parameters.delegatedDiseases.filter { !facts.programmedDiseases.contains($0) }
            return [
                facts.programmed.isEmpty ? SetupRemark(.nothingProgrammed, .refused) : nil,
                SetupRemark(.diseaseWithoutPlan, .warning, on: without.sorted().map(\.rawValue)),
                SetupRemark(.planMissing, .warning, on: facts.isExecuted ? facts.missingPlans() : []),
            ].compactMap { $0 }
        }
    ]

    static let execution: [SetupCheck] = [
        SetupCheck(.execution, ["PRO-113"], executed: true) { facts in
            let without = facts.names(facts.herds) { $0.isProgrammed && facts.interventions[$0.herd.id] == nil }
            return [SetupRemark(.interventionMissing, .warning, on: without)].compactMap { $0 }
        },
        SetupCheck(.execution, ["PRO-121"], executed: true) { facts in
            let without = facts.interventions.values.filter { $0.state == .planned && $0.veterinarian == nil }
            return [SetupRemark(.withoutVeterinarian, .warning, on: without.map(\.number).sorted())]
                .compactMap { $0 }
        },
        SetupCheck(.execution, ["PRO-114"], executed: true) { facts in
            func isSilent(_ kind: CampaignLetter, _ isAgreed: Bool?) -> Bool {
                isAgreed == true && (facts.letterCounts[kind.rawValue] ?? 0) == 0
            }
            return [
                isSilent(.practiceList, facts.convention?.vetListsDelegated)
                    ? SetupRemark(.vetsNotInformed, .warning) : nil,
                isSilent(.information, facts.convention?.farmersInformed)
                    ? SetupRemark(.farmersNotInformed, .warning) : nil,
            ].compactMap { $0 }
        },
    ]
}

/// What a campaign sends out, by the kind under which `letter` keeps it (PRO-111, PRO-112).
package enum CampaignLetter: String, Sendable, CaseIterable {
    /// To farmers: how prophylaxis is done this year.
    case information = "information-campagne"
    /// To a practice: the holdings to visit.
    case practiceList = "practice-list"
    /// To a dairy laboratory: the herds to sample in a month.
    case milkList = "milk-list"
    /// To a dairy laboratory: missing herds to sample next month (PRO-120).
    case milkAgain = "milk-again"
}

extension SetupFacts {
    fileprivate func missingPlans() -> [String] {
        herds.compactMap { setup in
            guard setup.inclusion.included, let row = interventions[setup.herd.id], row.state == .planned else {
                return nil
            }
            let present = Set((plans[row.id] ?? []).map(\.disease))
            let missing = setup.plans.plans.map(\.disease).filter { !present.contains($0) }
            guard !missing.isEmpty else { return nil }
            return "\(setup.herd.reference) (\(missing.map(\.rawValue).joined(separator: ", ")))"
        }
    }
}
