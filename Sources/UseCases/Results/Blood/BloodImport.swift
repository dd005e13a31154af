import Exchange
import Kernel
import Prophylaxis
import Store

/// Carries out one import of an analysis report.
struct BloodImport: Sendable {
    let job: BloodJob
    let desk: ResultDesk
    let intention: Intention

    struct Staged: Sendable {
        var run: ResultRun
        var tally = FindingTally()
        var read = 0
        var refused = 0
        /// Among the refused lines.
        var suspected = 0
        var envelope: AnalysisEnvelope?
        var isFatal = false
        var exceptions = 0
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

    private static let partSize = 4096

    private func stage(in connection: Connection) throws -> Staged {
        try connection.createBloodStaging()
        let reader = AnalysisReportReader(job.source, job.options)
        var staged = Staged(run: job.run)
        var results: [StagedBlood] = []
        var exceptions: [StagedException] = []
        func flush() throws {
            try connection.together {
                try connection.stage(results, from: staged.read - results.count)
                try connection.stage(exceptions, from: staged.exceptions - exceptions.count)
            }
            results.removeAll(keepingCapacity: true)
            exceptions.removeAll(keepingCapacity: true)
        }
        while let line = reader.next() {
            switch line.outcome {
            case .accepted(let result, let number, let findings):
                staged.tally.add(findings)
                results.append(stagedResult(result, number))
                staged.read += 1
            case .refused(let refused):
                staged.tally.add(refused.findings)
                staged.refused += 1
                staged.exceptions += 1
                if line.suspectedNonNegative { staged.suspected += 1 }
                exceptions.append(try exception(refused, line.suspectedNonNegative, at: staged.refused))
            }
            if results.count + exceptions.count >= BloodImport.partSize { try flush() }
        }
        try flush()
        staged.tally.add(reader.outcome.findings)
        staged.envelope = reader.envelope
        staged.isFatal = reader.outcome.isFatal || reader.envelope == nil
        if staged.isFatal, reader.suspectedNonNegative { staged.suspected = max(1, staged.suspected) }
        staged.resultBase = try connection.takeIDs(staged.read + 1).bounds.lowerBound
        staged.exceptionBase = try connection.takeIDs(staged.read + 1).bounds.lowerBound
        return staged
    }

    private func stagedResult(_ result: AnalysisResult, _ line: Int) -> StagedBlood {
        StagedBlood(
            line: line, number: result.interventionNumber,
            sample: (result.sample, result.animal?.description, result.sampledOn),
            plan: (result.disease.rawValue, result.method.rawValue, result.matrix.rawValue),
            said: (result.interpretation?.rawValue, result.reason?.rawValue, result.analysedOn))
    }

    /// Several results may stand on one line of XML: the refused are numbered by their order.
    private func exception(_ line: RefusedLine, _ suspected: Bool, at order: Int) throws -> StagedException {
        var number = order
        if let lines = job.originalLines {
            // The n-th result of a replay is the n-th open line.
            number = lines.indices.contains(order - 1) ? lines[order - 1] : order
        }
        return StagedException(
            .refused, line: number, text: line.raw, findings: try line.findings.json(), nonNegative: suspected)
    }
}
