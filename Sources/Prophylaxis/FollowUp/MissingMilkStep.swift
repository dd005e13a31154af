import Kernel

/// What comes next for bulk milk without a result, by the time since its fixed month began.
///
/// Source: DGAL/SDSPA/2020-653, 9.7.2 (PRO-200, PRO-201, PRO-202, PRO-203).
package enum MissingMilkStep: String, Sendable, CaseIterable {
    /// Its month has not passed.
    case wait
    /// The dairy laboratory samples it again on the delegate's monthly list.
    case reprogram
    /// Two months after the month's first day: the delegate asks the laboratory and tells the authority.
    case remind
    /// Nothing after the catch-up months: the herd passes from milk to blood, by the authority's decision.
    case passToBlood = "pass-to-blood"

    package init(month: Day, today: Day, _ parameters: MilkParameters) {
        let first = month.firstOfMonth
        self =
            if today < first.adding(months: 1) {
                .wait
            } else if today < first.adding(months: parameters.catchUpMonths) {
                .reprogram
            } else if today < first.adding(months: parameters.catchUpMonths + 1) {
                .remind
            } else {
                .passToBlood
            }
    }
}
