import Exchange
import Kernel
import Prophylaxis
import Store

/// Takes in tuberculin reports as two tables: the reports, and their animals named one by one (PRO-178, decision 21).
///
/// Both files are kept under their digests, so that a refused line can be corrected and judged again below its header.
/// The same files again judge what was refused, and change nothing that was accepted.
package struct ImportTuberculinReports: UseCase {
    package static let kind = "tuberculin"

    package let intention = Intention.resultsImport
    package let reports: ByteSource
    package let animals: ByteSource?
    package let departmentCode: String
    package let fictitious: Bool

    package init(_ reports: ByteSource, animals: ByteSource?, department: String, fictitious: Bool = false) {
        self.reports = reports
        self.animals = animals
        departmentCode = department
        self.fictitious = fictitious
    }

    package var department: String? { departmentCode }

    /// Far more than the reports of a department.
    static let sizeLimit = 64 << 20

    package func run(_ context: Context) async throws -> ResultImportOutcome {
        let desk = ResultDesk(context: context, department: departmentCode)
        let files = try orRefused { () throws(Refusal) in
            [try reports.readAll(limit: Self.sizeLimit)]
                + (try animals.map { source throws(Refusal) in [try source.readAll(limit: Self.sizeLimit)] } ?? [])
        }
        let digest = files.map { ContentDigest(of: $0).hex }.joined()
        let sender = "section-\(departmentCode)"
        let (previous, open) = try await context.database.read { connection in
            let previous = try connection.lastResultRun(
                kind: ImportTuberculinReports.kind, digest: digest, sender: sender)
            return (previous, try previous.map { try connection.openRefusedResults(ofRun: $0.id) } ?? [])
        }
        if let previous, open.isEmpty { return try await desk.unchanged(previous, intention, name: reports.name) }
        let again = previous.map { TuberculinReplay(previous: $0, open: open) }
        let content = TuberculinFiles(
            .bytes(files[0], name: reports.name), animals.map { .bytes(files[1], name: $0.name) },
            ReadingOptions(asOf: context.today, fictitious: fictitious))
        let run = desk.run(
            try await context.database.id(), kind: ImportTuberculinReports.kind, name: reports.name, digest: digest,
            sender: sender)
        return try await TuberculinImport(
            desk: desk, intention: intention, fictitious: fictitious, content: content, files: files
        ).carryOut(previous ?? run, again)
    }
}

/// The refused lines of an earlier run that are judged again.
struct TuberculinReplay: Sendable {
    let previous: ResultRun
    let open: [RefusedResult]
    /// Nothing of the files could be used: all of it is judged.
    let isWholeFile: Bool
    /// Lines by the name of their part.
    private let lines: [String: Set<Int>]

    init(previous: ResultRun, open: [RefusedResult]) {
        (self.previous, self.open) = (previous, open)
        isWholeFile = open.contains { $0.line == 0 }
        lines = Dictionary(grouping: open, by: \.part).mapValues { Set($0.map(\.line)) }
    }

    func contains(_ part: TuberculinFiles.Part, _ line: Int) -> Bool {
        isWholeFile || lines[part.rawValue]?.contains(line) == true
    }
}
