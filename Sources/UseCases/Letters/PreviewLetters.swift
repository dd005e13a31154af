import Documents
import Kernel

/// The first letters that a job would write now, in one PDF marked as a draft: no number, nothing stored, nobody told.
package struct PreviewLetters: UseCase {
    package var intention: Intention { work.intention }
    let work: LettersWork

    /// So many are enough to judge by.
    package static let most = 10

    package init(_ work: LettersWork) { self.work = work }

    package var department: String? { work.department }

    /// - Returns: the file, nil where there is nothing to write; and what was found on the way.
    package func run(_ context: Context) async throws -> (file: LetterFile?, findings: [Finding]) {
        let (prints, findings) = try await pages(context)
        guard !prints.isEmpty else { return (nil, findings) }
        let title = "\(work.letter.title) (brouillon)"
        let job = PrintJob(title: title, author: context.actor.name, day: context.today)
        let name = "brouillon-\(work.letter.rawValue).pdf"
        return (LetterFile(name: name, bytes: try Documents.pdf(job, prints)), findings)
    }

    private func pages(_ context: Context) async throws -> ([any PrintedDocument], [Finding]) {
        guard work.letter == .dairyLaboratoryReminder else {
            return try await WriteLetters(
                campaign: work.campaign, kind: work.letter, choice: work.choice, emit: { _ in }
            ).previewed(PreviewLetters.most, context)
        }
        return try await WriteDairyLetters(
            campaign: work.campaign, choice: work.choice, month: work.month, emit: { _ in }
        ).previewed(PreviewLetters.most, context)
    }
}
