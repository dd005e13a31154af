import Exchange
import Kernel
import Store

/// Judges the refused lines of a file again, as they came or corrected. Under the policy `file` they count only when
/// none of them is refused any more.
struct ReplayMilkResults {
    private let previous: ResultRun
    private let lines: [RefusedResult]
    private let options: ImportMilkResults.Options
    private let corrections: [Int: String]

    /// - Parameter corrections: the new text of lines, by their number in the file.
    init(
        _ previous: ResultRun, _ lines: [RefusedResult], options: ImportMilkResults.Options,
        corrections: [Int: String] = [:]
    ) {
        self.previous = previous
        self.lines = lines
        self.options = options
        self.corrections = corrections
    }

    func run(_ context: Context) async throws -> ResultImportOutcome {
        let text = lines.map { corrections[$0.line] ?? $0.raw }.joined(separator: "\n") + "\n"
        let source = ByteSource.text(text, name: previous.fileName)
        var options = options
        // The header, if there was one, is not among the refused lines.
        options.profile.hasHeader = false
        let again = ImportMilkResults(
            source, laboratory: previous.sender, department: previous.department, options)
        var job = try await context.database.read { [previous] connection in
            try again.job(previous, source, in: connection, context)
        }
        job.originalLines = lines.map(\.line)
        if options.policy == nil { job.run.policy = previous.policy }
        let desk = ResultDesk(context: context, department: previous.department)
        return try await MilkImport(job: job, desk: desk, intention: again.intention, previous: previous).carryOut()
    }
}
