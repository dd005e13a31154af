import Kernel
import Prophylaxis
import Store

/// What every reception of results does around its own work.
struct ResultDesk: Sendable {
    let context: Context
    let department: String

    /// The entry for the audit: one for each file or act.
    func entry(_ id: Int64, _ intention: Intention, subject: String) -> AuditEntry {
        var entry = AuditEntry(
            id: id, at: context.now, actor: context.actor.login, role: context.actor.role.rawValue,
            intention: intention.rawValue)
        entry.department = department
        entry.subject = subject
        return entry
    }

    func run(
        _ id: Int64, kind: String, name: String, digest: String, sender: String
    ) -> ResultRun {
        ResultRun(
            id: id, kind: kind, file: (name, digest), from: (sender, department),
            received: (context.now, context.today, context.actor.login))
    }

    /// The same bytes again, nothing left to judge: the trace that they came, and what a killed process left undone.
    func unchanged(_ previous: ResultRun, _ intention: Intention, name: String) async throws -> ResultImportOutcome {
        var ids = try await context.database.ids(2)
        var run = run(ids.next(), kind: previous.kind, name: name, digest: previous.digest, sender: previous.sender)
        run.state = .unchanged
        run.acceptedCount = previous.acceptedCount
        run.refusedCount = previous.refusedCount
        let entry = entry(ids.next(), intention, subject: "import:\(run.id)")
        let finding = Finding(
            ResultsFinding.fileUnchanged, .info, at: Place(file: name),
            ["import": String(previous.id), "date": previous.receivedOn.french])
        var tally = FindingTally()
        tally.add(finding)
        try await context.database.write { [run, entry, tally] connection in
            var entry = entry
            try connection.insert(run)
            try connection.storeFindings([try CanonicalJSON.string(finding)], ofRun: run.id)
            entry.details = [try acknowledge(run, tally, in: connection)]
            try connection.audit(entry)
        }
        var outcome = ResultImportOutcome(run: run)
        outcome.findings = [finding]
        outcome.counts = [finding.code: 1]
        outcome.recomputed = try await recomputeDue()
        return outcome
    }

    /// Computes the status of the interventions touched, in the campaigns that still compute (PRO-222).
    func recompute(_ touched: [ConcernedIntervention], resultsOn day: Day) async throws -> Int {
        var count = 0
        let open = touched.filter { !$0.isClosed && $0.department == department }
        for (id, part) in Dictionary(grouping: open, by: \.campaign).sorted(by: { $0.key < $1.key }) {
            guard let campaign = try await context.database.read({ try $0.campaign(id) }) else { continue }
            let ids = Set(part.map(\.intervention))
            // What a retest brings decides on the intervention that it is attached to.
            let interventions = try await context.database.read { connection in
                ids.union(try connection.parents(of: ids.sorted(), in: id)).sorted()
            }
            count += try await StatusRun(campaign: campaign, extent: .interventions(interventions))
                .run(context).interventions
            try await context.database.write { connection in
                try connection.each(part) { campaign, disease, ids in
                    try connection.rememberResults(campaign: campaign, interventions: ids, disease: disease, on: day)
                }
            }
        }
        return count
    }

    private func recomputeDue() async throws -> Int {
        let department = department
        let campaigns = try await context.database.read { connection in
            try connection.campaigns(departments: [department]).filter { $0.state == .executed }
        }
        var count = 0
        for campaign in campaigns {
            count += try await StatusRun(campaign: campaign, extent: .due).run(context).interventions
        }
        return count
    }
}

extension Connection {
    /// Calls `body` for each campaign and disease with the interventions concerned.
    func each(
        _ concerned: [ConcernedIntervention], _ body: (Int64, Disease, [Int64]) throws -> Void
    ) throws {
        let byCampaign = Dictionary(grouping: concerned) { $0.campaign }
        for (campaign, part) in byCampaign.sorted(by: { $0.key < $1.key }) {
            for (code, rows) in Dictionary(grouping: part, by: \.disease).sorted(by: { $0.key < $1.key }) {
                guard let disease = Disease(rawValue: code) else { continue }
                try body(campaign, disease, Set(rows.map(\.intervention)).sorted())
            }
        }
    }

    /// Marks the states of the interventions touched, so that a process killed before the recomputation loses nothing.
    func markDue(_ concerned: [ConcernedIntervention], on day: Day, resultsOn: Day) throws {
        try each(concerned.filter { !$0.isClosed }) { campaign, disease, ids in
            try markStatesDue(
                campaign: campaign, interventions: ids, disease: disease, on: day, resultsOn: resultsOn)
        }
    }
}
