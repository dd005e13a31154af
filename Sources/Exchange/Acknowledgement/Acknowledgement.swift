import Kernel

/// What became of one file, for whoever sent it: counts, findings of the file, and every refused line (PRO-174).
package struct Acknowledgement: Sendable, Hashable, Codable {
    package enum Verdict: String, Sendable, Codable, CaseIterable {
        /// Every line counts.
        case accepted
        /// The good lines count, the refused ones are kept.
        case partial
        /// Nothing counts.
        case refused
    }

    package var file: String
    /// SHA-256 of the file's bytes, in hexadecimal.
    package var digest: String
    package var sender: String
    package var readOn: Day
    package var verdict: Verdict
    package var counts: LineCounts
    package var findings: [Finding]
    package var refused: [RefusedLine]

    package init(
        _ outcome: TableOutcome, digest: String, sender: String, readOn: Day, refused: [RefusedLine]
    ) {
        file = outcome.file
        self.digest = digest
        self.sender = sender
        self.readOn = readOn
        counts = outcome.counts
        findings = outcome.findings
        self.refused = refused
        verdict = outcome.isFatal ? .refused : (refused.isEmpty ? .accepted : .partial)
    }
}
