import Exchange
import FoundationEssentials
import Kernel
import Store

/// The refused lines of a received file judged again, as they came or corrected.
package struct ReplayWork: JobWork {
    package struct Correction: Codable, Sendable, Hashable {
        package let part: String
        package let line: Int
        package let text: String

        package init(part: String, line: Int, text: String) {
            self.part = part
            self.line = line
            self.text = text
        }
    }

    package static let kind = JobKind.replay
    package let importID: Int64
    package let departmentCode: String
    package let received: ReceivedKind
    package let corrections: [Correction]
    package var fictitious = false
    package var department: String? { departmentCode }
    /// Whether the laboratory that sent the file asks; nil: no.
    package var bySender: Bool?
    package var intention: Intention { received.replayIntention(bySender: bySender ?? false) }

    package init(
        _ importID: Int64, department: String, received: ReceivedKind, corrections: [Correction],
        fictitious: Bool = false
    ) {
        self.importID = importID
        departmentCode = department
        self.received = received
        self.corrections = corrections
        self.fictitious = fictitious
    }

    package func run(_ run: JobRun) async throws -> JobReport {
        run.board.tell("judging")
        return received == .register ? try await replayRegister(run) : try await replayResults(run)
    }

    private func replayResults(_ run: JobRun) async throws -> JobReport {
        var options = ImportMilkResults.Options()
        options.fictitious = fictitious
        options.profile.isSiretRequired = !fictitious
        let animals = TuberculinFiles.Part.animals.rawValue
        let useCase = ReplayResults(
            importID, department: departmentCode, corrections: corrections.filter { $0.part != animals }.byLine,
            animalCorrections: corrections.filter { $0.part == animals }.byLine, options: options, under: intention)
        return JobReport(try await useCase.perform(run.context))
    }

    private func replayRegister(_ run: JobRun) async throws -> JobReport {
        let previous = try await FindImport(importID: importID).run(run.context)
        var options = ImportOptions()
        options.fictitious = fictitious
        let outcome =
            corrections.isEmpty
            ? try await ReplayRefused(previous, options: options).perform(run.context)
            : try await ReplayCorrected(
                previous, with: try await correctedBundle(previous, run), options: options
            ).perform(run.context)
        var report = JobReport(
            counts: ["accepted": outcome.acceptedCount, "refused": outcome.refusedCount],
            findings: outcome.findings + outcome.refusedFindings, hasRefusals: outcome.hasRefusals)
        report.importID = outcome.importID
        return report
    }

    /// The open lines of the tables concerned, with the corrections in their place, as a bundle of its own.
    private func correctedBundle(_ previous: ImportRunRow, _ run: JobRun) async throws -> RegisterBundle {
        let rows = try await run.context.database.read { try $0.openRefusedLines(of: importID) }
        let parts = Set(corrections.map(\.part))
        let texts = Dictionary(corrections.map { (Place(file: $0.part, line: $0.line), $0.text) }) { $1 }
        let manifest = BundleManifest(
            format: previous.family.format, kind: .incremental, extractedOn: previous.receivedOn,
            department: departmentCode, source: previous.sender)
        var entries: [(name: String, bytes: [UInt8])] = [(BundleManifest.fileName, Array(manifest.toml.utf8))]
        for (part, lines) in Dictionary(grouping: rows, by: \.part) where parts.contains(part) {
            var bytes = lines.first?.header ?? []
            for line in lines {
                bytes += [0x0a] + (texts[Place(file: part, line: line.line)].map { Array($0.utf8) } ?? line.text)
            }
            entries.append(("\(part).csv", bytes + [0x0a]))
        }
        let folder = try PrivateFolder()
        let path = "\(folder.path)/corrections.zip"
        let files = entries
        try refusing { try ZipWriter.write(files, to: path) }
        let bytes = try withExtendedLifetime(folder) { [UInt8](try Data(contentsOf: URL(filePath: path))) }
        let opened = RegisterBundle.open(zip: .bytes(bytes, name: previous.fileName))
        guard let bundle = opened.bundle else { throw Refused(opened.findings) }
        return bundle
    }
}

extension [ReplayWork.Correction] {
    fileprivate var byLine: [Int: String] { Dictionary(map { ($0.line, $0.text) }) { $1 } }
}
