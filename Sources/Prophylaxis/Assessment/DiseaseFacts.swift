import Kernel

/// Everything known of one disease of one intervention, counted but not yet judged.
///
/// The status looks at a part of it (annex 2 to the letter), the proposal at all of it: the facts that the letter
/// misses stand beside the status, never in it (decisions 1 to 12).
package struct DiseaseFacts: Sendable, Hashable {
    package let disease: Disease
    /// The matrices of its requested plans; none: not programmed.
    package var matrices: MatrixSet = []
    /// A sampling document with this disease was validated (AMB-05).
    package var documentValidated = false
    /// Distinct animals of the validated document, cancelled ones aside.
    package var requestedAnimals = 0
    package var blood = BloodResultCount.Decision()
    /// Of the blood-tested animals, those that no document asked for (decision 9).
    package var testedOffDocument = 0
    package var milk: MilkResultReading.Decision?
    package var tuberculin: TuberculinReading?
    /// First and last visit of the vet for this disease: sampling, or injection for tuberculin.
    package var visits: VisitSpan?
    package var hasNonCompletionDecision = false
    package var isDelegated = true
    package var isSuspended = false
    /// The next day on which the authority's word on the herd (suspension, infection, delegation) begins or ends.
    package var authorityChangesOn: Day?
    package var retest = RetestState.none
    package var hasEvidence = false
    /// Negative tests done elsewhere that the inspector accepted (AMB-27): they count for the evaluation only.
    package var acceptedElsewhere = 0
    /// Requested animals that left untested and are deducted (10.6.3.1 NB 7); 0 until no serum can be asked any more.
    package var deducted = 0
    /// Requested animals still in the herd and not tested.
    package var presentUntested = 0
    package var lastResultOn: Day?

    package init(disease: Disease) { self.disease = disease }

    package var isProgrammed: Bool { !matrices.isEmpty }

    /// A milk plan counts at once, another once its document is validated (AMB-05).
    package var planRequested: Bool { matrices.contains(.milk) || (isProgrammed && documentValidated) }

    /// Animals on the document, and 1 for a milk plan (PRO-297, PRO-300).
    package var requested: Int { requestedAnimals + (matrices.contains(.milk) ? 1 : 0) }

    /// Results are read on the requested matrix only (PRO-185).
    package var tested: Int {
        (matrices.contains(.milk) ? milk?.tested ?? 0 : 0) + (matrices.contains(.blood) ? blood.tested : 0)
            + (tuberculin?.count.tested ?? 0)
    }

    package var nonNegative: Int {
        (matrices.contains(.milk) ? milk?.nonNegative ?? 0 : 0) + (matrices.contains(.blood) ? blood.nonNegative : 0)
            + (tuberculin?.count.nonNegative ?? 0)
    }

    package var doubtfulSeen: Int { matrices.contains(.blood) ? blood.doubtfulSeen : 0 }
}

/// The matrices of a disease's plans on one intervention, kept small: a national campaign has half a million of them.
package struct MatrixSet: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let blood = MatrixSet(rawValue: 1)
    package static let milk = MatrixSet(rawValue: 2)
    package static let skin = MatrixSet(rawValue: 4)

    package init(_ matrix: Matrix) {
        switch matrix {
        case .blood: self = .blood
        case .milk: self = .milk
        case .skin: self = .skin
        }
    }
}

/// First and last day of the vet's visits.
package struct VisitSpan: Sendable, Hashable {
    package private(set) var first: Day
    package private(set) var last: Day

    package init(_ day: Day) { (first, last) = (day, day) }

    package mutating func join(_ day: Day) {
        first = min(first, day)
        last = max(last, day)
    }
}

/// The tuberculin reports of an intervention, joined.
package struct TuberculinReading: Sendable, Hashable {
    package let count: TuberculinCount.Decision
    /// Neither a number tested nor a number of negatives was given (PRO-230).
    package let numberUnknown: Bool

    package init(count: TuberculinCount.Decision, numberUnknown: Bool) {
        self.count = count
        self.numberUnknown = numberUnknown
    }
}
