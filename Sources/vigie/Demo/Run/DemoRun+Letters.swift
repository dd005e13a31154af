import Documents
import FoundationEssentials
import Kernel
import Prophylaxis
import Store
import UseCases

/// Letters: written, stored and entered as sent; a few of each kind go to the folder, for looking at.
extension DemoRun {
    /// - Parameter part: who writes: reminders are the delegate's, decisions the authority's.
    func write(
        _ kind: LetterKind, to target: LetterTarget = .all, as part: DemoCast.Part = .inspector, on day: Day,
        by limit: Day? = nil, period: String? = nil
    ) async throws {
        var choice = WriteLetters.Choice()
        (choice.target, choice.by, choice.period) = (target, limit, period)
        let context = try await cast.context(part, on: day)
        let letters = WriteLetters(campaign: campaign, kind: kind, choice: choice, emit: folder.keepLetter)
        let outcome = try await letters.perform(context)
        if outcome.isRefused { throw Refused(outcome.findings) }
        let written = outcome.written
        guard written > 0 else { return }
        try await markSent(kind.rawValue, context)
        letterCounts.append((day, kind.title, written))
    }

    func markSent(_ kind: String, _ context: Context) async throws {
        var filter = LetterFilter()
        (filter.kind, filter.isUnsent) = (kind, true)
        _ = try await MarkLettersSent(campaign: campaign, filter: filter, on: context.today).perform(context)
    }

    /// Letters that go out together, as one step.
    func letters(_ name: String, on day: Day, _ body: () async throws -> Void) async throws {
        let before = letterCounts.count
        try await step(name, on: day) {
            try await body()
            let written = letterCounts[before...]
            guard !written.isEmpty else { return "aucun" }
            return written.map { "\($0.title) \(grouped($0.count))" }.joined(separator: " ; ")
        }
    }

    /// Some farmers' information on the campaign; a department writes to all.
    func inform() async throws {
        let numbers = Self.spread(try await waves().winter, 10)
        guard !numbers.isEmpty else { return }
        try await letters("Courriers d'information", on: plan.executedOn.adding(days: 1)) {
            try await write(
                .campaignInformation, to: .interventions(numbers), on: plan.executedOn.adding(days: 1))
        }
    }

    /// Bulk milk that two months of catching up have not brought: the laboratory is asked.
    func askDairyLaboratories() async throws {
        let context = try await cast.context(.inspector, on: plan.settledOn)
        try await step("Laboratoire laitier relancé", on: plan.settledOn) {
            let letters = WriteDairyLetters(
                campaign: campaign, choice: WriteLetters.Choice(), emit: folder.keepLetter)
            let outcome = try await letters.perform(context)
            try await markSent(LetterKind.dairyLaboratoryReminder.rawValue, context)
            return counted(outcome.written, "lettre")
        }
    }

    /// What the authority's follow-ups say, in writing.
    func writeFollowUps() async throws {
        try await letters("Avertissements et mises en demeure", on: plan.followUpOn) {
            let limit = plan.followUpOn.adding(days: 60)
            try await write(.warning, as: .authority, on: plan.followUpOn, by: limit)
            try await write(.formalNotice, as: .authority, on: plan.followUpOn, by: limit)
        }
    }
}

extension DemoFolder {
    private static let lettersOfEachKind = 5

    /// Keeps a letter among the printed ones, unless there are enough of its kind.
    @Sendable
    func keepLetter(_ file: LetterFile) throws {
        let folder = documents + "/courriers"
        // `202600000034-avertissement-81234.pdf`
        let kind = file.name.split(separator: "-").dropFirst().dropLast().joined(separator: "-")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let kept = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.contains(kind) }.count
        guard kept < Self.lettersOfEachKind else { return }
        try FileOutput.write(file.bytes, to: "\(folder)/\(file.name)")
    }
}
