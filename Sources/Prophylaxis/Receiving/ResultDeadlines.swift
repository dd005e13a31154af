import Kernel

/// When results are due, and how long a tuberculin report is kept.
package enum ResultDeadlines {
    /// Bulk-milk results are due less than one month after the analysis (PRO-173, PRO-217): 2020-11-10 gives
    /// 2020-12-10, the first day that is late.
    package static func milkLateFrom(analysedOn: Day) -> Day { analysedOn.adding(months: 1) }

    package static func isMilkLate(receivedOn: Day, analysedOn: Day) -> Bool {
        receivedOn >= milkLateFrom(analysedOn: analysedOn)
    }

    /// A tuberculin report is sent within the week after the reading (PRO-183).
    package static func tuberculinReportDue(readOn: Day) -> Day { readOn.adding(days: 7) }

    /// The whole report is kept at least five years from its receipt (PRO-184, decision 21).
    package static func tuberculinKeptUntil(receivedOn: Day) -> Day { receivedOn.adding(months: 60) }
}
