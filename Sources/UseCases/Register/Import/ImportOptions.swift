import Kernel
import Store

/// What the person who imports decides.
package struct ImportOptions: Sendable {
    /// nil: what the department has settled for the sender, else `line`.
    package var policy: ImportRunRow.Policy?
    /// Tables of which more than the limit may be absent from a full bundle (decision 17).
    package var acceptAbsent: Set<String> = []
    /// Lets in a bundle extracted before the last one.
    package var acceptOlder = false
    /// Lets in numbers of department 99.
    package var fictitious = false
    /// Bytes of the column-mapping file, which change what the same files mean.
    package var mapping: [UInt8]?

    package init() {}
}

/// What became of a bundle.
package struct ImportOutcome: Sendable {
    package let importID: Int64
    package let state: ImportRunRow.State
    /// In the order of the tables.
    package let parts: [PartTally]
    /// Of the bundle and of lines that count.
    package let findings: [Finding]
    /// The first findings of refused lines.
    package let refusedFindings: [Finding]

    package var refusedCount: Int { parts.reduce(0) { $0 + $1.refused } }
    package var acceptedCount: Int { parts.reduce(0) { $0 + $1.accepted } }
    /// Whether something was refused.
    package var hasRefusals: Bool { state == .refused || refusedCount > 0 }
}
