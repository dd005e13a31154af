import Exchange
import Kernel
import Prophylaxis
import Store

/// What one transaction takes in of the tuberculin reports of a file.
struct TuberculinImport: Sendable {
    let desk: ResultDesk
    let intention: Intention
    let fictitious: Bool
    let content: TuberculinFiles

    func takeIn(
        _ started: ResultRun, _ reserved: IDRange, in connection: Connection
    ) throws -> (ResultImportOutcome, [ConcernedIntervention]) {
        var (run, ids) = (started, reserved)
        var tally = FindingTally()
        tally.add(content.findings)
        var outcome = ResultImportOutcome(run: run)
        var touched: [ConcernedIntervention] = []
        // The run comes first, since reports and lines point at it; its counts follow.
        run.refusedCount = content.refused.count + content.reports.count
        run.state = .refused
        try connection.insert(run)
        let keeping = TuberculinKeeping(desk: desk, run: run.id, fictitious: fictitious, connection: connection)
        for (line, input) in content.reports where !content.isFatal {
            let place = Place(file: run.fileName, line: line)
            let (reportID, waitingID) = (ids.next(), ids.next())
            do {
                let kept = try keeping.keep(input, id: reportID, at: place)
                tally.add(kept.findings)
                touched.append(kept.concerned)
                if input.isNonNegative { outcome.nonNegative += 1 }
            } catch let refusal as Refused {
                let findings = refusal.findings.map { Finding(told: $0, at: place) }
                tally.add(findings)
                outcome.unattached += 1
                if input.isNonNegative { outcome.nonNegative += 1 }
                try connection.keepUnattached(
                    id: waitingID, ImportTuberculinReports.kind, of: run, line: line,
                    said: (try CanonicalJSON.string(input), try findings.json()), nonNegative: input.isNonNegative)
            }
        }
        run.acceptedCount = touched.count
        run.refusedCount = content.refused.count + content.reports.count - touched.count
        run.state = run.refusedCount == 0 && !content.isFatal ? .accepted : run.acceptedCount > 0 ? .partly : .refused
        try connection.update(run)
        try keepRefused(run, in: connection)
        let unseen =
            content.refused.filter(\.suspected).count
            + (content.isFatal ? content.reports.filter(\.input.isNonNegative).count : 0)
        outcome.nonNegative += unseen
        try finish(run, ids.next(), tally, touched, in: connection)
        if outcome.unattached + unseen > 0, outcome.nonNegative > 0 { try raiseUnseen(run, in: connection) }
        outcome.run = run
        outcome.counts = tally.counts
        outcome.findings = tally.kept
        return (outcome, touched)
    }

    private func keepRefused(_ run: ResultRun, in connection: Connection) throws {
        // Lines of two files: those of the animals follow those of the reports.
        try connection.keep(
            try content.refused.enumerated().map { index, bad in
                RefusedResult(
                    run: run.id, part: ImportTuberculinReports.kind, line: index + 1, raw: bad.line.raw,
                    findings: try bad.line.findings.json(), nonNegative: bad.suspected)
            })
    }

    private func raiseUnseen(_ run: ResultRun, in connection: Connection) throws {
        let facts = try CanonicalJSON.string(["import": String(run.id), "file": run.fileName, "matrix": "skin"])
        let alert = ResultAlert(
            .authority, "alert-non-negative", department: desk.department, subject: "import:\(run.id)", facts: facts)
        try connection.raise([alert], on: desk.context.today)
    }

    private func finish(
        _ run: ResultRun, _ entryID: Int64, _ tally: FindingTally, _ touched: [ConcernedIntervention],
        in connection: Connection
    ) throws {
        try connection.storeFindings(try tally.kept.map { try CanonicalJSON.string($0) }, ofRun: run.id)
        try connection.markDue(touched, on: desk.context.today, resultsOn: run.receivedOn)
        var entry = desk.entry(entryID, intention, subject: "import:\(run.id)")
        entry.details = touched.map {
            AuditDetail(subject: "intervention:\($0.number):TUB", outcome: "report")
        }
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
