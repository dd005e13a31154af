import Documents
import Kernel
import Prophylaxis
import Store

/// Where the letters of one run are numbered, drawn and stored.
struct LetterPressRoom: Sendable {
    struct Issued: Sendable {
        let id: Int64
        let draft: LetterDraft
        let bytes: [UInt8]

        func fileName(_ kind: LetterKind) -> String { "\(draft.subject.number)-\(kind.rawValue)-\(id).pdf" }
    }

    let desk: LetterDesk
    let context: Context

    /// Stores the letters that nobody else has written meanwhile, and gives back what was stored.
    func issue(
        _ drafts: [LetterDraft], _ chunk: InterventionFilter, again: Bool
    ) async throws -> ([Issued], [Finding]) {
        var ids = try await context.database.ids(drafts.count + 1)
        let entryID = ids.next()
        var ready: [Issued] = []
        var findings: [Finding] = []
        let press = try Press()
        for draft in drafts {
            let id = ids.next()
            let job = PrintJob(title: desk.kind.title, author: desk.house.party.name, day: desk.today)
            do {
                ready.append(Issued(id: id, draft: draft, bytes: try pdf(job, [draft.print(id, desk)], on: press)))
            } catch let fault as LetterFault {
                findings += fault.refusal(of: draft.subject.number).findings
            }
        }
        guard !ready.isEmpty else { return ([], findings) }
        let (desk, context, letters) = (desk, context, ready)
        let stored = try await context.database.write { connection in
            _ = try connection.lockCampaign(desk.campaign.id)
            let now = Dictionary(
                try connection.letterSubjects(of: desk.campaign.id, chunk).map { ($0.id, $0.letters) }
            ) { first, _ in first }
            let unchanged = letters.filter { now[$0.draft.subject.id] == $0.draft.subject.letters }
            guard !unchanged.isEmpty else { return unchanged }
            try connection.store(unchanged, desk, context, entryID)
            return unchanged
        }
        return (stored, findings)
    }
}

extension Connection {
    fileprivate func store(
        _ letters: [LetterPressRoom.Issued], _ desk: LetterDesk, _ context: Context, _ entryID: Int64
    ) throws {
        let template = try putBlob(Array(desk.templateText.utf8), mediaType: "text/plain", at: context.now)
        var entry = context.entry(entryID, .letterWrite, desk.campaign)
        var rows: [LetterRow] = []
        for letter in letters {
            let digest = try putBlob(letter.bytes, mediaType: "application/pdf", at: context.now)
            let facts = try CanonicalJSON.string(FrozenLetter(letter.draft, desk, template: template))
            var row = LetterRow(
                id: letter.id, of: desk.campaign, kind: desk.kind.rawValue, to: letter.draft.recipientCode,
                written: (desk.today, context.actor.login), content: (facts, digest))
            row.intervention = letter.draft.subject.id
            row.copyTo = letter.draft.copies.isEmpty ? nil : letter.draft.copies.joined(separator: " ; ")
            rows.append(row)
            entry.details.append(
                AuditDetail(
                    subject: "intervention:\(letter.draft.subject.number)", outcome: desk.kind.rawValue,
                    payload: digest))
        }
        try insert(rows)
        try audit(entry)
    }
}

extension Connection {
    /// What the letters of a run share: side, sender, template.
    func letterDesk(
        _ kind: LetterKind, of campaign: CampaignRow, _ choice: WriteLetters.Choice, _ context: Context
    ) throws -> LetterDesk {
        if kind.author == .delegate {
            try campaign.require(.executed)
        } else {
            try campaign.require(.executed, .closed)
        }
        let parameters = try campaign.decodedParameters()
        let side = try context.letterSide(kind, campaign)
        let text = try letterText(kind, of: campaign.department).text
        let template: LetterTemplate
        do { template = try LetterTemplate(parsing: text) } catch { throw error.refusal(of: "") }
        return LetterDesk(
            kind: kind, campaign: campaign, parameters: parameters,
            house: try letterHouse(side, of: campaign.department, context.actor), template: template,
            templateText: text, today: context.today, by: choice.by, period: choice.period)
    }

    /// For a warning or a formal notice: what the standing report found, and the articles breached (decision 22).
    func reportFields(_ subject: LetterSubject, _ desk: LetterDesk) throws -> [LetterField: String] {
        guard desk.kind.followUpCode != nil, let report = subject.report,
            let digest = ContentDigest(hex: report.factsDigest)
        else { return [:] }
        let frozen = try CanonicalJSON.decode(FrozenReport.self, from: blob(digest).bytes)
        return [
            .anomalies: frozen.findings, .article: LetterWords.regulation(frozen.decidedBy, desk.campaign),
            .diseases: LetterWords.list(frozen.decidedBy.map(CodeWords.disease)),
        ]
    }
}

extension Context {
    /// Who writes: the authority its own letters and, where it takes over, reminders; the delegate reminders until the
    /// campaign's last day (decision 23, PRO-282).
    func letterSide(_ kind: LetterKind, _ campaign: CampaignRow) throws -> LetterSide {
        if kind.author == .authority {
            try actor.require(.letterWriteAuthority, in: campaign.department)
            return .authority
        }
        if Policy.allows(.letterWriteAuthority, to: actor.role) { return .authority }
        guard ReminderAudience(on: today, campaignEnd: campaign.endsOn) == .delegate else {
            throw Refused(LetterFinding.authorityOnly, ["end": campaign.endsOn.french])
        }
        return .delegate
    }
}
