import Kernel
import Prophylaxis

extension SetupCheck {
    /// 3.3 and 3.4.3: the campaign's dates, the milk's months, the authority's deadline.
    static let dates: [SetupCheck] = [
        SetupCheck(.creation, ["PRO-65"]) { facts in
            let reasons = try facts.dateReasons()
            let (start, end) = (facts.campaign.startsOn.french, facts.campaign.endsOn.french)
            return [
                reasons.contains(.startsBeforeSeptember) ? SetupRemark(.startsEarly, .warning, ("start", start)) : nil,
                reasons.contains(.endsAfterMay) ? SetupRemark(.endsLate, .warning, ("end", end)) : nil,
            ].compactMap { $0 }
        },
        SetupCheck(.creation, ["PRO-66"]) { facts in
            let reasons = try facts.dateReasons()
            return [
                reasons.contains(.milkOutsideSlot) ? SetupRemark(.milkOutsideSlot, .warning) : nil,
                reasons.contains(.milkOutsideCampaign) ? SetupRemark(.milkOutsideCampaign, .refused) : nil,
            ].compactMap { $0 }
        },
        SetupCheck(.creation, ["PRO-62"]) { facts in
            guard !facts.isExecuted else { return [] }
            let deadline = try facts.deadlines().authorisationsBy
            let isDue = facts.today <= deadline
            return [
                SetupRemark(
                    isDue ? .authorisationsDue : .authorisationsOverdue, isDue ? .info : .warning,
                    ("date", deadline.french))
            ]
        },
    ]
}

extension SetupFacts {
    func dateReasons() throws -> [CampaignDates.Reason] {
        let months = hasMilk ? [parameters.milk.brucellosisMonth, parameters.milk.leukosisMonth] : []
        return try CampaignDates.decide(
            .init(
                prophylaxisYear: campaign.prophylaxisYear, startsOn: campaign.startsOn, endsOn: campaign.endsOn,
                milkMonths: months)
        ).reasons
    }

    package func deadlines() throws -> CampaignDeadlines.Decision {
        try CampaignDeadlines.decide(
            .init(campaignStart: campaign.startsOn, campaignEnd: campaign.endsOn), parameters.deadlines)
    }
}
