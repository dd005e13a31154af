import Documents
import Kernel
import Store

/// What is printed, and how.
package struct PrintChoice: Sendable, Hashable {
    package enum Grouping: String, Codable, Sendable, Hashable, CaseIterable {
        /// One file for each document.
        case document
        case vet
        case holding
    }

    package var copy = DispatchRow.Copy.labels
    package var grouping = Grouping.document
    /// Label paper with the offset of the printer.
    package var sheet = LabelSheet.twoColumns
    /// Drafts, marked as such and without barcodes: for looking at, never stored or sent (PRO-151).
    package var drafts = false
    /// Documents without any animal are left out of a batch unless this says otherwise (PRO-139).
    package var includesZeroBovine = false
    /// Leaves out documents of which this copy was printed already.
    package var onlyUnprinted = false

    package init() {}
}

/// A PDF that is ready to be printed.
package struct PrintedFile: Sendable {
    /// Without folder, e.g. `202100000012.pdf`.
    package let name: String
    package let bytes: [UInt8]
    package let documents: Int
}

/// What a print run did.
package struct PrintOutcome: Sendable {
    package var documents = 0
    package var files = 0
    package var labels = 0
    /// Documents whose file was there already, and was handed out again as it was.
    package var reissued = 0
    package var findings: [Finding] = []

    package var isRefused: Bool { findings.contains { $0.severity >= .refused } }
}
