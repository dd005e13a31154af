import Exchange
import Kernel
import Prophylaxis

/// A tuberculin report as someone sends or enters it.
package struct TuberculinInput: Codable, Sendable, Hashable {
    package struct Animal: Codable, Sendable, Hashable {
        /// As it was given: a number that is not complete is kept and told (PRO-195).
        package let number: String
        package let outcome: String
        package var reason: String?
        package var comment: String?

        package init(number: String, outcome: String, reason: String? = nil, comment: String? = nil) {
            self.number = number
            self.outcome = outcome
            self.reason = reason
            self.comment = comment
        }

        package var isNonNegative: Bool { outcome != SkinOutcomeCode.untested.rawValue }
    }

    package var intervention: String
    package let method: String
    package let injectedOn: Day
    package let receivedOn: Day
    package var readOn: Day?
    package var subjective: Bool?
    package var approvedModel = true
    package var counts = TuberculinCount.Descriptors()
    package var orderNumber: String?
    package var comment: String?
    package var animals: [Animal] = []

    package init(intervention: String, method: String, injectedOn: Day, receivedOn: Day) {
        self.intervention = intervention
        self.method = method
        self.injectedOn = injectedOn
        self.receivedOn = receivedOn
    }

    init(_ row: TuberculinReportRow) {
        self.init(
            intervention: row.intervention.filter { !$0.isWhitespace }, method: row.method.rawValue,
            injectedOn: row.injectedOn,
            receivedOn: row.receivedOn)
        readOn = row.readOn
        subjective = row.subjectiveReading
        approvedModel = row.model == .approved
        counts.testedSimple = row.counts.ntids
        counts.negativeSimple = row.counts.nnidsn
        counts.doubtfulSimple = row.counts.nadids
        counts.positiveSimple = row.counts.npidsp
        counts.testedComparative = row.counts.ntidc
        counts.negativeComparative = row.counts.nnidc
        counts.largeDoubtfulComparative = row.counts.nagdidctub
        counts.smallDoubtfulComparative = row.counts.napdidctub
        counts.positiveComparative = row.counts.npidc
        orderNumber = row.orderNumber?.description
    }

    /// Doubtful or positive animals that the descriptors count.
    var countedNonNegative: Int {
        [
            counts.doubtfulSimple, counts.positiveSimple, counts.largeDoubtfulComparative,
            counts.smallDoubtfulComparative, counts.positiveComparative,
        ].reduce(0) { $0 + ($1 ?? 0) }
    }

    var isNonNegative: Bool { countedNonNegative > 0 || animals.contains(where: \.isNonNegative) }

    /// Information that the texts ask for and the report lacks (PRO-182, decision 16).
    var missing: [String] {
        var missing: [String] = []
        if readOn == nil { missing.append("date de lecture") }
        if subjective == nil { missing.append("lecture subjective") }
        let numbers = [
            counts.testedSimple, counts.negativeSimple, counts.testedComparative, counts.negativeComparative,
        ]
        if numbers.allSatisfy({ $0 == nil }) { missing.append("nombre d'animaux") }
        return missing
    }
}
