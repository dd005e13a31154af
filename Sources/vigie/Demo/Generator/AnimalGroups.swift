import Exchange

/// A part of a herd: cattle of one sex and age, and how many of them were bought.
struct AnimalGroup: Sendable {
    let sex: SexCode
    /// Age on the day of extraction.
    let ageDays: ClosedRange<Int>
    /// Share in the herd.
    let weight: Int
    /// In a thousand.
    let bought: Int

    static let breeding: [DemoHolding.Kind: [AnimalGroup]] = [
        .dairy: [
            AnimalGroup(sex: .female, ageDays: 731...3900, weight: 52, bought: 90),
            AnimalGroup(sex: .female, ageDays: 366...730, weight: 18, bought: 40),
            AnimalGroup(sex: .female, ageDays: 5...365, weight: 21, bought: 10),
            AnimalGroup(sex: .male, ageDays: 2...90, weight: 7, bought: 0),
            AnimalGroup(sex: .male, ageDays: 400...1500, weight: 2, bought: 500),
        ],
        .beef: [
            AnimalGroup(sex: .female, ageDays: 731...5000, weight: 47, bought: 80),
            AnimalGroup(sex: .female, ageDays: 366...730, weight: 14, bought: 40),
            AnimalGroup(sex: .female, ageDays: 5...365, weight: 19, bought: 10),
            AnimalGroup(sex: .male, ageDays: 5...365, weight: 17, bought: 10),
            AnimalGroup(sex: .male, ageDays: 600...2400, weight: 3, bought: 700),
        ],
        .fattening: [
            AnimalGroup(sex: .male, ageDays: 240...620, weight: 80, bought: 960),
            AnimalGroup(sex: .female, ageDays: 300...900, weight: 20, bought: 960),
        ],
    ]

    static func of(_ kind: DemoHolding.Kind) -> [AnimalGroup] {
        switch kind {
        case .dairy, .mixed: breeding[.dairy] ?? []
        case .beef: breeding[.beef] ?? []
        case .fattening, .derogatoryFattening: breeding[.fattening] ?? []
        }
    }
}

/// Breed codes by what a herd is kept for: the first is the most frequent.
enum Breeds {
    static func weights(_ kind: DemoHolding.Kind) -> [(code: String, weight: Int)] {
        switch kind {
        case .dairy: [("66", 60), ("46", 30), ("56", 4), ("12", 3), ("39", 3)]
        case .mixed: [("46", 50), ("66", 30), ("35", 10), ("39", 10)]
        case .beef: [("23", 30), ("38", 35), ("34", 15), ("14", 12), ("39", 8)]
        case .fattening, .derogatoryFattening: [("38", 45), ("34", 25), ("39", 20), ("46", 10)]
        }
    }
}
