import Kernel
import Programmes

/// National selection of the cattle to sample for brucellosis and leukosis (blood).
///
/// Source: DGAL/SDSPA/2020-653, 7.4.1 and annex 2 (PRO-129, PRO-130); AMB-01 to AMB-04; re-edition PRO-126.
/// Animals under 24 months are left out. Of the others 20 % (rounded up, at least 10, all if fewer) are taken, first
/// those already sampled for another disease, then by level (1: males over 36 months, 2: introduced less than 12
/// months ago, 3: the rest), males before females, and by `SelectionHash`. What a first edition selected stays.
package enum SamplingSelection: Rule {
    package static let name = "sampling-selection"
    package static let version = 1
    package static let sources: [LegalReference] = [
        .prophylaxis("annexe 2, édition des DAP", "PRO-129"), .prophylaxis("7.4.1", "PRO-130"),
        .prophylaxis("7.1.3", "PRO-126"),
    ]

    package enum Sex: String, Codable, Sendable { case male = "M", female = "F" }

    package struct Candidate: Codable, Sendable {
        package let animal: String
        package let sex: Sex
        package let birthDate: Day
        /// Date of introduction from another keeper; nil for an animal born in the herd (AMB-04).
        package let enteredOn: Day?
        package let sampledForOtherDisease: Bool

        package init(animal: String, sex: Sex, birthDate: Day, enteredOn: Day?, sampledForOtherDisease: Bool) {
            self.animal = animal
            self.sex = sex
            self.birthDate = birthDate
            self.enteredOn = enteredOn
            self.sampledForOtherDisease = sampledForOtherDisease
        }
    }

    package struct Facts: Codable, Sendable {
        package let referenceDate: Day
        /// 0 … 2^63 − 1.
        package let seed: UInt64
        package let animals: [Candidate]
        package let alreadySelected: [String]?

        package init(referenceDate: Day, seed: UInt64, animals: [Candidate], alreadySelected: [String]? = nil) {
            self.referenceDate = referenceDate
            self.seed = seed
            self.animals = animals
            self.alreadySelected = alreadySelected
        }
    }

    package struct Parameters: RuleParameters, Hashable {
        package var share = Ratio(1, over: 5)
        package var minimumNumber = 10
        package var minimumAgeMonths = 24
        /// Males over this age are level 1.
        package var maleOverMonths = 36
        /// Animals introduced less than this ago are level 2.
        package var introducedWithinMonths = 12
        package init() {}
    }

    package struct Selected: Codable, Sendable, Hashable {
        package let animal: String
        /// 1, 2 or 3.
        package let level: Int
    }

    package struct Decision: Codable, Sendable {
        package let eligible: Int
        package let required: Int
        package let selected: [Selected]
    }

    package static func decide(_ facts: Facts, _ parameters: Parameters) throws(RuleFault) -> Decision {
        try checkFacts(facts)
        let kept = Set((facts.alreadySelected ?? []).map(OpaqueName.init))
        let limits = Limits(facts.referenceDate, parameters)
        var eligible = 0
        var ranked: [Ranked] = []
        ranked.reserveCapacity(facts.animals.count)
        for candidate in facts.animals {
            let isEligible = candidate.birthDate <= limits.bornBy
            let isKept = !kept.isEmpty && kept.contains(OpaqueName(candidate.animal))
            if isEligible { eligible += 1 }
            guard isEligible || isKept else { continue }
            let level = isEligible ? limits.level(of: candidate) : 3
            ranked.append(Ranked(candidate, level: level, isKept: isKept, seed: facts.seed))
        }
        let required = min(eligible, max(parameters.minimumNumber, parameters.share.ceiling(of: eligible)))
        ranked.sort()
        let keptCount = ranked.prefix { $0.isKept }.count
        return Decision(
            eligible: eligible, required: required,
            selected: ranked.prefix(max(required, keptCount)).map { Selected(animal: $0.animal, level: $0.level) })
    }

    private static func checkFacts(_ facts: Facts) throws(RuleFault) {
        guard facts.seed <= UInt64(Int64.max) else { throw .invalidValue(field: "seed", problem: .outOfRange) }
        try RuleFault.requireDistinct(facts.animals.count) { facts.animals[$0].animal }
    }
}

/// The dates that separate the levels, computed once for a herd.
private struct Limits {
    /// Born by this day: the minimum age is completed.
    let bornBy: Day
    private let reference: Day
    private let introducedAfter: Day
    private let maleOverMonths: Int

    init(_ reference: Day, _ parameters: SamplingSelection.Parameters) {
        self.reference = reference
        bornBy = Limits.latestBirth(completing: parameters.minimumAgeMonths, on: reference)
        introducedAfter = reference.adding(months: -parameters.introducedWithinMonths)
        maleOverMonths = parameters.maleOverMonths
    }

    /// The latest birth that has completed `months` on `reference`. Going back by months may fall short at a month's
    /// end (29 February), so the days after it are tried: they complete the months as long as they clamp.
    private static func latestBirth(completing months: Int, on reference: Day) -> Day {
        var birth = reference.adding(months: -months)
        while birth.adding(days: 1).adding(months: months) <= reference { birth = birth.adding(days: 1) }
        return birth
    }

    func level(of candidate: SamplingSelection.Candidate) -> Int {
        if candidate.sex == .male, reference > candidate.birthDate.adding(months: maleOverMonths) { return 1 }
        if let enteredOn = candidate.enteredOn, enteredOn > introducedAfter { return 2 }
        return 3
    }
}

/// A candidate with what orders it: what was kept first, then the criteria of PRO-130, then the animal's bytes.
private struct Ranked: Comparable {
    let animal: String
    let level: Int
    let isKept: Bool
    private let rank: Int
    private let hash: UInt64

    init(_ candidate: SamplingSelection.Candidate, level: Int, isKept: Bool, seed: UInt64) {
        animal = candidate.animal
        self.level = level
        self.isKept = isKept
        rank =
            (isKept ? 0 : 16) + (candidate.sampledForOtherDisease ? 0 : 8) + level * 2
            + (candidate.sex == .male ? 0 : 1)
        hash = SelectionHash.value(seed: seed, animal: candidate.animal)
    }

    static func < (left: Ranked, right: Ranked) -> Bool {
        if left.rank != right.rank { return left.rank < right.rank }
        if left.hash != right.hash { return left.hash < right.hash }
        return left.animal.utf8.lexicographicallyPrecedes(right.animal.utf8)
    }
}
