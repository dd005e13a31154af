import Exchange
import Kernel
import Register
import Store

/// What one transaction takes in of a list of animals sampled for another disease.
struct OtherSamplesIntake: Sendable {
    let desk: ResultDesk
    let intention: Intention
    let campaign: Int64
    let content: [UInt8]
    let fictitious: Bool

    /// Nobody signs such a list: its run names the campaign that it was given for.
    static func sender(of campaign: Int64) -> String { "campaign-\(campaign)" }
    static func campaign(of sender: String) -> Int64? { Int64(sender.drop { !$0.isNumber }) }

    private struct Judged: Sendable {
        var rows: [(row: OtherSampleRow, line: Int)] = []
        var refused: [RefusedLine] = []
        var findings: [Finding] = []
        /// Nothing of the file may be used.
        var isFatal = false
    }

    /// - Parameter open: the refused lines of this run that are judged again; nil for a new run.
    func carryOut(
        _ run: ResultRun, _ open: [RefusedResult]?, corrections: [Int: String] = [:]
    ) async throws -> ResultImportOutcome {
        let judged = read(name: run.fileName, corrections)
        let entryID = try await desk.context.database.id()
        return try await desk.context.database.write { connection in
            try takeIn(judged, run, open, entryID, in: connection)
        }
    }

    private func takeIn(
        _ judged: Judged, _ started: ResultRun, _ open: [RefusedResult]?, _ entryID: Int64, in connection: Connection
    ) throws -> ResultImportOutcome {
        var run = started
        let digest = try connection.putBlob(content, mediaType: "text/csv", at: desk.context.now)
        if open == nil { try connection.insert(run) }
        let who = (desk.context.actor.login, desk.context.now)
        try connection.settleRefusedResults(
            ofRun: run.id, line: nil, as: "replayed", by: who, resolution: "judged again")
        let waiting = open.map { Set($0.map(\.line)) }
        var refused = judged.refused
        run.acceptedCount = 0
        for (row, line) in judged.rows where !judged.isFatal {
            if try connection.insertOtherSample(
                campaign: campaign, animal: row.animal.description, plan: row.plan, on: row.sampledOn,
                source: run.fileName)
            {
                run.acceptedCount += 1
            } else {
                refused.append(unknown(row, line, run.fileName))
            }
        }
        // A line that someone has dismissed stays so.
        if let waiting, !waiting.contains(0) { refused.removeAll { !waiting.contains($0.line) } }
        // Of a file that cannot be used at all, one line stands for the whole.
        if judged.isFatal { refused = [RefusedLine(line: 0, raw: "", findings: judged.findings)] }
        run.refusedCount = refused.count
        run.state = refused.isEmpty ? .accepted : run.acceptedCount > 0 ? .partly : .refused
        try connection.update(run)
        try connection.keep(
            try refused.map { line in
                RefusedResult(
                    run: run.id, part: ImportOtherSamples.kind, line: line.line, raw: line.raw,
                    findings: try line.findings.json(), nonNegative: false)
            })
        var tally = FindingTally()
        tally.add((judged.isFatal ? [] : judged.findings) + refused.flatMap(\.findings))
        try connection.storeFindings(try tally.kept.map { try CanonicalJSON.string($0) }, ofRun: run.id)
        var entry = desk.entry(entryID, intention, subject: "import:\(run.id)")
        entry.payload = digest
        entry.details = [try desk.acknowledge(run, tally, in: connection)]
        try connection.audit(entry)
        var outcome = ResultImportOutcome(run: run)
        (outcome.counts, outcome.findings) = (tally.counts, tally.kept)
        return outcome
    }

    private func unknown(_ row: OtherSampleRow, _ line: Int, _ file: String) -> RefusedLine {
        let finding = Finding(
            SamplingFinding.sampledAnimalUnknown, .refused, at: Place(file: file, line: line),
            ["animal": row.animal.description])
        let raw = OtherSampleRow.Column.allCases.map { row.field($0) }.joined(separator: ";")
        return RefusedLine(line: line, raw: raw, findings: [finding])
    }

    private func read(name: String, _ corrections: [Int: String]) -> Judged {
        let table = CorrectedTable<OtherSampleRow>(
            .bytes(content, name: name), ReadingOptions(asOf: desk.context.today, fictitious: fictitious),
            corrections: corrections)
        var judged = Judged()
        while let line = table.next() {
            switch line {
            case .accepted(let row, let number, let findings):
                judged.rows.append((row, number))
                judged.findings += findings
            case .refused(let bad): judged.refused.append(bad)
            }
        }
        judged.findings += table.outcome.findings
        judged.isFatal = table.outcome.isFatal
        return judged
    }
}
