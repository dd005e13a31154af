import Kernel
import Prophylaxis

/// Short hands for the selection's facts.
extension SamplingSelection.Candidate {
    static func male(_ animal: String, _ born: Day, entered: Day? = nil, sampled: Bool = false) -> Self {
        .init(animal: animal, sex: .male, birthDate: born, enteredOn: entered, sampledForOtherDisease: sampled)
    }

    static func female(_ animal: String, _ born: Day, entered: Day? = nil, sampled: Bool = false) -> Self {
        .init(animal: animal, sex: .female, birthDate: born, enteredOn: entered, sampledForOtherDisease: sampled)
    }
}

func select(
    _ animals: [SamplingSelection.Candidate], on reference: Day = "2020-11-15", seed: UInt64 = 1,
    already: [String]? = nil, with parameters: SamplingSelection.Parameters = .init()
) throws -> SamplingSelection.Decision {
    try SamplingSelection.decide(
        .init(referenceDate: reference, seed: seed, animals: animals, alreadySelected: already), parameters)
}

/// So many adult females born in the herd.
func cows(_ count: Int, prefix: String = "FR99000000") -> [SamplingSelection.Candidate] {
    (0..<count).map { .female(prefix + String(1000 + $0), "2015-01-01") }
}

extension SamplingSelection.Decision {
    /// What is selected, in order, as `animal:level`.
    var labels: [String] { selected.map { "\($0.animal):\($0.level)" } }
}
