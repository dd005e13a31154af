import Kernel
import Store
import Synchronization

package typealias LetterFilter = Store.LetterFilter

/// One letter or list of the register, the very bytes that were written.
package struct ReadLetter: UseCase {
    package let intention = Intention.campaignRead
    package let campaign: CampaignSelector
    package let letter: Int64

    package init(campaign: CampaignSelector, letter: Int64) {
        self.campaign = campaign
        self.letter = letter
    }

    package var department: String? { campaign.department }

    package func run(_ context: Context) async throws -> LetterFile {
        var filter = LetterFilter()
        filter.ids = [letter]
        let found = Mutex<LetterFile?>(nil)
        _ = try await ReprintLetters(campaign: campaign, filter: filter) { file in
            found.withLock { $0 = file }
        }.run(context)
        guard let file = found.withLock({ $0 }) else {
            throw Refused(LetterFinding.letterUnknown, ["letter": String(letter)])
        }
        return file
    }
}
