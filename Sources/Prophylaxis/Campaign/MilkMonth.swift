import Kernel

/// The fixed month of bulk-milk sampling (PRO-108), the recommended slot (PRO-66) and the catch-up (PRO-200, AMB-11).
package enum MilkMonth {
    /// The first day of the first such month that the campaign touches: November of 2020–2021 is 2020-11-01.
    /// - Parameter month: 1–12.
    package static func firstDay(ofMonth month: Int, campaignStart: Day) -> Day {
        let ahead = (month - campaignStart.month + 12) % 12
        return campaignStart.firstOfMonth.adding(months: ahead)
    }

    /// 1 October to the last day of February (3.4.3): leaving it inside the campaign is a warning, never an anomaly.
    package static func isInRecommendedSlot(_ firstDay: Day) -> Bool {
        let month = firstDay.month
        return month >= 10 || month <= 2
    }

    /// The month in which a missing sampling is asked for again, and nil once the catch-up is used up.
    package static func reprogrammed(after month: Day, due: Day, _ parameters: MilkParameters) -> Day? {
        let next = month.firstOfMonth.adding(months: 1)
        return next <= due.firstOfMonth.adding(months: parameters.catchUpMonths) ? next : nil
    }
}
