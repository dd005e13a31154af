import Kernel
import Register

/// A holding of the demonstration with its herd, or its two.
struct DemoHolding: Sendable {
    let number: HoldingNumber
    let name: String
    let keeper: String
    let hamlet: String
    let opened: Day
    let commune: Int
    let kind: Kind
    /// Cattle on the day of extraction.
    let size: Int
    let practice: Int
    let veterinarian: Int

    enum Kind: Sendable {
        case dairy, beef
        /// A dairy and a beef herd.
        case mixed
        case fattening, derogatoryFattening

        /// Of each herd: its code and class.
        var herds: [(code: String, herdClass: HerdClass)] {
            switch self {
            case .dairy: [("L1", .dairy)]
            case .beef: [("A1", .beef)]
            case .mixed: [("L1", .dairy), ("A1", .beef)]
            case .fattening: [("E1", .fatteningIndoor)]
            case .derogatoryFattening: [("E1", .fatteningDerogatory)]
            }
        }

        var isDairy: Bool { self == .dairy || self == .mixed }
    }

    /// All holdings in the order of their numbers.
    static func all(_ plan: DemoPlan, parties: DemoParties) -> [DemoHolding] {
        var chance = plan.chance(.holdings)
        let kinds: [Kind] = [.dairy, .beef, .mixed, .fattening, .derogatoryFattening]
        return HerdSizes.of(plan).enumerated().map { index, size in
            let (name, keeper) = Names.farm(&chance)
            let hamlet = Names.hamlet(&chance)
            let opened = day(chance.within(1978...2019), chance.within(1...12), 1)
            let commune = index * plan.communes / plan.holdings
            // Neighbours have the same practice.
            let practice = index * plan.practices / plan.holdings
            let veterinarians = parties.veterinarians(of: practice)
            return DemoHolding(
                number: HoldingNumber(stored: "99" + padded(index + 1, 6)), name: name, keeper: keeper,
                hamlet: hamlet, opened: opened, commune: commune,
                kind: kinds[chance.index(weights: [360, 520, 50, 40, 30])], size: size,
                practice: practice, veterinarian: veterinarians[chance.below(veterinarians.count)])
        }
    }
}

/// A number with leading zeros.
func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
