import Documents
import Exchange
import Kernel
import Prophylaxis
import Register
import Store

/// Asks the laboratories' serum banks to complete the analyses of interventions short of blood results, once each
/// (PRO-255, PRO-258): for each laboratory a list as PDF and CSV, and one analysis request an intervention.
package struct RequestSerum: UseCase {
    package struct Outcome: Sendable {
        /// Diseases of interventions that were asked about.
        package var asked = 0
        package var laboratories = 0
        package var findings: [Finding] = []
    }

    package let intention = Intention.letterWrite
    package let campaign: CampaignSelector
    /// Code of one laboratory; nil for all.
    package let laboratory: String?
    /// Number of the one intervention to ask about; nil for all.
    package let intervention: String?
    package let emit: @Sendable (LetterFile) throws -> Void

    /// The kind under which the register of letters keeps a request.
    package static let letterKind = "demande-serotheque"

    package init(
        campaign: CampaignSelector, laboratory: String? = nil, intervention: String? = nil,
        emit: @escaping @Sendable (LetterFile) throws -> Void
    ) {
        self.campaign = campaign
        self.laboratory = laboratory
        self.intervention = intervention
        self.emit = emit
    }

    package var department: String? { campaign.department }

    package func run(_ context: Context) async throws -> Outcome {
        let useCase = self
        try await context.refreshStatuses(of: campaign)
        let (row, house, open) = try await context.database.read { connection in
            let row = try useCase.campaign.find(in: connection)
            try row.require(.executed)
            try context.requireBasis(connection, of: row.id, for: useCase.intention)
            let side: LetterSide = Policy.allows(.letterWriteAuthority, to: context.actor.role) ? .authority : .delegate
            return (
                row, try connection.letterHouse(side, of: row.department, context.actor),
                try connection.unaskedShortfalls(of: row, today: context.today)
                    .filter { useCase.intervention == nil || $0.number == useCase.intervention }
            )
        }
        var outcome = Outcome()
        let groups = Dictionary(grouping: open) { $0.laboratory?.code ?? "" }
        for shortfall in groups[""] ?? [] {
            let facts: KeyValuePairs = [
                "intervention": shortfall.number, "disease": CodeWords.disease(shortfall.disease),
            ]
            outcome.findings.append(Finding(SerumFinding.laboratoryMissing, .refused, facts))
        }
        let codes = groups.keys.filter { !$0.isEmpty && (laboratory == nil || laboratory == $0) }.sorted()
        if let intervention, open.isEmpty {
            throw Refused(SerumFinding.nothingToAskHere, ["intervention": intervention])
        }
        if let laboratory, codes.isEmpty { throw Refused(SerumFinding.nothingToAsk, ["laboratory": laboratory]) }
        for code in codes {
            let batch = SerumBatch(
                laboratory: code, shortfalls: groups[code] ?? [], campaign: row, issuer: house.party,
                today: context.today)
            let files = try batch.files(sender: house)
            outcome.asked += try await store(batch, files[0], context)
            outcome.laboratories += 1
            for file in files { try emit(file) }
        }
        try await context.refreshStatuses(of: campaign)
        return outcome
    }

    /// Keeps the requests and the list; returns how many were new.
    private func store(_ batch: SerumBatch, _ list: LetterFile, _ context: Context) async throws -> Int {
        var ids = try await context.database.ids(batch.shortfalls.count + 2)
        let (letterID, entryID) = (ids.next(), ids.next())
        let rows = batch.shortfalls.map { SerumRequestRow(id: ids.next(), campaign: batch.campaign.id, $0) }
        return try await context.database.write { connection in
            _ = try connection.lockCampaign(batch.campaign.id)
            try context.requireBasis(connection, of: batch.campaign.id, for: intention)
            let still = Set(try connection.unaskedShortfalls(of: batch.campaign, today: context.today))
            guard batch.shortfalls.allSatisfy(still.contains) else {
                throw Refused(SerumFinding.changedMeanwhile, ["laboratory": batch.laboratory])
            }
            try connection.insert(rows, on: context.today, by: context.actor.login)
            try connection.markStatesDue(
                campaign: batch.campaign.id, interventions: rows.map(\.shortfall.intervention), on: context.today)
            let digest = try connection.putBlob(list.bytes, mediaType: "application/pdf", at: context.now)
            let facts = try CanonicalJSON.string(
                ["interventions": rows.map { "\($0.shortfall.number) \($0.shortfall.disease.rawValue)" }])
            try connection.insert([
                LetterRow(
                    id: letterID, of: batch.campaign, kind: RequestSerum.letterKind, to: batch.laboratory,
                    written: (context.today, context.actor.login), content: (facts, digest))
            ])
            var entry = context.entry(entryID, .letterWrite, batch.campaign)
            entry.details = rows.map {
                AuditDetail(
                    subject: "intervention:\($0.shortfall.number)",
                    outcome: "serum-asked \($0.shortfall.disease.rawValue)", payload: digest)
            }
            try connection.audit(entry)
            return rows.count
        }
    }
}

extension Connection {
    /// The shortfalls on the work list that no laboratory was asked about.
    fileprivate func unaskedShortfalls(of campaign: CampaignRow, today: Day) throws -> [SerumShortfall] {
        let entries = try workEntries(.serumBank, of: campaign, today: today).filter { $0.row.detail == "to-ask" }
        let wanted = Set(entries.map { "\($0.row.intervention) \($0.row.disease)" })
        let numbers = Set(entries.map(\.row.intervention))
        let ids = try interventions(of: campaign.id).filter { numbers.contains($0.number) }.map(\.id)
        var found: [SerumShortfall] = []
        for chunk in ids.chunks(of: InterventionFilter.idLimit) {
            found += try serumShortfalls(of: campaign.id, .ids(chunk))
        }
        return found.filter { wanted.contains("\($0.number) \($0.disease.rawValue)") }
    }
}
