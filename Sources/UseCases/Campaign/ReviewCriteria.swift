import Kernel
import Prophylaxis
import Store

/// Says of criteria of a copied campaign that they were looked at for this year (PRO-72, PRO-81).
package struct ReviewCriteria: UseCase {
    package let intention = Intention.campaignPrepare
    package let selector: CampaignSelector
    package let criteria: [SetupCriterion]

    package init(selector: CampaignSelector, criteria: [SetupCriterion]) {
        self.selector = selector
        self.criteria = criteria
    }

    package var department: String? { selector.department }

    /// - Returns: the criteria still to be looked at.
    package func run(_ context: Context) async throws -> [SetupCriterion] {
        let auditID = try await context.database.id()
        return try await context.database.write { connection in
            var campaign = try selector.lock(in: connection)
            try campaign.require(.draft, .validated)
            guard campaign.copiedFrom != nil else {
                throw Refused(CampaignFinding.nothingToReview, ["campaign": campaign.title])
            }
            let reviewed = Set(campaign.reviewedCriteria ?? []).union(criteria.map(\.rawValue))
            campaign.reviewedCriteria = SetupCriterion.allCases.map(\.rawValue).filter(reviewed.contains)
            try connection.update(campaign)
            var entry = context.entry(auditID, intention, campaign)
            entry.details = criteria.map { AuditDetail(subject: "criterion:\($0.rawValue)", outcome: "reviewed") }
            try connection.audit(entry)
            return campaign.criteriaToReview
        }
    }
}
