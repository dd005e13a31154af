import Kernel

/// One edition of a document: its number, its days, and whether its list is frozen (PRO-124, PRO-156).
package struct SamplingEdition: Hashable, Sendable, Codable {
    /// 1 for the first edition of the intervention.
    package var number: Int
    package var day: Day
    /// The day on which the list was frozen; nil while it is a draft, which is printed without any barcode.
    package var validated: Day?
    /// Last day on which the document may be used.
    package var validUntil: Day?
    /// The day for which the ages are computed.
    package var referenceDay: Day

    package init(number: Int, day: Day, validated: Day?, validUntil: Day?, referenceDay: Day) {
        self.number = number
        self.day = day
        self.validated = validated
        self.validUntil = validUntil
        self.referenceDay = referenceDay
    }

    var isDraft: Bool { validated == nil }
}

/// One plan of the document: what is looked for, in what, by whom.
package struct SamplingPlan: Hashable, Sendable, Codable {
    /// Title of its column, one or two letters, e.g. `B`.
    package var mark: String
    /// E.g. `Brucellose`.
    package var disease: String
    /// E.g. `Sang – sérologie`.
    package var test: String
    /// Laboratory, or who reads a skin test.
    package var laboratory: String
    /// Animals of which it is requested.
    package var requested: Int

    package init(mark: String, disease: String, test: String, laboratory: String, requested: Int) {
        self.mark = mark
        self.disease = disease
        self.test = test
        self.laboratory = laboratory
        self.requested = requested
    }
}

/// One animal of the list.
package struct SampledAnimal: Hashable, Sendable {
    package var number: AnimalNumber
    /// What is printed large on the ear tag; normally the last four digits of the number.
    package var workingNumber: String
    package var birth: BirthDate
    /// `F` or `M`.
    package var sex: String
    /// Breed code, e.g. `38`.
    package var breed: String
    package var entryDay: Day?
    /// Code of the entry's cause, e.g. `N` or `A`.
    package var entryCause: String?
    /// Marks of the plans requested of it; empty for an animal that is only shown.
    package var requested: Set<String>
    /// Sampled since the first edition (PRO-128).
    package var alreadySampled: Bool
    /// Whether it gets a label: by default when something is requested of it and it was not sampled yet.
    package var hasLabel: Bool
    /// A word in the last column, e.g. `ajouté` or `annulé`.
    package var note: String?

    package init(
        number: AnimalNumber, workingNumber: String? = nil, birth: BirthDate, sex: String, breed: String,
        entryDay: Day? = nil, entryCause: String? = nil, requested: Set<String> = [], alreadySampled: Bool = false,
        hasLabel: Bool? = nil, note: String? = nil
    ) {
        self.number = number
        self.workingNumber = workingNumber ?? number.workingNumber
        self.birth = birth
        self.sex = sex
        self.breed = breed
        self.entryDay = entryDay
        self.entryCause = entryCause
        self.requested = requested
        self.alreadySampled = alreadySampled
        self.hasLabel = hasLabel ?? (!requested.isEmpty && !alreadySampled)
        self.note = note
    }
}

/// A reason not to test an animal, with the code that is written by hand.
package struct UntestedReason: Hashable, Sendable, Codable {
    package var code: String
    package var label: String

    package init(_ code: String, _ label: String) {
        self.code = code
        self.label = label
    }

    /// For documents whose department gives no list of its own.
    package static let usual = [
        UntestedReason("V", "vendu"), UntestedReason("M", "mort"), UntestedReason("D", "dangereux"),
        UntestedReason("I", "introuvable"), UntestedReason("R", "refus"), UntestedReason("X", "autre, à préciser"),
    ]
}
