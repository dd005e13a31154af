import Exchange
import Kernel
import Prophylaxis

/// What was chosen for each animal, counted for the descriptors (PRO-312), and named where it is not negative
/// (PRO-181).
struct CountedAnimals {
    private(set) var animals: [TuberculinInput.Animal] = []
    private var tested = 0
    private var outcomes: [SkinOutcomeCode: Int] = [:]

    init(_ form: TypedTuberculin, _ sheet: TuberculinSheet, _ method: SkinMethodCode, _ desk: inout FormDesk) {
        for animal in sheet.animals {
            let field = TypedTuberculin.Field.outcome(animal.number)
            add(animal.number, (field, form[field]), form[TypedTuberculin.Field.measure(animal.number)], method, &desk)
        }
        for index in 1...form.extraSlots {
            let number = form[TypedTuberculin.Field.extra(index)]
            let field = TypedTuberculin.Field.extraOutcome(index)
            if !number.isEmpty { add(number, (field, form[field]), "", method, &desk) }
        }
    }

    /// - Parameter choice: the field and its value: empty for negative, an outcome, or `untested:` and the reason.
    private mutating func add(
        _ number: String, _ choice: (field: String, value: String), _ measure: String, _ method: SkinMethodCode,
        _ desk: inout FormDesk
    ) {
        guard !choice.value.isEmpty else { return tested += 1 }
        let parts = choice.value.split(separator: ":", maxSplits: 1).map(String.init)
        guard let outcome = SkinOutcomeCode(rawValue: parts[0]) else { return desk.unreadable(choice.field) }
        let comment = measure.isEmpty ? nil : measure
        if outcome == .untested {
            guard parts.count == 2, UntestedReasonCode(rawValue: parts[1]) != nil else {
                return desk.tell(OwnFinding.untestedReasonMissing, .refused, choice.field, ["animal": number])
            }
            animals.append(.init(number: number, outcome: outcome.rawValue, reason: parts[1], comment: comment))
            return
        }
        guard outcome.fits(method) else {
            return desk.tell(
                OwnFinding.outcomeOfOtherMethod, .refused, choice.field,
                ["animal": number, "outcome": outcome.french, "method": method.rawValue])
        }
        tested += 1
        outcomes[outcome, default: 0] += 1
        animals.append(.init(number: number, outcome: outcome.rawValue, comment: comment))
    }

    func descriptors(_ method: SkinMethodCode) -> TuberculinCount.Descriptors {
        var counts = TuberculinCount.Descriptors()
        let negative = tested - outcomes.values.reduce(0, +)
        func count(_ outcome: SkinOutcomeCode) -> Int { outcomes[outcome] ?? 0 }
        switch method {
        case .simple:
            (counts.testedSimple, counts.negativeSimple) = (tested, negative)
            (counts.doubtfulSimple, counts.positiveSimple) = (count(.doubtful), count(.positive))
        case .comparative:
            (counts.testedComparative, counts.negativeComparative) = (tested, negative)
            counts.largeDoubtfulComparative = count(.largeDoubtful)
            counts.smallDoubtfulComparative = count(.smallDoubtful)
            counts.positiveComparative = count(.positive)
        }
        return counts
    }
}

extension SkinOutcomeCode {
    fileprivate func fits(_ method: SkinMethodCode) -> Bool {
        switch self {
        case .positive, .untested: true
        case .doubtful: method == .simple
        case .largeDoubtful, .smallDoubtful: method == .comparative
        }
    }
}
