import Documents
import Kernel
import Store
import Synchronization

package typealias LetterChoice = Documents.LetterKind

/// Writes the letters of a kind as `WriteLetters` does, and gives them as one file to print.
package struct WriteLetterBatch: UseCase {
    package let intention = Intention.letterWrite
    package let campaign: CampaignSelector
    package let kind: LetterKind
    /// Also where the letter was written before.
    package let again: Bool

    package init(campaign: CampaignSelector, kind: LetterKind, again: Bool = false) {
        self.campaign = campaign
        self.kind = kind
        self.again = again
    }

    package var department: String? { campaign.department }

    /// - Returns: the file, nil where there was nothing to write; and what was found on the way.
    package func run(_ context: Context) async throws -> (file: LetterFile?, findings: [Finding]) {
        var choice = WriteLetters.Choice()
        choice.isJoined = true
        choice.again = again
        let joined = Mutex<LetterFile?>(nil)
        let outcome = try await WriteLetters(campaign: campaign, kind: kind, choice: choice) { file in
            // One by one they stand in the store already; the last one is the batch.
            joined.withLock { $0 = file }
        }.run(context)
        return (outcome.written > 0 ? joined.withLock { $0 } : nil, outcome.findings)
    }
}
