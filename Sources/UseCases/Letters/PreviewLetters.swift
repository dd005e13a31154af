import Documents
import Kernel

/// The first letters that writing a kind would give now, in one PDF marked as a draft: no number, nothing stored,
/// nobody told.
package struct PreviewLetters: UseCase {
    package let intention = Intention.letterWrite
    let campaign: CampaignSelector
    let kind: LetterKind
    /// Also where the letter was written before.
    let again: Bool

    /// So many are enough to judge by.
    package static let most = 10

    package init(campaign: CampaignSelector, kind: LetterKind, again: Bool = false) {
        (self.campaign, self.kind, self.again) = (campaign, kind, again)
    }

    package var department: String? { campaign.department }

    /// - Returns: the file, nil where there is nothing to write; and what was found on the way.
    package func run(_ context: Context) async throws -> (file: LetterFile?, findings: [Finding]) {
        var choice = WriteLetters.Choice()
        choice.again = again
        let (prints, findings) = try await WriteLetters(campaign: campaign, kind: kind, choice: choice) { _ in }
            .previewed(PreviewLetters.most, context)
        guard !prints.isEmpty else { return (nil, findings) }
        let job = PrintJob(title: "\(kind.title) (brouillon)", author: context.actor.name, day: context.today)
        return (
            LetterFile(name: "brouillon-\(kind.rawValue).pdf", bytes: try Documents.pdf(job, prints)), findings
        )
    }
}
