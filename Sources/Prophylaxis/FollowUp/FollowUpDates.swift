import Kernel

/// The days on which an unfinished intervention calls for someone.
///
/// Source: DGAL/SDSPA/2020-653, table 6 (PRO-251, PRO-253, PRO-254); EX-32. Limits are included (AMB-35).
package struct FollowUpDates: Sendable, Hashable {
    /// From this day herds not started are reminded.
    package let notStartedFrom: Day
    /// From this day an intervention that has begun is reminded; nil before the first visit.
    package let reminderFrom: Day?
    /// Last day to finish: 90 days after the first visit, the campaign's end at most.
    package let lastDay: Day

    package init(firstVisit: Day?, in campaign: CampaignParameters) {
        notStartedFrom = campaign.endsOn.adding(months: -campaign.followUp.notStartedMonthsBeforeEnd)
        reminderFrom = firstVisit?.adding(days: campaign.followUp.unfinishedDays)
        lastDay = min(
            firstVisit?.adding(days: campaign.status.maximumDays) ?? campaign.endsOn, campaign.endsOn)
    }
}

/// Who reminds: the delegate until the campaign's last day, from the day after it the authority (decision 23, PRO-282).
package enum ReminderAudience: String, Sendable, Codable {
    case delegate, authority

    package init(on today: Day, campaignEnd: Day) { self = today <= campaignEnd ? .delegate : .authority }
}
