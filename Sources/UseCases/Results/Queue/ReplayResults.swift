import Exchange
import Kernel
import Store

/// Judges the refused lines of an import again, as they are or corrected (design: imports). A laboratory does so with
/// the files that it sent, under the right to send them.
package struct ReplayResults: UseCase {
    package let intention: Intention
    package let run: Int64
    package let departmentCode: String
    /// New text by line number.
    package let corrections: [Int: String]
    /// The same for the second table of tuberculin reports, which names animals.
    package let animalCorrections: [Int: String]
    package let options: ImportMilkResults.Options

    package init(
        _ run: Int64, department: String, corrections: [Int: String] = [:], animalCorrections: [Int: String] = [:],
        options: ImportMilkResults.Options = ImportMilkResults.Options(), under intention: Intention = .resultsEnter
    ) {
        self.intention = intention
        self.animalCorrections = animalCorrections
        self.run = run
        departmentCode = department
        self.corrections = corrections
        self.options = options
    }

    package var department: String? { departmentCode }

    package func run(_ context: Context) async throws -> ResultImportOutcome {
        let (previous, open) = try await context.database.read { connection in
            guard let previous = try connection.resultRun(run), previous.department == departmentCode,
                try connection.sees(previous, context.actor)
            else {
                throw Refused(ResultsFinding.importUnknown, ["import": String(run)])
            }
            return (previous, try connection.openRefusedResults(ofRun: run))
        }
        let (animals, others) = (TuberculinFiles.Part.animals.rawValue, open.map { ($0.part, $0.line) })
        let isKnown =
            corrections.keys.allSatisfy { line in others.contains { $0 != animals && $1 == line } }
            && animalCorrections.keys.allSatisfy { line in others.contains { $0 == animals && $1 == line } }
        guard isKnown, !open.isEmpty, open.allSatisfy({ !$0.raw.isEmpty }) else {
            throw Refused(ResultsFinding.nothingToReplay, ["import": String(run)])
        }
        switch previous.kind {
        case ImportMilkResults.kind:
            return try await ReplayMilkResults(previous, open, options: options, corrections: corrections)
                .run(context)
        case ImportAnalysisReport.kind: return try await replayBlood(previous, open, context)
        case ImportTuberculinReports.kind: return try await replayTuberculin(previous, open, context)
        case ImportOtherSamples.kind:
            return try await ReplayOtherSamples(
                previous, open, corrections: corrections, fictitious: options.fictitious
            ).run(context, intention)
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

    /// The two files as they were kept, with the corrections in the place of their lines.
    private func replayTuberculin(
        _ previous: ResultRun, _ open: [RefusedResult], _ context: Context
    ) async throws -> ResultImportOutcome {
        let files = try await context.database.read { connection in
            try previous.digests.map { try connection.blob($0).bytes }
        }
        let content = TuberculinFiles(
            .bytes(files[0], name: previous.fileName),
            files.count > 1 ? .bytes(files[1], name: TuberculinAnimalRow.table.name) : nil,
            ReadingOptions(asOf: context.today, fictitious: options.fictitious),
            TuberculinFiles.Corrections(reports: corrections, animals: animalCorrections))
        return try await TuberculinImport(
            desk: ResultDesk(context: context, department: departmentCode), intention: intention,
            fictitious: options.fictitious, content: content, files: files
        ).carryOut(previous, TuberculinReplay(previous: previous, open: open))
    }
}

extension ResultRun {
    /// The digests of the files of a run: SHA-256 of each, one after the other.
    var digests: [ContentDigest] {
        stride(from: 0, to: digest.count, by: 64).compactMap { start in
            ContentDigest(hex: String(digest.dropFirst(start).prefix(64)))
        }
    }
}
