import Documents
import Kernel
import Store

/// The letters of a kind, to print at once or each as a file.
package struct LettersWork: JobWork {
    package static let kind = JobKind.letters
    package let campaign: CampaignSelector
    package let letter: LetterKind
    /// Twelve-digit numbers; empty: those of the list, or all that the letter has a ground for.
    package let interventions: [String]
    /// The work list whose lines are meant.
    package var list: String?
    package var by: Day?
    /// When the herd holds cattle to test, in words (PRO-137).
    package var period: String?
    /// The fixed month of milk results, by its first day (PRO-203).
    package var month: Day?
    /// Also where the letter was written before.
    package var again: Bool?
    /// One file of all letters instead of one each.
    package var isJoined: Bool?
    /// Also one file for each veterinarian who gets copies.
    package var withCopies: Bool?

    package var intention: Intention { letter.author == .authority ? .letterWriteAuthority : .letterWrite }
    package var department: String? { campaign.department }

    package init(campaign: CampaignSelector, letter: LetterKind, interventions: [String] = []) {
        self.campaign = campaign
        self.letter = letter
        self.interventions = interventions
    }

    var choice: WriteLetters.Choice {
        var choice = WriteLetters.Choice()
        if !interventions.isEmpty {
            choice.target = .interventions(interventions)
        } else if let list = list.flatMap(WorkListKind.init) {
            choice.target = .workList(list)
        }
        (choice.by, choice.period) = (by, period)
        (choice.again, choice.isJoined) = (again ?? false, isJoined ?? false)
        choice.withCopies = withCopies ?? false
        return choice
    }

    package func run(_ run: JobRun) async throws -> JobReport {
        let (board, output, isDairy) = (run.board, run.output, letter == .dairyLaboratoryReminder)
        let keepsAll = isDairy || isJoined != true
        let emit: @Sendable (LetterFile) throws -> Void = { file in
            // One by one they stand in the store already.
            if keepsAll || file.isBatch { try output.add(file.name, file.bytes) }
            board.tell("writing", output.count)
        }
        let outcome =
            isDairy
            ? try await WriteDairyLetters(campaign: campaign, choice: choice, month: month, emit: emit)
                .perform(run.context)
            : try await WriteLetters(campaign: campaign, kind: letter, choice: choice, emit: emit)
                .perform(run.context)
        var report = JobReport(
            counts: ["letters": outcome.written, "skipped": outcome.skipped, "groundless": outcome.withoutGround],
            findings: outcome.findings, hasRefusals: outcome.isRefused)
        report.letters = LettersMade(campaign: campaign, outcome.table)
        return report
    }
}

/// What a job wrote, for whom: the first of its letters.
package struct LettersMade: Codable, Sendable, Hashable {
    package struct Line: Codable, Sendable, Hashable {
        package let id: String
        package let intervention: String
        package let recipient: String
        package let diseases: String
        /// `2021-01-31`
        package let lastDay: String
    }

    package let campaign: CampaignSelector
    package let lines: [Line]
    /// Letters beyond these lines.
    package let more: Int

    /// The register has them all.
    private static let keptLines = 300

    init(campaign: CampaignSelector, _ table: ListTable) {
        self.campaign = campaign
        lines = table.rows.prefix(LettersMade.keptLines).filter { $0.count == 5 }.map {
            Line(id: $0[0], intervention: $0[1], recipient: $0[2], diseases: $0[3], lastDay: $0[4])
        }
        more = max(0, table.rows.count - LettersMade.keptLines)
    }
}
