import Kernel
import Programmes

/// What a sampling document requests of which animal: the national selection for blood, the local one for tuberculin,
/// or the animals that a retest names, joined into one list.
///
/// Source: DGAL/SDSPA/2020-653, 7.4.1 (PRO-129 to PRO-131), 7.1.3 (PRO-126, EX-18), table 7 (PRO-263: a retest is for
/// the animals that made it necessary). Brucellosis and leukosis share one selection, because they share the tube.
package enum DocumentSelection {
    /// Raised when the same facts may give another list; kept with every edition.
    package static let version = 1

    package struct Facts: Sendable {
        package let referenceDate: Day
        /// 0 … 2^63 − 1.
        package let seed: UInt64
        /// Every animal of the herd on the reference date, each once.
        package let animals: [SamplingSelection.Candidate]
        /// Diseases of the plans, as bits of `Disease`.
        package let bloodDiseases: Int
        package let skinDiseases: Int
        package var commune: String?
        package var isRiskHerd = false
        /// What earlier editions requested and nobody cancelled: animal → diseases. May name animals that have left.
        package var alreadyRequested: [String: Int] = [:]
        /// The animals that a retest is for; nil where the rules select.
        package var designated: Set<String>?

        package init(
            referenceDate: Day, seed: UInt64, animals: [SamplingSelection.Candidate], bloodDiseases: Int,
            skinDiseases: Int
        ) {
            self.referenceDate = referenceDate
            self.seed = seed
            self.animals = animals
            self.bloodDiseases = bloodDiseases
            self.skinDiseases = skinDiseases
        }
    }

    package struct Requested: Sendable, Hashable {
        /// Position in the facts' animals.
        package let index: Int
        package let diseases: Int
        /// Level of the blood selection, 1 to 3; nil where none was made.
        package let level: Int?
    }

    package struct Decision: Sendable {
        /// nil without a blood plan, or for designated animals.
        package let blood: SamplingSelection.Decision?
        package let tuberculin: TuberculinSelection.Decision?
        /// In the order of the facts. Earlier requests stand beside them, also for animals that have left.
        package let requested: [Requested]
    }

    package static func decide(
        _ facts: Facts, _ sampling: SamplingSelection.Parameters, _ tuberculin: TuberculinParameters
    ) throws(RuleFault) -> Decision {
        if let designated = facts.designated { return designatedOnly(designated, facts) }
        var diseases = [Int](repeating: 0, count: facts.animals.count)
        var levels = [Int?](repeating: nil, count: facts.animals.count)
        let blood = try bloodDecision(facts, sampling)
        if let blood, !blood.selected.isEmpty {
            let positions = positions(of: facts.animals)
            for choice in blood.selected {
                guard let index = positions[choice.animal] else { continue }
                diseases[index] |= facts.bloodDiseases
                levels[index] = choice.level
            }
        }
        let skin = try skinDecision(facts, tuberculin)
        if let skin {
            var next = skin.selected.makeIterator()
            var awaited = next.next()
            for (index, animal) in facts.animals.enumerated() where animal.animal == awaited {
                diseases[index] |= facts.skinDiseases
                awaited = next.next()
            }
        }
        let requested = diseases.indices.filter { diseases[$0] != 0 }.map {
            Requested(index: $0, diseases: diseases[$0], level: levels[$0])
        }
        return Decision(blood: blood, tuberculin: skin, requested: requested)
    }

    private static func bloodDecision(
        _ facts: Facts, _ parameters: SamplingSelection.Parameters
    ) throws(RuleFault) -> SamplingSelection.Decision? {
        guard facts.bloodDiseases != 0 else { return nil }
        return try SamplingSelection.decide(
            .init(
                referenceDate: facts.referenceDate, seed: facts.seed, animals: facts.animals,
                alreadySelected: facts.earlier(of: facts.bloodDiseases)), parameters)
    }

    private static func skinDecision(
        _ facts: Facts, _ parameters: TuberculinParameters
    ) throws(RuleFault) -> TuberculinSelection.Decision? {
        guard facts.skinDiseases != 0 else { return nil }
        return try TuberculinSelection.decide(
            .init(
                referenceDate: facts.referenceDate, commune: facts.commune, isRiskHerd: facts.isRiskHerd,
                animals: facts.animals, alreadySelected: facts.earlier(of: facts.skinDiseases)), parameters)
    }

    private static func designatedOnly(_ designated: Set<String>, _ facts: Facts) -> Decision {
        let requested = facts.animals.indices.filter { index in
            let animal = facts.animals[index].animal
            return designated.contains(animal) || facts.alreadyRequested[animal] != nil
        }
        return Decision(
            blood: nil, tuberculin: nil,
            requested: requested.map {
                Requested(index: $0, diseases: facts.bloodDiseases | facts.skinDiseases, level: nil)
            })
    }

    private static func positions(of animals: [SamplingSelection.Candidate]) -> [String: Int] {
        var positions = [String: Int](minimumCapacity: animals.count)
        for (index, animal) in animals.enumerated() { positions[animal.animal] = index }
        return positions
    }
}

extension DocumentSelection.Facts {
    /// Animals of earlier editions for any of the diseases; nil for none. Sorted: the facts are kept as they are given.
    package func earlier(of diseases: Int) -> [String]? {
        guard !alreadyRequested.isEmpty else { return nil }
        let animals = alreadyRequested.lazy.filter { $0.value & diseases != 0 }.map(\.key).sorted()
        return animals.isEmpty ? nil : animals
    }
}

/// The seed of a document when nobody gives one: a hash of the intervention's number, so that it needs no generator
/// and two interventions never share their order (PRO-130, fourth criterion).
package enum DocumentSeed {
    package static func of(intervention number: String) -> UInt64 {
        SelectionHash.value(seed: 0, animal: number) & UInt64(Int64.max)
    }
}
