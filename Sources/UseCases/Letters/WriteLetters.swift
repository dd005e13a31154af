import Documents
import Kernel
import Prophylaxis
import Store

/// A PDF of one letter, of all letters of a batch, or of the copies for one veterinarian.
package struct LetterFile: Sendable, Hashable {
    /// Without folder.
    package let name: String
    package let bytes: [UInt8]
    /// Of several letters, to print at once.
    package var isBatch = false
}

/// Writes the letters of a kind: one for each intervention that has a ground for it and has not had it yet (PRO-112,
/// PRO-137, PRO-194, PRO-251, PRO-253, PRO-255, PRO-256, PRO-262, PRO-288).
///
/// Facts and bytes are stored first, chunk by chunk, then handed to `emit`. Killed in between, the same command on the
/// same day goes on, and hands out what was stored before, the same bytes; later, `ReprintLetters` does.
package struct WriteLetters: UseCase {
    package struct Choice: Sendable, Hashable {
        package var target = LetterTarget.all
        /// Also where the letter was written before.
        package var again = false
        package var isDryRun = false
        /// A deadline instead of the one that follows from the facts.
        package var by: Day?
        /// When the herd holds cattle to test, in words (PRO-137).
        package var period: String?
        /// Also one file of all letters, to print at once.
        package var isJoined = false
        /// Also one file for each veterinarian who gets copies.
        package var withCopies = false

        package init() {}
    }

    package struct Outcome: Sendable {
        /// One line a letter: number, intervention, recipient, diseases, deadline.
        package var table = ListTable(
            columns: ["lettre", "intervention", "destinataire", "maladies", "limite"], rows: [])
        /// Letters that exist already.
        package var skipped = 0
        /// Those of them that were written today and handed out again.
        package var handedAgain = 0
        /// Interventions that have no ground for the letter.
        package var withoutGround = 0
        package var findings: [Finding] = []

        package init() {}

        package var written: Int { table.rows.count }
        package var isRefused: Bool { findings.contains { $0.severity >= .refused } }
    }

    package let intention = Intention.letterWrite
    package let campaign: CampaignSelector
    package let kind: LetterKind
    package let choice: Choice
    package let emit: @Sendable (LetterFile) throws -> Void

    package init(
        campaign: CampaignSelector, kind: LetterKind, choice: Choice,
        emit: @escaping @Sendable (LetterFile) throws -> Void
    ) {
        self.campaign = campaign
        self.kind = kind
        self.choice = choice
        self.emit = emit
    }

    package var department: String? { campaign.department }

    private static let chunkSize = 100

    package func run(_ context: Context) async throws -> Outcome {
        if let by = choice.by, by < context.today {
            throw Refused(LetterFinding.limitPast, ["limit": by.french])
        }
        let (desk, ids) = try await open(context)
        var outcome = Outcome()
        var prints: [(copy: String?, print: LetterPrint)] = []
        for part in ids.chunks(of: WriteLetters.chunkSize) {
            prints += try await write(.ids(part), desk, context, &outcome)
        }
        if !choice.isDryRun { try emitTogether(prints, desk) }
        return outcome
    }

    /// The desk that writes them, and the interventions that are looked at.
    private func open(_ context: Context) async throws -> (LetterDesk, [Int64]) {
        let useCase = self
        if kind.isReminder { try await context.refreshStatuses(of: campaign) }
        return try await context.database.read { connection in
            let campaign = try useCase.campaign.find(in: connection)
            let desk = try connection.letterDesk(useCase.kind, of: campaign, useCase.choice, context)
            let ids = try connection.interventions(
                useCase.choice.target, for: useCase.kind, of: campaign, today: context.today)
            return (desk, ids)
        }
    }

    /// The first letters that would be written now, marked as drafts.
    func previewed(_ most: Int, _ context: Context) async throws -> (prints: [LetterPrint], findings: [Finding]) {
        let (desk, ids) = try await open(context)
        var outcome = Outcome()
        var kept: [WrittenToday] = []
        var prints: [LetterPrint] = []
        for part in ids.chunks(of: WriteLetters.chunkSize) where prints.count < most {
            let subjects = try await context.database.read { connection in
                try connection.letterSubjects(of: desk.campaign.id, .ids(part)).map { subject in
                    (subject, try connection.reportFields(subject, desk))
                }
            }
            prints += subjects.compactMap { draft($0.0, extra: $0.1, desk, &kept, &outcome)?.print(nil, desk) }
        }
        return (Array(prints.prefix(most)), outcome.findings)
    }

    private func write(
        _ chunk: InterventionFilter, _ desk: LetterDesk, _ context: Context, _ outcome: inout Outcome
    ) async throws -> [(copy: String?, print: LetterPrint)] {
        let subjects = try await context.database.read { connection in
            try connection.letterSubjects(of: desk.campaign.id, chunk).map { subject in
                (subject, try connection.reportFields(subject, desk))
            }
        }
        var kept: [WrittenToday] = []
        let drafts = subjects.compactMap { draft($0.0, extra: $0.1, desk, &kept, &outcome) }
        if choice.isDryRun {
            outcome.table.rows += drafts.map { $0.line("") }
            return []
        }
        let extra = Dictionary(subjects.map { ($0.0.id, $0.1) }) { first, _ in first }
        let before = try await handOut(kept, extra, desk, context, &outcome)
        guard !drafts.isEmpty else { return before }
        let (letters, findings) = try await LetterPressRoom(desk: desk, context: context).issue(
            drafts, chunk, again: choice.again)
        outcome.findings += findings
        outcome.skipped += drafts.count - letters.count - findings.count
        for letter in letters {
            outcome.table.rows.append(letter.draft.line(String(letter.id)))
            try emit(LetterFile(name: letter.fileName(kind), bytes: letter.bytes))
        }
        return before + letters.map { ($0.draft.subject.veterinarian?.orderNumber, $0.draft.print($0.id, desk)) }
    }

    /// What was stored before, and for the files of a whole batch how it is drawn.
    private func handOut(
        _ kept: [WrittenToday], _ extra: [Int64: [LetterField: String]], _ desk: LetterDesk, _ context: Context,
        _ outcome: inout Outcome
    ) async throws -> [(copy: String?, print: LetterPrint)] {
        let found = try await context.database.read { try $0.found(kept, of: desk.campaign.id) }
        for letter in found { try emit(letter.file(desk)) }
        outcome.handedAgain += found.count
        guard choice.isJoined || choice.withCopies, !found.isEmpty else { return [] }
        let press = try Press()
        var prints: [(copy: String?, print: LetterPrint)] = []
        for letter in found {
            let subject = letter.letter.subject
            if let print = letter.print(desk, extra: extra[subject.id] ?? [:], on: press) {
                prints.append((subject.veterinarian?.orderNumber, print))
            } else {
                outcome.findings.append(
                    Finding(
                        LetterFinding.changedSince, .warning,
                        ["letter": String(letter.letter.id), "intervention": subject.number]))
            }
        }
        return prints
    }

    /// The letter of a subject; nil, with a trace in the outcome, where none is to be written.
    private func draft(
        _ subject: LetterSubject, extra: [LetterField: String], _ desk: LetterDesk, _ kept: inout [WrittenToday],
        _ outcome: inout Outcome
    ) -> LetterDraft? {
        guard let ground = kind.ground(subject, desk.parameters) else {
            outcome.withoutGround += 1
            if choice.target.isNamed { outcome.findings += groundless(subject).findings }
            return nil
        }
        if !choice.again, let letter = subject.lastLetter(kind, since: ground.since) {
            outcome.skipped += 1
            if letter.writtenOn == desk.today, letter.sentOn == nil {
                kept.append(WrittenToday(id: letter.id, subject: subject, ground: ground))
            }
            if choice.target.isNamed {
                let facts: KeyValuePairs = [
                    "intervention": subject.number, "letter": String(letter.id), "day": letter.writtenOn.french,
                ]
                outcome.findings.append(Finding(LetterFinding.alreadyWritten, .info, facts))
            }
            return nil
        }
        do {
            return try LetterDraft(subject, ground, desk, extra: extra)
        } catch {
            outcome.findings += error.findings
            return nil
        }
    }

    private func groundless(_ subject: LetterSubject) -> Refused {
        if let code = kind.followUpCode {
            return Refused(LetterFinding.followUpMissing, ["intervention": subject.number, "code": code.rawValue])
        }
        return Refused(LetterFinding.noGround, ["intervention": subject.number, "kind": kind.rawValue])
    }

    /// All letters in one file, and one file of copies for each veterinarian.
    private func emitTogether(_ prints: [(copy: String?, print: LetterPrint)], _ desk: LetterDesk) throws {
        let job = PrintJob(title: kind.title, author: desk.house.party.name, day: desk.today)
        if choice.isJoined, !prints.isEmpty {
            let name = "lot-\(kind.rawValue)-\(desk.today).pdf"
            try emit(LetterFile(name: name, bytes: pdf(job, prints.map(\.print)), isBatch: true))
        }
        guard choice.withCopies else { return }
        let copies = Dictionary(grouping: prints.filter { !$0.print.copies.isEmpty }) { $0.copy ?? "" }
        for (number, group) in copies.sorted(by: { $0.key < $1.key }) where !number.isEmpty {
            let name = "copies-\(number)-\(kind.rawValue)-\(desk.today).pdf"
            try emit(LetterFile(name: name, bytes: pdf(job, group.map(\.print)), isBatch: true))
        }
    }
}

extension LetterSubject {
    fileprivate func lastLetter(_ kind: LetterKind, since: Day?) -> Letter? {
        letters.last { $0.kind == kind.rawValue && $0.writtenOn >= (since ?? $0.writtenOn) }
    }
}

extension LetterDraft {
    fileprivate func line(_ id: String) -> [String] {
        [
            id, subject.number, recipientCode, ground.diseases.map(\.rawValue).joined(separator: " "),
            lastDay?.description ?? "",
        ]
    }
}
