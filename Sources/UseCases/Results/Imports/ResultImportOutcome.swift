import Kernel
import Store

/// What became of a file of results.
package struct ResultImportOutcome: Sendable {
    package var run: ResultRun
    /// All findings by code.
    package var counts: [String: Int] = [:]
    /// The first of each code, in order of the file.
    package var findings: [Finding] = []
    /// Of the refused lines, those that were not attached to anything.
    package var unattached = 0
    /// Results that are not negative, wherever they went.
    package var nonNegative = 0
    /// Interventions whose status was computed again.
    package var recomputed = 0

    package init(run: ResultRun) { self.run = run }

    package var hasRefusals: Bool { run.state == .refused || run.refusedCount > 0 }
}
