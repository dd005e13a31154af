import Kernel
import Prophylaxis
import Store

extension SetupCheck {
    /// 3.5: interventions and criteria that did not come from this set-up.
    static let origin: [SetupCheck] = [
        SetupCheck(.creation, ["PRO-71"]) { facts in
            let foreign = facts.interventions.values.filter { row in
                guard facts.isExecuted else { return true }
                return row.origin == .history || facts.plans[row.id] == nil
            }
            return [SetupRemark(.programmedElsewhere, .warning, on: foreign.map(\.number).sorted())].compactMap { $0 }
        },
        SetupCheck(.creation, ["PRO-72", "PRO-81"]) { facts in
            let open = facts.campaign.criteriaToReview
            return [SetupRemark(.criterionNotReviewed, .refused, on: open.map(\.rawValue))].compactMap { $0 }
        },
        SetupCheck(.creation, ["PRO-77"], executed: true) { facts in
            let left = facts.herds.compactMap { setup -> String? in
                guard setup.inclusion.reasons.first == .closed,
                    let row = facts.interventions[setup.herd.id], row.state == .planned
                else { return nil }
                return "\(setup.herd.reference) (\(row.number))"
            }
            return [SetupRemark(.transferMissing, .warning, on: left)].compactMap { $0 }
        },
    ]
}

extension CampaignRow {
    /// Criteria of a copied campaign that nobody looked at yet (PRO-81); none where it was not copied.
    package var criteriaToReview: [SetupCriterion] {
        guard copiedFrom != nil else { return [] }
        let reviewed = Set(reviewedCriteria ?? [])
        return SetupCriterion.allCases.filter { !reviewed.contains($0.rawValue) }
    }
}
