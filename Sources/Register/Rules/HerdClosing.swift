import Kernel

/// Whether a herd should be closed: local criteria, in the order that the department gives them (step 1, 1.4; PRO-25,
/// PRO-28). The rule only points herds out; closing is somebody's act.
package enum HerdClosing {
    package enum Criterion: String, Codable, Sendable, CaseIterable {
        /// The EDE number of its holding has ended (PRO-27).
        case holdingEnded = "holding-ended"
        /// The identification base no longer has it: a closure candidate of the last full bundle.
        case activityClosed = "activity-closed"
        /// No cattle for so many months.
        case idle
        /// The keeper said that it ceases.
        case keeper
    }

    package struct Parameters: Codable, Sendable, Hashable {
        /// Looked at in this order; a criterion that is not named does not count.
        package var order = Criterion.allCases
        package init() {}
    }

    package struct Facts: Sendable, Hashable {
        package let holdingClosedOn: Day?
        package let isAbsentFromBase: Bool
        package let animals: Int
        /// The day on which the last animal left; nil where there was none ever.
        package let emptySince: Day?
        package let keeperSaidOn: Day?

        package init(
            holdingClosedOn: Day?, isAbsentFromBase: Bool, animals: Int, emptySince: Day?, keeperSaidOn: Day?
        ) {
            self.holdingClosedOn = holdingClosedOn
            self.isAbsentFromBase = isAbsentFromBase
            self.animals = animals
            self.emptySince = emptySince
            self.keeperSaidOn = keeperSaidOn
        }
    }

    /// The criteria that are met, the department's first ones first; none: the herd goes on.
    /// - Parameters:
    ///   - today: the day on which is looked.
    ///   - idleBefore: a herd whose last animal left before this day is idle.
    package static func decide(
        _ facts: Facts, on today: Day, idleBefore: Day, _ parameters: Parameters
    ) -> [Criterion] {
        parameters.order.filter { criterion in
            switch criterion {
            case .holdingEnded: facts.holdingClosedOn.map { $0 <= today } ?? false
            case .activityClosed: facts.isAbsentFromBase
            case .idle: facts.animals == 0 && (facts.emptySince.map { $0 < idleBefore } ?? true)
            case .keeper: facts.keeperSaidOn.map { $0 <= today } ?? false
            }
        }
    }
}
