import Exchange
import Kernel

/// Writes the cattle of one holding after the other: animals, stays, and which herd they are in.
struct AnimalWriter {
    let animals: TableFile<AnimalRow>
    let stays: TableFile<StayRow>
    let assignments: TableFile<HerdAssignmentRow>
    private let holdings: [DemoHolding]
    private let extractedOn: Day
    private let departures: Departures
    private var chance: SplitMix64
    /// The last number given out; the first ten are for lines that are refused at first.
    private var lastNumber = 10_000_010

    init(
        _ plan: DemoPlan, _ holdings: [DemoHolding],
        _ tables: (
            animals: TableFile<AnimalRow>, stays: TableFile<StayRow>, assignments: TableFile<HerdAssignmentRow>
        ), _ departures: Departures
    ) {
        (animals, stays, assignments) = tables
        self.holdings = holdings
        self.departures = departures
        extractedOn = plan.extractedOn
        chance = plan.chance(.animals)
    }

    /// Cattle that are there, then some that left within the last year and a half.
    mutating func write(_ holding: DemoHolding) throws {
        let groups = AnimalGroup.of(holding.kind)
        let weights = groups.map(\.weight)
        let breeds = Breeds.weights(holding.kind)
        // A herd has one main breed, with some of the others.
        let main = breeds[chance.index(weights: breeds.map(\.weight))].code
        var dams: [(number: AnimalNumber, birth: Day)] = []
        for position in 0..<(holding.size + holding.size * 16 / 100) {
            // The groups in their order, so that cows are there before their calves.
            let group =
                position < holding.size
                ? groups[Self.group(at: position, of: holding.size, weights)] : groups[chance.below(groups.count)]
            let breed = chance.chance(850) ? main : breeds[chance.below(breeds.count)].code
            var birth = extractedOn.adding(days: -age(group.ageDays))
            let hasLeft = position >= holding.size
            if hasLeft { birth = birth.adding(days: -200) }
            lastNumber += 1
            var animal = AnimalRow(
                number: AnimalNumber(stored: "FR99" + padded(lastNumber, 8)), sex: group.sex, birth: BirthDate(birth))
            animal.breed = breed
            animal.fatherBreed = breed
            animal.motherBreed = breed
            let isBought = chance.chance(group.bought)
            if !isBought {
                animal.birthHolding = holding.number
                animal.dam = dam(of: birth, among: dams)
            }
            try write(&animal, at: holding, isBought: isBought, hasLeft: hasLeft)
            if group.sex == .female, !isBought, !hasLeft { dams.append((animal.number, birth)) }
        }
    }

    private mutating func write(
        _ animal: inout AnimalRow, at holding: DemoHolding, isBought: Bool, hasLeft: Bool
    ) throws {
        let birth = animal.birth.earliest
        var entered = birth
        if isBought {
            let age = extractedOn.days(since: birth)
            entered = birth.adding(days: chance.within(min(15, age)...max(15, age - (hasLeft ? 120 : 3))))
            if entered > extractedOn { entered = extractedOn }
            if chance.chance(600) { try writeOrigin(&animal, until: entered, not: holding) }
        }
        var stay = StayRow(
            animal: animal.number, holding: holding.number, entered: entered, entryCause: isBought ? .purchase : .birth)
        if hasLeft { leave(&stay, &animal) }
        try animals.write(animal)
        try stays.write(stay)
        departures.see(animal, stay, try assign(animal, holding, stay))
    }

    /// A bundle that says for one animal which herd it is in says it for all.
    @discardableResult
    private func assign(
        _ animal: AnimalRow, _ holding: DemoHolding, _ stay: StayRow
    ) throws -> HerdAssignmentRow {
        let herds = holding.kind.herds
        let isDairy = ["66", "46", "12", "35", "56"].contains(animal.breed)
        let herd = herds.count == 1 || isDairy ? herds[0] : herds[1]
        let row = HerdAssignmentRow(
            animal: animal.number, holding: holding.number, herd: herd.code, since: stay.entered, until: stay.left)
        try assignments.write(row)
        return row
    }

    /// The stay on the holding of birth of an animal that was bought within the department.
    private mutating func writeOrigin(_ animal: inout AnimalRow, until sold: Day, not buyer: DemoHolding) throws {
        let seller = holdings[chance.below(holdings.count)]
        guard seller.number != buyer.number else { return }
        animal.birthHolding = seller.number
        var stay = StayRow(
            animal: animal.number, holding: seller.number, entered: animal.birth.earliest, entryCause: .birth)
        stay.left = sold
        stay.exitCause = .breeding
        try stays.write(stay)
        try assign(animal, seller, stay)
    }

    private mutating func leave(_ stay: inout StayRow, _ animal: inout AnimalRow) {
        let days = max(1, min(540, extractedOn.days(since: stay.entered)))
        let left = extractedOn.adding(days: -chance.below(days))
        stay.left = left
        switch chance.below(10) {
        case 0...5: (stay.exitCause, animal.deadOn) = (.slaughter, left)
        case 6: (stay.exitCause, animal.deadOn) = (.death, left)
        default: stay.exitCause = .breeding
        }
    }

    /// A cow of the holding that was at least two years old.
    private mutating func dam(of birth: Day, among dams: [(number: AnimalNumber, birth: Day)]) -> AnimalNumber? {
        guard !dams.isEmpty else { return nil }
        for _ in 0..<4 {
            let dam = dams[chance.below(dams.count)]
            if birth.days(since: dam.birth) > 730 { return dam.number }
        }
        return nil
    }

    /// Young cows are more frequent than old ones.
    private mutating func age(_ range: ClosedRange<Int>) -> Int {
        let age = chance.within(range)
        return range.count > 1000 ? min(age, chance.within(range)) : age
    }

    /// Which group the animal at a position belongs to, by the groups' weights.
    private static func group(at position: Int, of size: Int, _ weights: [Int]) -> Int {
        let total = weights.reduce(0, +)
        var end = 0
        for (index, weight) in weights.enumerated() {
            end += weight
            if position * total < end * size { return index }
        }
        return weights.count - 1
    }
}
