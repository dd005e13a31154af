import Documents
import Kernel
import Store

/// The chronological register of letters (PRO-162).
package struct ListLetters: UseCase {
    package let intention = Intention.campaignRead
    package let campaign: CampaignSelector
    package let filter: LetterFilter

    package init(campaign: CampaignSelector, filter: LetterFilter = LetterFilter()) {
        self.campaign = campaign
        self.filter = filter
    }

    package var department: String? { campaign.department }

    static let columns = [
        "lettre", "nature", "titre", "intervention", "destinataire", "copie", "ecrite_le", "par", "envoyee_le",
    ]

    /// Letters and lists in words; what neither knows stays empty.
    static func title(_ kind: String) -> String {
        if kind == RequestSerum.letterKind { return "Demande à la sérothèque" }
        if let letter = LetterKind(rawValue: kind) { return letter.title }
        return CampaignListKind.allCases.first { $0.letter?.rawValue == kind }?.title ?? ""
    }

    package func run(_ context: Context) async throws -> ListTable {
        let (selector, filter) = (campaign, filter)
        let letters = try await context.database.read { connection in
            try connection.letters(of: selector.find(in: connection).id, filter)
        }
        return ListTable(
            columns: ListLetters.columns,
            rows: letters.map { letter in
                [
                    String(letter.id), letter.kind, ListLetters.title(letter.kind),
                    letter.intervention, letter.recipient, letter.copyTo, letter.writtenOn.description,
                    letter.writtenBy, letter.sentOn?.description ?? "",
                ]
            })
    }
}

/// Hands out letters again, the very same bytes.
package struct ReprintLetters: UseCase {
    package let intention = Intention.campaignRead
    package let campaign: CampaignSelector
    package let filter: LetterFilter
    package let emit: @Sendable (LetterFile) throws -> Void

    package init(
        campaign: CampaignSelector, filter: LetterFilter, emit: @escaping @Sendable (LetterFile) throws -> Void
    ) {
        self.campaign = campaign
        self.filter = filter
        self.emit = emit
    }

    package var department: String? { campaign.department }

    /// Returns how many were handed out.
    package func run(_ context: Context) async throws -> Int {
        let (selector, filter) = (campaign, filter)
        let letters = try await context.database.read { connection in
            let found = try connection.letters(of: selector.find(in: connection).id, filter)
            try found.requireAll(filter.ids)
            return found
        }
        for letter in letters {
            guard let digest = ContentDigest(hex: letter.documentDigest) else {
                throw StoreError.unreadable(column: "document_digest", found: letter.documentDigest)
            }
            let blob = try await context.database.read { try $0.blob(digest) }
            let ending = blob.mediaType == "text/csv" ? "csv" : "pdf"
            let subject = letter.intervention.isEmpty ? letter.recipient : letter.intervention
            try emit(LetterFile(name: "\(subject)-\(letter.kind)-\(letter.id).\(ending)", bytes: blob.bytes))
        }
        return letters.count
    }
}

/// Enters the day on which letters were posted (PRO-162).
package struct MarkLettersSent: UseCase {
    package struct Outcome: Sendable {
        package var sent = 0
        package var findings: [Finding] = []
    }

    package let intention = Intention.letterWrite
    package let campaign: CampaignSelector
    package let filter: LetterFilter
    package let day: Day

    package init(campaign: CampaignSelector, filter: LetterFilter, on day: Day) {
        self.campaign = campaign
        self.filter = filter
        self.day = day
    }

    package var department: String? { campaign.department }

    package func run(_ context: Context) async throws -> Outcome {
        let (useCase, entryID) = (self, try await context.database.id())
        return try await context.database.write { connection in
            let campaign = try useCase.campaign.lock(in: connection)
            let letters = try connection.letters(of: campaign.id, useCase.filter)
            try letters.requireAll(useCase.filter.ids)
            var outcome = Outcome()
            var entry = context.entry(entryID, useCase.intention, campaign)
            for letter in letters {
                if let finding = useCase.objection(to: letter, today: context.today) {
                    outcome.findings.append(finding)
                } else if try connection.markSent(letter.id, on: useCase.day) {
                    outcome.sent += 1
                    entry.details.append(AuditDetail(subject: "letter:\(letter.id)", outcome: "sent \(useCase.day)"))
                }
            }
            if !entry.details.isEmpty { try connection.audit(entry) }
            return outcome
        }
    }

    private func objection(to letter: LetterEntry, today: Day) -> Finding? {
        if let sentOn = letter.sentOn {
            guard !filter.ids.isEmpty else { return nil }
            return Finding(
                LetterFinding.alreadySent, .warning, ["letter": String(letter.id), "day": sentOn.french])
        }
        guard day >= letter.writtenOn, day <= today else {
            return Finding(
                LetterFinding.sentTooEarly, .refused,
                ["letter": String(letter.id), "day": letter.writtenOn.french])
        }
        return nil
    }
}

extension [LetterEntry] {
    /// - Throws: `Refused` with the numbers that are not there.
    fileprivate func requireAll(_ ids: [Int64]) throws {
        let unknown = ids.filter { id in !contains { $0.id == id } }
        guard unknown.isEmpty else {
            throw Refused(unknown.map { Finding(LetterFinding.letterUnknown, .fatal, ["letter": String($0)]) })
        }
    }
}
