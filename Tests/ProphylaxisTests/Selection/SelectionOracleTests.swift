import Kernel
import Prophylaxis
import Testing

@Suite("sampling-selection: against an oracle")
struct SelectionOracleTests {
    private static let references = [
        Civil(year: 2020, month: 11, day: 15), Civil(year: 2020, month: 2, day: 29),
        Civil(year: 2021, month: 2, day: 28), Civil(year: 2022, month: 8, day: 31),
    ]

    /// A date near one of the limits (12, 24, 36 months before the reference), so that every limit is met often.
    private static func date(near reference: Civil, using generator: inout SeededGenerator) -> Civil {
        let months = [-12, -24, -36].randomElement(using: &generator) ?? 0
        let around = reference.shifted(months: months + Int.random(in: -1...1, using: &generator))
        let length = Civil.length(around.year, around.month)
        let day = around.day + Int.random(in: -2...2, using: &generator)
        return Civil(year: around.year, month: around.month, day: min(max(day, 1), length))
    }

    private static func herd(_ size: Int, _ reference: Civil, _ generator: inout SeededGenerator) -> [SelectionOracle
        .Animal]
    {
        (0..<size).map { index in
            SelectionOracle.Animal(
                name: "FR99\(index)", isMale: Bool.random(using: &generator),
                born: date(near: reference, using: &generator),
                entered: Bool.random(using: &generator) ? date(near: reference, using: &generator) : nil,
                sampled: Int.random(in: 0..<5, using: &generator) == 0)
        }
    }

    @Test("PRO-126 PRO-129 PRO-130: the rule agrees with the oracle on 1,600 herds", arguments: 0..<400)
    func agrees(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for reference in Self.references {
            let animals = Self.herd(Int.random(in: 0...90, using: &generator), reference, &generator)
            let kept =
                Bool.random(using: &generator)
                ? animals.filter { _ in Int.random(in: 0..<4, using: &generator) == 0 }.map(\.name) : []
            let oracle = SelectionOracle(reference: reference, seed: seed &* 77)
            let expected = oracle.select(animals, kept: kept)
            let decision = try select(
                animals.map(candidate), on: reference.asDay, seed: seed &* 77, already: kept.shuffled(using: &generator)
            )
            #expect(decision.eligible == expected.eligible)
            #expect(decision.required == expected.required)
            #expect(decision.labels == expected.selected)
        }
    }

    private func candidate(_ animal: SelectionOracle.Animal) -> SamplingSelection.Candidate {
        .init(
            animal: animal.name, sex: animal.isMale ? .male : .female, birthDate: animal.born.asDay,
            enteredOn: animal.entered?.asDay, sampledForOtherDisease: animal.sampled)
    }
}
