import Kernel
import Prophylaxis
import Register
import Store

extension SetupCheck {
    /// 3.4.4 NB and 6.5, 6.6: the dairy herds against the dairy laboratories' producers and samplings.
    static let milk: [SetupCheck] = [
        SetupCheck(.creation, ["PRO-69"]) { facts in
            let delivering = Set(facts.herds.filter { $0.isOpenDairy }.map(\.herd.reference.holding))
            let unknown = facts.producerHoldings.subtracting(delivering).sorted()
            return [SetupRemark(.producerWithoutDairyHerd, .warning, on: unknown)].compactMap { $0 }
        },
        SetupCheck(.execution, ["PRO-115"]) { facts in
            let missing = facts.names(facts.herds) { setup in
                guard setup.isProgrammed, !facts.producerHoldings.contains(setup.herd.reference.holding) else {
                    return false
                }
                return setup.plans.plans.contains { $0.matrix == .milk }
            }
            return [SetupRemark(.dairyHerdWithoutProducer, .warning, on: missing)].compactMap { $0 }
        },
        SetupCheck(.execution, ["PRO-116", "PRO-52"]) { facts in
            let wrong = facts.names(facts.herds) { setup in
                let exempt = setup.herd.diseases(of: .bloodTestExemption)
                guard !exempt.isEmpty, setup.inclusion.reasons.first != .closed else { return false }
                let isPartial = !exempt.contains(.brucellosis) || !exempt.contains(.leukosis)
                return isPartial || setup.herd.milkDelivery != .dairy
            }
            return [SetupRemark(.exemptionWrong, .warning, on: wrong)].compactMap { $0 }
        },
        SetupCheck(.execution, ["PRO-117"], executed: true) { facts in
            let missing = facts.milkPlans.filter { plan in
                let isPast = plan.month.adding(months: 1) <= facts.today
                return isPast && facts.milkSamplings[plan.sampling] == nil
            }
            let names = missing.map { "\($0.setup.herd.reference) \($0.sampling.disease.rawValue)" }
            return [SetupRemark(.milkGap, .warning, on: names)].compactMap { $0 }
        },
    ]
}

extension HerdSetup {
    fileprivate var isOpenDairy: Bool { herd.milkDelivery == .dairy && inclusion.reasons.first != .closed }
}

/// A bulk-milk plan of a planned intervention.
package struct MilkPlan: Sendable {
    package let setup: HerdSetup
    package let intervention: InterventionRow
    package let month: Day
    package let sampling: MilkSampling
}

extension SetupFacts {
    /// In the order of the herds.
    package var milkPlans: [MilkPlan] {
        herds.flatMap { setup -> [MilkPlan] in
            guard let row = interventions[setup.herd.id], row.state == .planned else { return [] }
            return (plans[row.id] ?? []).compactMap { plan in
                guard plan.matrix == .milk, let month = plan.dueMonth else { return nil }
                let sampling = MilkSampling(holding: setup.herd.reference.holding, disease: plan.disease)
                return MilkPlan(setup: setup, intervention: row, month: month, sampling: sampling)
            }
        }
    }
}
