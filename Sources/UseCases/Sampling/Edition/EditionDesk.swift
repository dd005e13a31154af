import Kernel
import Programmes
import Prophylaxis
import Register
import Store

/// Edits or validates one chunk of documents in one transaction: the facts in, the rules, the decisions out.
struct EditionDesk {
    let connection: Connection
    let batch: EditionBatch
    let auditID: Int64
    private var frozen: FrozenDocumentWriter
    private var outcome = EditionOutcome()
    private var editions: [EditionRow] = []
    private var list = ListChanges()
    private var requests: [AnalysisRequestRow] = []
    private var details: [AuditDetail] = []
    private var news: [Announcement] = []

    init(_ connection: Connection, _ batch: EditionBatch, auditID: Int64) throws {
        self.connection = connection
        self.batch = batch
        self.auditID = auditID
        frozen = try FrozenDocumentWriter(batch.campaign.parameters)
    }

    /// Does the chunk. Interventions of it that have nothing to do are left as they are.
    static func run(
        _ ids: [Int64], _ connection: Connection, _ batch: EditionBatch, auditID: Int64
    ) throws -> EditionOutcome {
        var desk = try EditionDesk(connection, batch, auditID: auditID)
        try desk.run(.ids(ids))
        return desk.outcome
    }

    private mutating func run(_ chunk: InterventionFilter) throws {
        try connection.lockForEdition(campaign: batch.campaign.id, chunk)
        let reader = EditionReader(connection: connection, batch: batch)
        let tasks = try reader.tasks(chunk) { finding in
            outcome.untouched += 1
            if let finding { outcome.findings.append(finding) }
        }
        guard !tasks.isEmpty else { return }
        for task in tasks { try decide(task, reader) }
        try write()
    }

    private mutating func decide(_ task: EditionTask, _ reader: EditionReader) throws {
        guard let (facts, decision) = try reader.decide(task, &outcome.findings) else { return }
        let bytes = try frozen.write(task, facts, decision)
        let digest = ContentDigest(of: bytes)
        if let refusal = batch.changeSinceDraft(task, digest) {
            outcome.findings.append(refusal)
            if refusal.severity >= .refused { return }
        }
        let edition = try batch.edition(of: task, digest)
        editions.append(edition)
        if batch.freezes {
            _ = try connection.putBlob(bytes, mediaType: "application/json", at: batch.now)
            let changes = ListChanges(task, decision)
            list.join(changes)
            news.append(
                Announcement(
                    intervention: task.subject.number, (batch.campaign.id, task.subject.id),
                    department: batch.campaign.row.department, version: edition.number))
            requests += AnalysisRequestRow.requests(for: task, edition, changes.standing, batch)
        }
        details.append(
            AuditDetail(
                subject: "intervention:\(task.subject.number)",
                outcome: "edition-\(edition.number)-\(edition.state.rawValue)",
                payload: digest))
        try count(task, decision, edition)
    }

    private mutating func count(
        _ task: EditionTask, _ decision: DocumentSelection.Decision, _ edition: EditionRow
    ) throws {
        outcome.documents += 1
        outcome.animals += task.animals.count
        for request in decision.requested {
            for disease in Disease.set(request.diseases) { outcome.requested[disease, default: 0] += 1 }
        }
        if decision.requested.isEmpty { outcome.zeroBovine += 1 }
        outcome.findings += try batch.remarks(on: task, decision, edition)
    }

    private mutating func write() throws {
        let campaign = batch.campaign.id
        try connection.writeEditions(campaign: campaign, editions)
        try connection.insertRequested(campaign: campaign, list.added)
        for row in list.changed { try connection.updateRequested(campaign: campaign, row) }
        try connection.insertAnalysisRequests(campaign: campaign, requests)
        if batch.freezes {
            let changed = editions.map(\.intervention)
            try connection.refreshOnDocument(campaign: campaign, interventions: changed)
            try connection.markStatesDue(campaign: campaign, interventions: changed, on: batch.today)
        }
        outcome.added = list.added.count
        outcome.analysisRequests = requests.count
        try batch.context.announce(.documentIssued, news, in: connection)
        guard !details.isEmpty else { return }
        var entry = batch.context.entry(auditID, .documentEdit, batch.campaign.row)
        entry.details = details
        try connection.audit(entry)
    }
}
