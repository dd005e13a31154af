import Kernel

/// When an animal was introduced into the herd it is in: its arrival from another keeper (AMB-04; PRO-130 selects
/// animals introduced within twelve months).
///
/// Not an introduction: a birth; a move between herds of the holding (it stays on the holding); a return from a loan,
/// boarding, rent or summer pasture; a change of the keeper's name or number (the animal changes holding within a day,
/// the keeper is the same). In these cases the date of the earlier introduction, if there was one, goes on.
package enum Introduction {
    /// One stay of the animal on a holding.
    package struct Presence: Sendable, Hashable {
        package let holding: Int64
        /// The keeper in a form that can be compared (`SearchName`); nil when unknown.
        package let keeper: String?
        package let enteredOn: Day
        package let entryCause: EntryCause
        package let leftOn: Day?
        package let exitCause: ExitCause?

        package init(
            holding: Int64, keeper: String?, entered: (on: Day, cause: EntryCause), left: (on: Day?, cause: ExitCause?)
        ) {
            self.holding = holding
            self.keeper = keeper
            enteredOn = entered.on
            entryCause = entered.cause
            leftOn = left.on
            exitCause = left.cause
        }
    }

    /// The day of introduction for each presence of one animal, given in the order of entry; nil where it never was
    /// introduced, as on the holding of its birth.
    package static func days(of presences: [Presence]) -> [Day?] {
        var days: [Day?] = []
        for (index, presence) in presences.enumerated() {
            if let earlier = continued(by: presence, among: presences[..<index]) {
                days.append(days[earlier])
            } else {
                days.append(firstArrival(presence.entryCause, on: presence.enteredOn))
            }
        }
        return days
    }

    /// The day of introduction of an animal of which no earlier presence is known.
    package static func firstArrival(_ cause: EntryCause, on day: Day) -> Day? { cause == .birth ? nil : day }

    /// The earlier presence that this one carries on: a return to the holding, or the same keeper under another number.
    private static func continued(by presence: Presence, among earlier: ArraySlice<Presence>) -> Int? {
        guard presence.entryCause != .birth else { return nil }
        if let home = earlier.lastIndex(where: { $0.holding == presence.holding }),
            isReturn(presence, to: earlier[home])
        {
            return home
        }
        guard let keeper = presence.keeper, let last = earlier.indices.last, earlier[last].keeper == keeper,
            earlier[last].leftOn == presence.enteredOn
        else { return nil }
        return last
    }

    private static func isReturn(_ presence: Presence, to home: Presence) -> Bool {
        if home.exitCause?.isTemporary == true { return true }
        return [.loan, .rent, .summerPasture].contains(presence.entryCause)
    }
}
