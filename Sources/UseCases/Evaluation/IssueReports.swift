import Documents
import Kernel
import Prophylaxis
import Store

/// Issues inspection reports: one for each intervention, one comment for the batch (PRO-269 to PRO-273).
///
/// Each chunk is read and printed outside of the transaction that stores it; what changed in between is left for the
/// next run. A process killed in between has issued whole reports or none.
package struct IssueReports: UseCase {
    package struct Outcome: Sendable {
        package var issued: [ReportValue: Int] = [:]
        /// Interventions without a report, with the reason: the first of them only, beyond `findingLimit`.
        package var refusals: [Finding] = []
        package var refused = 0
    }

    package let intention = Intention.reportIssue
    package let campaign: CampaignSelector
    /// Twelve-digit numbers; nil: every intervention that is ready.
    package let interventions: [String]?
    package let comment: String?
    /// Set by hand where only milk came back (PRO-177).
    package let completedOn: Day?

    package init(
        campaign: CampaignSelector, interventions: [String]? = nil, comment: String? = nil, completedOn: Day? = nil
    ) {
        self.campaign = campaign
        self.interventions = interventions
        self.comment = comment
        self.completedOn = completedOn
    }

    package var department: String? { campaign.department }

    private static let chunkSize = 400
    private static let findingLimit = 50

    package func run(_ context: Context) async throws -> Outcome {
        let (selector, numbers) = (campaign, interventions)
        try await context.refreshStatuses(of: selector)
        let (campaign, issuer, ids, objections) = try await context.database.read { connection in
            let campaign = try selector.running(in: connection)
            let named = try numbers?.map { (id: try connection.requireIntervention($0, of: campaign), number: $0) }
            let ids = try named?.map(\.id).sorted() ?? connection.plannedInterventions(of: campaign.id)
            let objections = try (named ?? []).compactMap {
                try connection.objectionToReport($0.id, $0.number, of: campaign.id)
            }
            return (campaign, try connection.issuer(for: context.actor), ids, objections)
        }
        let issue = ReportIssue(
            campaign: campaign, issuer: issuer, inspector: context.actor.name,
            issuedOn: context.today, comment: comment)
        var outcome = Outcome()
        outcome.refused = objections.count
        outcome.refusals = Array(objections.prefix(IssueReports.findingLimit))
        for part in ids.chunks(of: IssueReports.chunkSize) {
            try await issueChunk(.ids(part), issue, context, &outcome)
        }
        return outcome
    }

    private func issueChunk(
        _ filter: InterventionFilter, _ issue: ReportIssue, _ context: Context, _ outcome: inout Outcome
    ) async throws {
        let before = try await context.database.read { try ReportChunk($0, issue.campaign.id, filter) }
        let (ready, refusals) = try await ReportDrawing.all(before.subjects, before.rows, completedOn, issue)
        outcome.refused += refusals.count
        for refusal in refusals where outcome.refusals.count < IssueReports.findingLimit {
            outcome.refusals += refusal.findings
        }
        guard !ready.isEmpty else { return }
        var ids = try await context.database.ids(ready.count + 1)
        let (intention, entryID) = (intention, ids.next())
        let issued = try await context.database.write { [ids, ready] connection in
            var ids = ids
            try context.requireBasis(connection, in: issue.campaign)
            let now = try ReportChunk(connection, issue.campaign.id, filter)
            let parameters = try connection.putBlob(
                Array(issue.campaign.parametersJSON.utf8), mediaType: "application/json", at: context.now)
            var entry = context.entry(entryID, intention, issue.campaign)
            var values: [ReportValue] = []
            var news: [Announcement] = []
            for drawn in ready where now.isUnchanged(drawn.draft) {
                let report = try drawn.draft.row(
                    ids.next(), issue, parameters, drawn.pdf, connection, context)
                try connection.insert(report)
                values.append(report.value)
                let subject = drawn.draft.subject
                news.append(
                    Announcement(
                        intervention: subject.number, (issue.campaign.id, subject.id),
                        department: issue.campaign.department, version: report.version))
                entry.details.append(
                    AuditDetail(
                        subject: "report:\(report.number):\(report.version)", outcome: report.value.rawValue,
                        payload: report.facts))
            }
            try connection.audit(entry)
            try context.announce(.reportIssued, news, in: connection)
            return values
        }
        for value in issued { outcome.issued[value, default: 0] += 1 }
    }
}

/// What a chunk's reports are made of, as one snapshot sees it.
struct ReportChunk: Sendable {
    let subjects: [ReportSubject]
    let rows: [Int64: [EvaluationRow]]

    init(_ connection: Connection, _ campaign: Int64, _ filter: InterventionFilter) throws {
        subjects = try connection.reportSubjects(of: campaign, filter)
        rows = Dictionary(grouping: try connection.evaluationRows(of: campaign, filter), by: \.intervention)
    }

    func isUnchanged(_ draft: ReportDraft) -> Bool {
        subjects.contains(draft.subject) && rows[draft.subject.id] == draft.rows
    }
}

extension ReportDraft {
    /// Stores facts and bytes, and gives the row that names them.
    fileprivate func row(
        _ id: Int64, _ issue: ReportIssue, _ parameters: ContentDigest, _ pdf: [UInt8], _ connection: Connection,
        _ context: Context
    ) throws -> ReportRow {
        let facts = try CanonicalJSON.encode(FrozenReport(self, parameters: parameters))
        let values = Dictionary(uniqueKeysWithValues: rows.map { ($0.facts.disease.rawValue, $0.standingValue) })
        return ReportRow(
            id: id, of: (issue.campaign.id, subject.id), named: (number(in: issue.campaign), version),
            value: decision.report, issued: (issue.issuer.name, issue.inspector, issue.issuedOn),
            completedOn: completedOn, comment: issue.comment, evaluations: try CanonicalJSON.string(values),
            facts: try connection.putBlob(facts, mediaType: "application/json", at: context.now),
            document: try connection.putBlob(pdf, mediaType: "application/pdf", at: context.now))
    }
}
