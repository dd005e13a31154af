import Exchange
import Kernel
import Prophylaxis
import Store

// What one transaction takes in of an analysis report.
extension BloodImport {
    func merge(
        _ staged: Staged, _ entryID: Int64, in connection: Connection
    ) throws -> (ResultImportOutcome, [ConcernedIntervention]) {
        let sender = try connection.sender(code: job.run.sender, kinds: ["laboratory"])
        guard let sender, let envelope = staged.envelope, !staged.isFatal,
            !(staged.refused > 0 && job.run.policy == .file)
        else { return (try refuse(staged, isKnown: sender != nil, entryID, in: connection), []) }
        if desk.context.actor.role == .laboratory, desk.context.actor.organisation != sender.id {
            throw Refused(
                ResultsFinding.senderMismatch, ["sender": job.run.sender, "login": desk.context.actor.login])
        }
        var staged = staged
        try connection.matchBlood(laboratory: sender.id, department: desk.department)
        var judged = BloodJudgement(job.run, desk: desk, envelope: envelope, base: staged.read)
        try connection.remarkableBlood { try judged.add($0) }
        staged.tally.add(judged.findings)
        try connection.stage(judged.exceptions, from: staged.exceptions)
        staged.run.acceptedCount = staged.read - judged.exceptions.count
        staged.run.refusedCount = staged.refused + judged.exceptions.count
        staged.run.state =
            staged.run.refusedCount == 0 ? .accepted : staged.run.acceptedCount > 0 ? .partly : .refused
        try write(staged.run, in: connection)
        let replaced = try connection.replaceBlood(at: desk.context.now)
        _ = try connection.insertStagedBlood(
            of: staged.run, laboratory: sender.id, dossier: envelope.reference, base: staged.resultBase)
        try connection.insertStagedExceptions(of: staged.run, base: staged.exceptionBase)
        let touched = try connection.interventionsTouchedByBlood()
        try connection.markDue(touched, on: desk.context.today, resultsOn: staged.run.receivedOn)
        try desk.context.announceResults(touched, in: connection)
        let attached = try connection.nonNegativeBlood()
        var alerts = try attached.flatMap { try alert($0, touched) } + replaced.flatMap { try change($0, touched) }
        let unseen = judged.unattachedNonNegative.merging([desk.department: staged.suspected], uniquingKeysWith: +)
        alerts += try unseenAlerts(staged.run, unseen)
        try finish(staged, entryID, in: connection)
        try connection.record(judged.dysfunctions(), on: desk.context.today, by: desk.context.actor.login)
        try connection.warn(alerts, desk.context)
        var outcome = outcome(of: staged)
        outcome.unattached = judged.exceptions.count
        outcome.nonNegative = attached.count + unseen.values.reduce(0, +)
        return (outcome, touched)
    }

    /// Nothing of the file counts; it is kept, and looked at for what is not negative.
    private func refuse(
        _ staged: Staged, isKnown: Bool, _ entryID: Int64, in connection: Connection
    ) throws -> ResultImportOutcome {
        var staged = staged
        if !isKnown, staged.envelope != nil {
            staged.tally.add(Finding(ResultsFinding.senderUnknown, .fatal, ["sender": job.run.sender]))
        }
        let total = staged.read + staged.refused
        let place = Place(file: job.run.fileName)
        staged.tally.add(
            staged.refused > 0
                ? Finding(
                    ResultsFinding.fileRefused, .fatal, at: place,
                    ["lines": String(staged.refused), "total": String(total)])
                : Finding(ResultsFinding.fileNotTaken, .fatal, at: place, ["total": String(total)]))
        staged.run.state = .refused
        staged.run.refusedCount = max(1, total)
        try write(staged.run, in: connection)
        let nonNegative = try connection.stagedNonNegativeBlood(department: desk.department)
        let bytes = try job.source.readAll(limit: BloodImport.keptSize)
        let digest = try connection.putBlob(bytes, mediaType: "application/xml", at: desk.context.now)
        let unseen = nonNegative.merging([desk.department: staged.suspected], uniquingKeysWith: +)
        let unseenCount = unseen.values.reduce(0, +)
        try connection.keep([
            RefusedResult(
                run: staged.run.id, part: ImportAnalysisReport.kind, line: 0, raw: "",
                findings: try staged.tally.kept.json(), nonNegative: unseenCount > 0)
        ])
        try connection.warn(try unseenAlerts(staged.run, unseen), desk.context)
        try finish(staged, entryID, payload: digest, in: connection)
        var outcome = outcome(of: staged)
        outcome.nonNegative = unseenCount
        return outcome
    }

    /// A file larger than this is not kept whole.
    private static let keptSize = 256 << 20

    private func write(_ run: ResultRun, in connection: Connection) throws {
        guard let previous = job.previous else { return try connection.insert(run) }
        var joined = run
        if job.originalLines != nil {
            joined.acceptedCount = previous.acceptedCount + run.acceptedCount
            joined.refusedCount = max(0, previous.refusedCount - run.acceptedCount)
            joined.state = joined.refusedCount == 0 ? .accepted : joined.acceptedCount > 0 ? .partly : .refused
        }
        try connection.update(joined)
        let who = (desk.context.actor.login, desk.context.now)
        try connection.settleRefusedResults(
            ofRun: run.id, line: nil, as: "replayed", by: who, resolution: "judged again")
    }

    private func finish(
        _ staged: Staged, _ entryID: Int64, payload: ContentDigest? = nil, in connection: Connection
    ) throws {
        try connection.storeFindings(
            try staged.tally.kept.map { try CanonicalJSON.string($0) }, ofRun: staged.run.id)
        var entry = desk.entry(entryID, intention, subject: "import:\(staged.run.id)")
        entry.payload = payload
        entry.details = [
            AuditDetail(subject: "accepted:\(staged.run.acceptedCount)", outcome: staged.run.state.rawValue),
            AuditDetail(subject: "refused:\(staged.run.refusedCount)", outcome: staged.run.state.rawValue),
            try desk.acknowledge(
                try connection.resultRun(staged.run.id) ?? staged.run, staged.tally, in: connection),
        ]
        try connection.audit(entry)
    }

    private func outcome(of staged: Staged) -> ResultImportOutcome {
        var outcome = ResultImportOutcome(run: staged.run)
        outcome.counts = staged.tally.counts
        outcome.findings = staged.tally.kept
        return outcome
    }

    /// To the authority of each department that a line names (decision 4).
    private func unseenAlerts(_ run: ResultRun, _ counts: [String: Int]) throws -> [ResultAlert] {
        try counts.filter { $0.value > 0 }.sorted { $0.key < $1.key }.map { department, count in
            ResultAlert(
                .authority, "alert-non-negative", department: department, subject: "import:\(run.id)",
                facts: try CanonicalJSON.string([
                    "import": String(run.id), "file": run.fileName, "lines": String(count), "matrix": "blood",
                ]))
        }
    }
}

// MARK: - Alerts

extension BloodImport {
    private func alert(_ result: ReplacedBlood, _ touched: [ConcernedIntervention]) throws -> [ResultAlert] {
        let look = NonNegativeLook.ofBlood(result.becomes.flatMap(Interpretation.init(rawValue:)))
        guard let kind = look.alert else { return [] }
        return try alerts(kind, result, touched)
    }

    /// A replacement that changes a sign needs the authority's acknowledgement (decision 4).
    private func change(_ result: ReplacedBlood, _ touched: [ConcernedIntervention]) throws -> [ResultAlert] {
        let was = NonNegativeLook.ofBlood(result.was.flatMap(Interpretation.init(rawValue:)))
        let becomes = NonNegativeLook.ofBlood(result.becomes.flatMap(Interpretation.init(rawValue:)))
        guard was != becomes else { return [] }
        let removes = becomes == .nothing
        // What becomes suspicious has its own alert; the sign has changed all the same.
        return try alerts(removes ? "replacement-removes-non-negative" : "replacement-changes-sign", result, touched)
    }

    private func alerts(
        _ kind: String, _ result: ReplacedBlood, _ touched: [ConcernedIntervention]
    ) throws -> [ResultAlert] {
        let facts = try CanonicalJSON.string([
            "animal": result.animal, "interpretation": result.becomes ?? "", "was": result.was ?? "",
            "import": String(job.run.id), "matrix": "blood",
        ])
        return touched.filter {
            $0.campaign == result.campaign && $0.intervention == result.intervention && $0.disease == result.disease
        }.flatMap { concerned in
            [
                concerned.about(
                    ResultAlert(
                        .authority, kind, department: concerned.department, subject: result.animal, facts: facts))
            ] + concerned.contradiction(subject: result.animal, facts: facts)
        }
    }
}
