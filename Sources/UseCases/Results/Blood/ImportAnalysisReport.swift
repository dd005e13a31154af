import Exchange
import Kernel
import Prophylaxis
import Store

/// Takes in a laboratory's analysis report (RAI; PRO-166, PRO-185 to PRO-189, decisions 3, 4, 9, 20).
///
/// Results are attached by the number of the intervention or document, else by sample, else by animal, disease and open
/// intervention; what has no place or two waits on the list of unattached results. Animals off the document count
/// beside it. Another answer for the same sample replaces the earlier one.
package struct ImportAnalysisReport: UseCase {
    package static let kind = "blood"

    package let intention = Intention.resultsImport
    package let source: ByteSource
    package let departmentCode: String
    package let fictitious: Bool
    /// Whole file or line by line; nil: what the department has settled for the sender, else `line`.
    package let policy: ResultRun.Policy?

    package init(
        _ source: ByteSource, department: String, fictitious: Bool = false, policy: ResultRun.Policy? = nil
    ) {
        self.source = source
        departmentCode = department
        self.fictitious = fictitious
        self.policy = policy
    }

    package var department: String? { departmentCode }

    package func run(_ context: Context) async throws -> ResultImportOutcome {
        let desk = ResultDesk(context: context, department: departmentCode)
        let digest = try orRefused { () throws(Refusal) in try FileDigest.of(source) }
        let options = ReadingOptions(asOf: context.today, fictitious: fictitious)
        let sender = envelope(options)?.sender ?? ""
        let previous = try await context.database.read { connection in
            try connection.lastResultRun(kind: ImportAnalysisReport.kind, digest: digest, sender: sender)
        }
        var original: ResultRun?
        var input = source
        var lines: [Int]?
        if let previous {
            let open = try await context.database.read { try $0.openRefusedResults(ofRun: previous.id) }
            guard !open.isEmpty else { return try await desk.unchanged(previous, intention, name: source.name) }
            original = previous
            if let envelope = envelope(options), open.allSatisfy({ !$0.raw.isEmpty }) {
                input = try AnalysisReport.replaying(open.map(\.raw), envelope)
                lines = open.map(\.line)
            }
        }
        let id = if let original { original.id } else { try await context.database.id() }
        var run = desk.run(id, kind: ImportAnalysisReport.kind, name: source.name, digest: digest, sender: sender)
        run.policy = try await context.database.read { [policy, departmentCode] connection in
            try policy ?? connection.resultPolicy(department: departmentCode, sender: sender) ?? .line
        }
        let job = BloodJob(source: input, options: options, run: run, previous: original, originalLines: lines)
        return try await BloodImport(job: job, desk: desk, intention: intention).carryOut()
    }

    /// Who sends: there once the first result has been read.
    private func envelope(_ options: ReadingOptions) -> AnalysisEnvelope? {
        let reader = AnalysisReportReader(source, options)
        _ = reader.next()
        return reader.envelope
    }
}

struct BloodJob: Sendable {
    let source: ByteSource
    let options: ReadingOptions
    let run: ResultRun
    let previous: ResultRun?
    let originalLines: [Int]?
}
