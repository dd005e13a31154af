import Exchange
import Kernel
import Prophylaxis
import Store

/// What one transaction takes in of the tuberculin reports of a file, or of its lines that were refused before.
struct TuberculinImport: Sendable {
    let desk: ResultDesk
    let intention: Intention
    let fictitious: Bool
    let content: TuberculinFiles
    /// The bytes of the two files, as they came.
    let files: [[UInt8]]

    /// - Parameter replay: the earlier run whose refused lines are judged again; then `run` is that run.
    func carryOut(_ run: ResultRun, _ replay: TuberculinReplay?) async throws -> ResultImportOutcome {
        let part = replay.map { content.narrowed(to: $0) } ?? content
        let ids = try await desk.context.database.ids(part.reports.count * 2 + 1)
        let (outcome, touched) = try await desk.context.database.write { connection in
            try takeIn(part, run, replay, ids, in: connection)
        }
        var result = outcome
        result.recomputed = try await desk.recompute(touched, resultsOn: run.receivedOn)
        return result
    }

    private func takeIn(
        _ part: TuberculinFiles, _ started: ResultRun, _ replay: TuberculinReplay?, _ reserved: IDRange,
        in connection: Connection
    ) throws -> (ResultImportOutcome, [ConcernedIntervention]) {
        var (run, ids) = (started, reserved)
        try open(&run, part, replay, in: connection)
        var taking = Taking(outcome: ResultImportOutcome(run: run))
        taking.tally.add(part.refused.flatMap(\.line.findings) + part.findings)
        for report in part.reports where !part.isFatal {
            try take(report, of: run, (ids.next(), ids.next()), &taking, in: connection)
        }
        let waiting = try connection.openUnattachedCount(ofRun: run.id)
        let newlyAccepted = replay.map { replay in
            taking.accepted.count { replay.contains(.reports, $0) }
        }
        run.acceptedCount =
            newlyAccepted.map { (replay?.previous.acceptedCount ?? 0) + $0 } ?? taking.accepted.count
        run.refusedCount = part.refused.count + waiting + (part.isFatal ? max(1, part.reports.count) : 0)
        run.state =
            run.refusedCount == 0 && !part.isFatal ? .accepted : run.acceptedCount > 0 ? .partly : .refused
        try connection.update(run)
        try keepRefused(part, run, taking.tally, in: connection)
        let unseen =
            part.refused.filter(\.suspected).count
            + (part.isFatal ? part.reports.filter(\.input.isNonNegative).count : 0)
        taking.outcome.nonNegative += unseen
        taking.outcome.run = run
        try finish(run, ids.next(), taking, in: connection)
        if unseen > 0 { taking.unseen.insert(desk.department) }
        try raiseUnseen(run, taking.unseen.sorted(), in: connection)
        taking.outcome.counts = taking.tally.counts
        taking.outcome.findings = taking.tally.kept
        return (taking.outcome, taking.touched)
    }

    /// What adds up while the reports are taken in.
    private struct Taking {
        var outcome: ResultImportOutcome
        var tally = FindingTally()
        var touched: [ConcernedIntervention] = []
        /// Departments of what is not negative and counts nowhere: of the intervention named, else the file's.
        var unseen: Set<String> = []
        /// Lines of the reports that count.
        var accepted: [Int] = []
    }

    /// The run comes first, since reports and lines point at it; its counts follow.
    private func open(
        _ run: inout ResultRun, _ part: TuberculinFiles, _ replay: TuberculinReplay?, in connection: Connection
    ) throws {
        if replay != nil {
            let who = (desk.context.actor.login, desk.context.now)
            try connection.settleRefusedResults(
                ofRun: run.id, line: nil, as: "replayed", by: who, resolution: "judged again")
            try connection.supersedeUnattached(ofRun: run.id, lines: part.reports.map(\.line))
            return
        }
        run.refusedCount = part.refused.count + part.reports.count
        run.state = .refused
        try connection.insert(run)
        for bytes in files { _ = try connection.putBlob(bytes, mediaType: "text/csv", at: desk.context.now) }
    }

    private func take(
        _ report: TuberculinFiles.Report, of run: ResultRun, _ ids: (report: Int64, waiting: Int64),
        _ taking: inout Taking, in connection: Connection
    ) throws {
        let keeping = TuberculinKeeping(desk: desk, run: run.id, fictitious: fictitious, connection: connection)
        let (input, place) = (report.input, Place(file: run.fileName, line: report.line))
        if input.isNonNegative { taking.outcome.nonNegative += 1 }
        do {
            let kept = try keeping.keep(input, id: ids.report, at: place)
            taking.tally.add(kept.findings)
            taking.touched.append(kept.concerned)
            taking.accepted.append(report.line)
        } catch let refusal as Refused {
            let findings = refusal.findings.map { Finding(told: $0, at: place) }
            taking.tally.add(findings)
            taking.outcome.unattached += 1
            let department = try connection.departments(ofInterventions: [input.intervention]).first
            if input.isNonNegative { taking.unseen.insert(department ?? desk.department) }
            try connection.keepUnattached(
                id: ids.waiting, ImportTuberculinReports.kind, of: run, in: department ?? desk.department,
                line: report.line,
                said: (try CanonicalJSON.string(input), try findings.json()), nonNegative: input.isNonNegative)
        }
    }

    /// Of files that cannot be used at all, one line stands for the whole.
    private func keepRefused(
        _ part: TuberculinFiles, _ run: ResultRun, _ tally: FindingTally, in connection: Connection
    ) throws {
        var lines = try part.refused.map { bad in
            RefusedResult(
                run: run.id, part: bad.part.rawValue, line: bad.line.line, raw: bad.line.raw,
                findings: try bad.line.findings.json(), nonNegative: bad.suspected)
        }
        if part.isFatal {
            lines = [
                RefusedResult(
                    run: run.id, part: ImportTuberculinReports.kind, line: 0, raw: "",
                    findings: try tally.kept.json(),
                    nonNegative: part.refused.contains(where: \.suspected)
                        || part.reports.contains(where: \.input.isNonNegative))
            ]
        }
        try connection.keep(lines)
    }

    private func raiseUnseen(_ run: ResultRun, _ departments: [String], in connection: Connection) throws {
        let facts = try CanonicalJSON.string(["import": String(run.id), "file": run.fileName, "matrix": "skin"])
        let alerts = departments.map {
            ResultAlert(
                .authority, "alert-non-negative", department: $0, subject: "import:\(run.id)", facts: facts)
        }
        try connection.warn(alerts, desk.context)
    }

    private func finish(
        _ run: ResultRun, _ entryID: Int64, _ taking: Taking, in connection: Connection
    ) throws {
        try connection.storeFindings(try taking.tally.kept.map { try CanonicalJSON.string($0) }, ofRun: run.id)
        try connection.markDue(taking.touched, on: desk.context.today, resultsOn: run.receivedOn)
        try desk.context.announceResults(taking.touched, in: connection)
        var entry = desk.entry(entryID, intention, subject: "import:\(run.id)")
        entry.details = taking.touched.map {
            AuditDetail(subject: "intervention:\($0.number):TUB", outcome: "report")
        }
        entry.details.append(try desk.acknowledge(run, taking.tally, in: connection))
        try connection.audit(entry)
    }
}

extension Finding {
    /// The refusal of an act, as the refusal of a line.
    init(told finding: Finding, at place: Place) {
        let code = ResultsFinding(rawValue: finding.code) ?? .notAttachable
        self.init(code, .refused, at: place, facts: finding.facts)
    }
}
