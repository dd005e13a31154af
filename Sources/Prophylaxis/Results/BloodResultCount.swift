import Kernel
import Programmes

/// Counts the animals behind a disease's blood results: animals, not lines (decision 10).
///
/// Source: DGAL/SDSPA/2020-653, annex 2 (PRO-298, PRO-299); AMB-09; decision 1 for `doubtfulSeen`.
/// A laboratory's NEG or POS stands; any other interpretation, or none, gives way to the inspector's decision. Of an
/// animal's results the first that applies: any POS; any NEG; any other code, which awaits a decision; uninterpretable.
package enum BloodResultCount: Rule {
    package static let name = "result-count"
    package static let version = 1
    package static let sources: [LegalReference] = [
        .prophylaxis("annexe 2, matrice sang", "PRO-299"), .prophylaxis("annexe 2, matrice sang", "PRO-298"),
    ]

    package struct Result: Codable, Sendable {
        package let animal: String
        package let interpretation: Interpretation?
        package let decision: ResultDecision?

        package init(animal: String, interpretation: Interpretation?, decision: ResultDecision?) {
            self.animal = animal
            self.interpretation = interpretation
            self.decision = decision
        }

        package var standing: AnimalStanding { AnimalStanding(interpretation, decision) }
    }

    package struct Facts: Codable, Sendable {
        package let results: [Result]
        package init(results: [Result]) { self.results = results }
    }

    package struct Decision: Codable, Sendable, Hashable {
        package var tested = 0
        package var nonNegative = 0
        package var uninterpretable = 0
        package var awaitingDecision = 0
        /// Animals with any doubtful result, whatever was decided since.
        package var doubtfulSeen = 0

        package init() {}

        /// Counts one animal, given all its results joined.
        package mutating func add(_ animal: AnimalStanding) {
            switch animal.outcome {
            case .positive:
                tested += 1
                nonNegative += 1
            case .negative: tested += 1
            case .awaiting: awaitingDecision += 1
            case .uninterpretable: uninterpretable += 1
            }
            if animal.doubtfulSeen { doubtfulSeen += 1 }
        }
    }

    package static func decide(_ facts: Facts, _ parameters: NoParameters) throws(RuleFault) -> Decision {
        var animals: [OpaqueName: AnimalStanding] = [:]
        animals.reserveCapacity(facts.results.count)
        for result in facts.results {
            animals[OpaqueName(result.animal), default: .untested].join(result.standing)
        }
        var count = Decision()
        for standing in animals.values { count.add(standing) }
        return count
    }
}

/// What an animal's results say together (annex 2): the strongest outcome, and whether anything was doubtful.
package struct AnimalStanding: Sendable, Hashable {
    /// In order of precedence, the strongest last.
    package enum Outcome: Int, Sendable, Comparable {
        case uninterpretable, awaiting, negative, positive
        package static func < (left: Outcome, right: Outcome) -> Bool { left.rawValue < right.rawValue }
    }

    package private(set) var outcome: Outcome
    package private(set) var doubtfulSeen: Bool

    /// Whether the animal counts as tested.
    package var isTested: Bool { outcome >= .negative }

    /// No readable result so far.
    package static let untested = AnimalStanding(nil, nil)

    package init(_ interpretation: Interpretation?, _ decision: ResultDecision?) {
        switch (interpretation, decision) {
        case (.positive, _): outcome = .positive
        case (.negative, _): outcome = .negative
        case (_, .positive): outcome = .positive
        case (_, .negative): outcome = .negative
        case (.uninterpretable, nil), (nil, nil): outcome = .uninterpretable
        default: outcome = .awaiting
        }
        switch interpretation {
        case nil, .negative, .positive, .uninterpretable: doubtfulSeen = false
        default: doubtfulSeen = true
        }
    }

    package mutating func join(_ other: AnimalStanding) {
        outcome = max(outcome, other.outcome)
        doubtfulSeen = doubtfulSeen || other.doubtfulSeen
    }
}
