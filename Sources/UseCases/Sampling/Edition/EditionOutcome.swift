import Kernel
import Prophylaxis

/// What a batch of editions or validations did.
package struct EditionOutcome: Sendable {
    /// Documents edited or validated.
    package var documents = 0
    /// Cattle that the selection looked at.
    package var animals = 0
    /// Animals on the lists, per disease; an animal may count for several.
    package var requested: [Disease: Int] = [:]
    /// Rows that a validation added to the lists.
    package var added = 0
    /// Documents that ask for no animal: for analysis, not an error (PRO-145).
    package var zeroBovine = 0
    /// Analysis requests issued (PRO-166).
    package var analysisRequests = 0
    /// Documents that were left as they are, because they were done already or need none.
    package var untouched = 0
    /// In the order of the interventions.
    package var findings: [Finding] = []

    package init() {}

    package var isRefused: Bool { findings.contains { $0.severity >= .refused } }

    mutating func join(_ other: EditionOutcome) {
        documents += other.documents
        animals += other.animals
        requested.merge(other.requested, uniquingKeysWith: +)
        added += other.added
        zeroBovine += other.zeroBovine
        analysisRequests += other.analysisRequests
        untouched += other.untouched
        findings += other.findings
    }
}
