import Exchange
import Kernel
import Prophylaxis
import Store

/// Carries out one import of milk results: judged in temporary tables outside of any transaction, taken in by one short
/// transaction together with its refused lines, alerts and trace.
struct MilkImport: Sendable {
    let job: MilkJob
    let desk: ResultDesk
    let intention: Intention
    /// The run whose refused lines are judged again.
    let previous: ResultRun?
    /// An earlier run of the same bytes that could not be read at all.
    var unreadable: ResultRun?

    /// What the stage found out.
    struct Staged: Sendable {
        var run: ResultRun
        var tally: FindingTally
        var unattached = 0
        var nonNegative = 0
        /// Not negative, and attached to nothing.
        var unseen = 0
        var lateLines = 0
        /// The file cannot be read to its end: it is kept as it came.
        var isUnreadable = false
        /// First id of results, then of unattached lines.
        var resultBase: Int64 = 0
        var exceptionBase: Int64 = 0
    }

    func carryOut() async throws -> ResultImportOutcome {
        let entryID = try await desk.context.database.id()
        let (outcome, touched) = try await desk.context.database.stagedWrite(
            stage: { connection in try stage(in: connection) },
            merge: { connection, staged in try merge(staged, entryID, in: connection) })
        var result = outcome
        result.recomputed = try await desk.recompute(touched, resultsOn: job.run.receivedOn)
        return result
    }
}

// MARK: - Stage

extension MilkImport {
    private func stage(in connection: Connection) throws -> Staged {
        try connection.createMilkStaging()
        let loader = MilkLoader(job)
        var (count, exceptions) = (0, 0)
        repeat {
            count += try connection.together { try connection.stageMilk(from: count) { try loader.next(&$0) } }
            let waiting = loader.takeExceptions()
            try connection.together { try connection.stage(waiting, from: exceptions) }
            exceptions += waiting.count
            if waiting.isEmpty { break }
        } while true
        loader.tell(loader.outcome.findings)
        let isRefused = loader.outcome.isFatal || (loader.refused > 0 && job.run.policy == .file)
        if isRefused { return try stageRefusal(loader, count + loader.refused, in: connection) }
        var staged = Staged(run: job.run, tally: loader.tally)
        staged.run.acceptedCount = loader.attached
        staged.run.refusedCount = loader.refused + loader.unattached
        staged.run.state = staged.run.refusedCount == 0 ? .accepted : .partly
        staged.unattached = loader.unattached
        staged.nonNegative = loader.nonNegative
        staged.unseen = loader.unseenNonNegative
        staged.lateLines = loader.lateLines
        if loader.lateLines > 0 {
            staged.tally.add(
                Finding(
                    ResultsFinding.milkLate, .warning, at: Place(file: job.run.fileName),
                    ["lines": String(loader.lateLines)]))
        }
        try connection.together { try connection.stageTouched(loader.touchedMonths) }
        for line in try connection.removeMilkDoubles() {
            staged.tally.add(lineFinding(.duplicateLine, line))
        }
        for line in try connection.contradictoryMilkLines() {
            staged.tally.add(lineFinding(.contradictoryLines, line))
        }
        staged.resultBase = try connection.takeIDs(count + 1).bounds.lowerBound
        staged.exceptionBase = try connection.takeIDs(exceptions + 1).bounds.lowerBound
        return staged
    }

    /// The file again, every line of it as a refused one: its lines are kept whatever their number (decision 4).
    private func stageRefusal(_ first: MilkLoader, _ count: Int, in connection: Connection) throws -> Staged {
        try connection.emptyMilkStaging()
        var staged = Staged(run: job.run, tally: first.tally)
        staged.run.state = .refused
        staged.run.refusedCount = count
        staged.isUnreadable = first.outcome.isFatal
        staged.nonNegative = first.nonNegative
        staged.unseen = first.nonNegative
        let finding = Finding(
            ResultsFinding.fileRefused, .fatal, at: Place(file: first.outcome.file),
            ["lines": String(first.refused), "total": String(count)])
        staged.tally.add(finding)
        let refusal = try RefusedFileLines(job, because: finding)
        var number = 0
        while let lines = try refusal.next() {
            try connection.together { try connection.stage(lines, from: number) }
            number += lines.count
        }
        return staged
    }

    private func lineFinding(_ code: ResultsFinding, _ line: Int) -> Finding {
        Finding(code, .warning, at: Place(file: job.run.fileName, line: line))
    }
}
