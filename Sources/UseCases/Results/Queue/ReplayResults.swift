import Exchange
import Kernel
import Store

/// Judges the refused lines of an import again, as they are or corrected (design: imports).
package struct ReplayResults: UseCase {
    package let intention = Intention.resultsEnter
    package let run: Int64
    package let departmentCode: String
    /// New text by line number.
    package let corrections: [Int: String]
    package let options: ImportMilkResults.Options

    package init(
        _ run: Int64, department: String, corrections: [Int: String] = [:],
        options: ImportMilkResults.Options = ImportMilkResults.Options()
    ) {
        self.run = run
        departmentCode = department
        self.corrections = corrections
        self.options = options
    }

    package var department: String? { departmentCode }

    package func run(_ context: Context) async throws -> ResultImportOutcome {
        let (previous, open) = try await context.database.read { connection in
            guard let previous = try connection.resultRun(run), previous.department == departmentCode else {
                throw Refused(ResultsFinding.importUnknown, ["import": String(run)])
            }
            return (previous, try connection.openRefusedResults(ofRun: run))
        }
        let unknown = corrections.keys.filter { line in !open.contains { $0.line == line } }
        guard unknown.isEmpty, !open.isEmpty, open.allSatisfy({ !$0.raw.isEmpty }) else {
            throw Refused(ResultsFinding.nothingToReplay, ["import": String(run)])
        }
        switch previous.kind {
        case ImportMilkResults.kind:
            return try await ReplayMilkResults(previous, open, options: options, corrections: corrections)
                .run(context)
        case ImportAnalysisReport.kind: return try await replayBlood(previous, open, context)
        default: throw Refused(ResultsFinding.nothingToReplay, ["import": String(run)])
        }
    }

    private func replayBlood(
        _ previous: ResultRun, _ open: [RefusedResult], _ context: Context
    ) async throws -> ResultImportOutcome {
        let envelope = AnalysisEnvelope(
            sender: previous.sender, recipient: departmentCode, createdOn: previous.receivedOn,
            reference: previous.fileName)
        let source = try AnalysisReport.replaying(open.map { corrections[$0.line] ?? $0.raw }, envelope)
        let reading = ReadingOptions(asOf: context.today, fictitious: options.fictitious)
        var again = ResultRun(
            id: previous.id, kind: previous.kind, file: (previous.fileName, previous.digest),
            from: (previous.sender, departmentCode),
            received: (previous.receivedAt, previous.receivedOn, context.actor.login))
        again.policy = previous.policy
        let job = BloodJob(
            source: source, options: reading, run: again, previous: previous, originalLines: open.map(\.line))
        let desk = ResultDesk(context: context, department: departmentCode)
        return try await BloodImport(job: job, desk: desk, intention: intention).carryOut()
    }
}
