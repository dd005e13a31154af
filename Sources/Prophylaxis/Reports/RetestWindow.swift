import Kernel

/// When a brucellosis retest may be made: 15 to 60 days after the authority's notice, both included.
///
/// Source: DGAL/SDSPA/2020-653, table 7 (PRO-262); AMB-32: counted from the notification, the limit is stored.
package struct RetestWindow: Sendable, Hashable {
    package let from: Day
    package let until: Day

    package init(notifiedOn: Day, _ parameters: FollowUpParameters) {
        from = notifiedOn.adding(days: parameters.retestFromDays)
        until = notifiedOn.adding(days: parameters.retestUntilDays)
    }

    package func contains(_ day: Day) -> Bool { from <= day && day <= until }
}
