import Exchange
import Kernel
import Prophylaxis
import Store

// What one transaction takes in of a milk file.
extension MilkImport {
    /// Non-negative results that get an alert of their own; a file with more is wrong as a whole, and says so anyway.
    private static let alertLimit = 5000

    func merge(
        _ staged: Staged, _ entryID: Int64, in connection: Connection
    ) throws -> (ResultImportOutcome, [ConcernedIntervention]) {
        var staged = staged
        if previous == nil { staged.tally.add(try producerDifferences(in: connection)) }
        let run = staged.run
        let joined = try writeRun(run, in: connection)
        var touched: [ConcernedIntervention] = []
        var alerts: [ResultAlert] = []
        if run.state != .refused {
            let removed = try connection.replaceMilk(ofLaboratory: job.laboratory, by: run.id)
            try connection.supersedeUnattached(by: run)
            _ = try connection.insertStagedMilk(of: run, laboratory: job.laboratory, base: staged.resultBase)
            let windows = MilkWindows(try connection.executedCampaigns())
            touched = try connection.interventionsTouchedByMilk(windows: windows.days)
            alerts += try alertsOnRemoved(removed, touched, windows)
            alerts += try alertsOnNonNegative(in: connection, touched, windows)
        }
        try connection.insertStagedExceptions(of: run, base: staged.exceptionBase)
        let kept = staged.isUnreadable ? try keepWhole(staged, in: connection) : nil
        alerts += try unseenAlerts(staged, in: connection)
        try connection.storeFindings(try staged.tally.kept.map { try CanonicalJSON.string($0) }, ofRun: run.id)
        try connection.markDue(touched, on: desk.context.today, resultsOn: run.receivedOn)
        try desk.context.announceResults(touched, in: connection)
        var entry = desk.entry(entryID, intention, subject: "import:\(run.id)")
        entry.payload = kept
        entry.details = [
            AuditDetail(subject: "accepted:\(run.acceptedCount)", outcome: run.state.rawValue),
            AuditDetail(subject: "refused:\(run.refusedCount)", outcome: run.state.rawValue),
            try desk.acknowledge(joined, staged.tally, in: connection),
        ]
        try connection.audit(entry)
        try connection.record(try dysfunctions(staged), on: desk.context.today, by: desk.context.actor.login)
        try connection.warn(alerts, desk.context)
        var outcome = ResultImportOutcome(run: run)
        outcome.counts = staged.tally.counts
        outcome.findings = staged.tally.kept
        outcome.unattached = staged.unattached
        outcome.nonNegative = staged.nonNegative
        return (outcome, touched)
    }

    /// The laboratory's producers against the herds that deliver to a dairy, both ways (PRO-69, PRO-190, PRO-199);
    /// nothing where the laboratory has given no list.
    private func producerDifferences(in connection: Connection) throws -> [Finding] {
        guard !job.directory.producers.isEmpty else { return [] }
        return try ReviewQuery.producers.flatMap { query in
            try connection.review(
                query, department: desk.department, today: desk.context.today, idleBefore: desk.context.today
            ).map { query.finding($0) }.filter { ($0["laboratory"] ?? job.run.sender) == job.run.sender }
        }
    }

    /// The bytes of a file that cannot be read, and the one line that stands for them until the file comes again.
    private func keepWhole(_ staged: Staged, in connection: Connection) throws -> ContentDigest {
        let line = RefusedResult(
            run: staged.run.id, part: ImportMilkResults.kind, line: 0, raw: "",
            findings: try staged.tally.kept.json(), nonNegative: staged.unseen > 0)
        try connection.keep([line])
        let bytes = try orRefused { () throws(Refusal) in try job.source.readAll(limit: ImportMilkResults.keptSize) }
        return try connection.putBlob(bytes, mediaType: "text/plain", at: desk.context.now)
    }

    /// A new run, or the one whose refused lines were judged again.
    private func writeRun(_ run: ResultRun, in connection: Connection) throws -> ResultRun {
        guard let previous else {
            try connection.insert(run)
            if let unreadable {
                let who = (desk.context.actor.login, desk.context.now)
                try connection.settleRefusedResults(
                    ofRun: unreadable.id, line: nil, as: "replayed", by: who, resolution: "judged again")
            }
            return run
        }
        var joined = previous
        joined.acceptedCount += run.acceptedCount
        joined.refusedCount -= run.acceptedCount
        joined.state = joined.refusedCount == 0 ? .accepted : joined.acceptedCount > 0 ? .partly : .refused
        try connection.update(joined)
        if run.state != .refused {
            let who = (desk.context.actor.login, desk.context.now)
            let doneHere = "judged again"
            try connection.settleRefusedResults(
                ofRun: run.id, line: nil, as: "replayed", by: who, resolution: doneHere)
        }
        return joined
    }

    /// Late transmission is one dysfunction of the file, with its count (PRO-173, PRO-217).
    private func dysfunctions(_ staged: Staged) throws -> [Dysfunction] {
        guard staged.lateLines > 0 else { return [] }
        let facts = ["import": String(staged.run.id), "lines": String(staged.lateLines)]
        return [
            Dysfunction(
                DysfunctionKind.milkLate.rawValue, department: desk.department, concerned: staged.run.sender,
                facts: try CanonicalJSON.string(facts))
        ]
    }

    /// To the authority of each department that a line names (decision 4).
    private func unseenAlerts(_ staged: Staged, in connection: Connection) throws -> [ResultAlert] {
        guard staged.unseen > 0 else { return [] }
        var counts = try connection.stagedNonNegativeExceptions(department: desk.department)
        if counts.isEmpty { counts = [desk.department: staged.unseen] }
        return try counts.sorted { $0.key < $1.key }.map { department, count in
            let facts = ["import": String(staged.run.id), "file": staged.run.fileName, "lines": String(count)]
            return ResultAlert(
                .authority, "alert-non-negative", department: department, subject: "import:\(staged.run.id)",
                facts: try CanonicalJSON.string(facts))
        }
    }

    /// A replacement that takes a non-negative away needs the authority's acknowledgement (decision 4).
    private func alertsOnRemoved(
        _ removed: [RemovedNonNegative], _ touched: [ConcernedIntervention], _ windows: MilkWindows
    ) throws -> [ResultAlert] {
        try removed.prefix(MilkImport.alertLimit).flatMap { result in
            let subject = "\(result.holdingNumber) \(result.dossier)"
            let facts = try CanonicalJSON.string([
                "holding": result.holdingNumber, "dossier": result.dossier, "was": result.interpretation,
                "import": String(job.run.id),
            ])
            let concerned = touched.filter {
                $0.holding == result.holding && $0.disease == result.disease
                    && windows.count($0.campaign, result.sampledOn, result.sampledOn)
            }
            var alert = ResultAlert(
                .authority, "replacement-removes-non-negative", department: desk.department, subject: subject,
                facts: facts)
            alert.disease = result.disease
            return (concerned.isEmpty ? [alert] : concerned.map { $0.about(alert) })
                + concerned.flatMap { $0.contradiction(subject: subject, facts: facts) }
        }
    }

    /// What is not negative alerts the authority at once (PRO-168, AMB-09).
    private func alertsOnNonNegative(
        in connection: Connection, _ touched: [ConcernedIntervention], _ windows: MilkWindows
    ) throws -> [ResultAlert] {
        let byHolding = Dictionary(grouping: touched, by: \.holding)
        return try connection.nonNegativeMilk(ofStage: MilkImport.alertLimit).flatMap { result -> [ResultAlert] in
            guard let code = Interpretation(rawValue: result.interpretation),
                let kind = NonNegativeLook.ofMilk(code).alert
            else { return [] }
            let subject = "\(result.holdingNumber) \(result.dossier)"
            let facts = try CanonicalJSON.string([
                "holding": result.holdingNumber, "dossier": result.dossier, "interpretation": result.interpretation,
                "sampledOn": result.sampledOn.description, "matrix": "milk",
            ])
            let concerned = (byHolding[result.holding] ?? []).filter {
                $0.disease == result.disease && windows.count($0.campaign, result.sampledOn, result.lastSampledOn)
            }
            var alert = ResultAlert(
                .authority, kind, department: result.department, subject: subject, facts: facts)
            alert.disease = result.disease
            return (concerned.isEmpty ? [alert] : concerned.map { $0.about(alert) })
                + concerned.flatMap { $0.contradiction(subject: subject, facts: facts) }
        }
    }
}

/// Which milk counts for which campaign: a result of this year says nothing of the campaigns before (PRO-300).
struct MilkWindows {
    private let windows: [Int64: MilkWindow]

    init(_ campaigns: [(id: Int64, startsOn: Day)]) {
        windows = Dictionary(
            campaigns.map { ($0.id, MilkWindow(campaignStart: $0.startsOn)) }, uniquingKeysWith: { first, _ in first })
    }

    var days: [Int64: (first: Day, last: Day)] { windows.mapValues { ($0.start, $0.end) } }

    /// Whether milk sampled between the two days may count for the campaign.
    func count(_ campaign: Int64, _ first: Day, _ last: Day) -> Bool {
        windows[campaign].map { first <= $0.end && last >= $0.start } ?? false
    }
}
