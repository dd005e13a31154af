import Exchange
import Kernel

/// What leaves the department's herds in autumn: the movements that a register update brings in January.
final class Departures {
    struct Movement: Sendable {
        var animal: AnimalRow
        var stay: StayRow
        var assignment: HerdAssignmentRow
    }

    private(set) var movements: [Movement] = []
    /// Holdings whose last animal leaves; the even ones are closed, the others stay open without cattle.
    let emptied: [String]
    private let emptiedNumbers: Set<String>
    private let plan: DemoPlan
    private var chance: SplitMix64

    init(_ plan: DemoPlan, _ holdings: [DemoHolding]) {
        self.plan = plan
        chance = plan.chance(.departures)
        let small = holdings.filter { $0.kind == .beef && (3...25).contains($0.size) }
        let count = min(small.count, max(2, plan.holdings / 500))
        emptied = (0..<count).map { small[$0 * small.count / count].number.description }
        emptiedNumbers = Set(emptied)
    }

    /// In every herd a few leave, most of them before winter; a stay that is over cannot end again.
    func see(_ animal: AnimalRow, _ stay: StayRow, _ assignment: HerdAssignmentRow) {
        guard stay.left == nil else { return }
        let isLast = emptiedNumbers.contains(stay.holding.description)
        guard isLast || chance.chance(25) else { return }
        var movement = Movement(animal: animal, stay: stay, assignment: assignment)
        let left =
            isLast
            ? day(plan.prophylaxisYear - 1, 11, 28)
            : plan.autumnOn.adding(days: 2 + min(chance.below(60), chance.below(60)))
        (movement.stay.left, movement.assignment.until) = (left, left)
        movement.stay.exitCause = isLast || chance.chance(700) ? .slaughter : .breeding
        if movement.stay.exitCause == .slaughter { movement.animal.deadOn = left }
        movements.append(movement)
    }

    /// Day on which an animal leaves, by number.
    var leavingDays: [String: Day] {
        Dictionary(
            movements.compactMap { movement in
                movement.stay.left.map { (movement.animal.number.description, $0) }
            }, uniquingKeysWith: { first, _ in first })
    }

    /// Every other emptied holding is closed.
    func isClosed(_ holding: String) -> Bool { emptied.firstIndex(of: holding).map { $0 % 2 == 0 } ?? false }

    func isEmptied(_ holding: String) -> Bool { emptiedNumbers.contains(holding) }
}
