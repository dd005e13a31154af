import Exchange
import Kernel
import Prophylaxis
import Store

/// Takes in tuberculin reports as two tables: the reports, and their animals named one by one (PRO-178, decision 21).
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

    package func run(_ context: Context) async throws -> ResultImportOutcome {
        let desk = ResultDesk(context: context, department: departmentCode)
        let digest = try orRefused { () throws(Refusal) in
            try FileDigest.of(reports) + (animals.map { source throws(Refusal) in try FileDigest.of(source) } ?? "")
        }
        let sender = "section-\(departmentCode)"
        let previous = try await context.database.read { connection in
            try connection.lastResultRun(kind: ImportTuberculinReports.kind, digest: digest, sender: sender)
        }
        if let previous, previous.state == .accepted {
            return try await desk.unchanged(previous, intention, name: reports.name)
        }
        let content = TuberculinFiles(
            reports, animals, ReadingOptions(asOf: context.today, fictitious: fictitious))
        var ids = try await context.database.ids(content.reports.count * 2 + 2)
        let run = desk.run(
            ids.next(), kind: ImportTuberculinReports.kind, name: reports.name, digest: digest, sender: sender)
        let import_ = TuberculinImport(desk: desk, intention: intention, fictitious: fictitious, content: content)
        let (outcome, touched) = try await context.database.write { [ids] connection in
            try import_.takeIn(run, ids, in: connection)
        }
        var result = outcome
        result.recomputed = try await desk.recompute(touched, resultsOn: run.receivedOn)
        return result
    }
}

/// The two files read: reports with their animals, and what could not be read.
struct TuberculinFiles: Sendable {
    private(set) var reports: [(line: Int, input: TuberculinInput)] = []
    private(set) var refused: [(line: RefusedLine, suspected: Bool)] = []
    private(set) var findings: [Finding] = []
    private(set) var isFatal = false

    init(_ source: ByteSource, _ animals: ByteSource?, _ options: ReadingOptions) {
        let table = TableReader<TuberculinReportRow>(source, options)
        while let line = table.next() {
            switch line {
            case .accepted(let row, let number, _): reports.append((number, TuberculinInput(row)))
            case .refused(let bad): refuse(bad, table.outcome.header)
            }
        }
        finish(table.outcome)
        if let animals { read(animals, options) }
    }

    private mutating func read(_ animals: ByteSource, _ options: ReadingOptions) {
        var positions: [String: Int] = [:]
        for (index, report) in reports.enumerated() { positions[report.input.intervention] = index }
        let table = TableReader<TuberculinAnimalRow>(animals, options)
        while let line = table.next() {
            switch line {
            case .accepted(let row, let number, let said):
                findings += said
                guard let position = positions[row.intervention] else {
                    let finding = Finding(
                        ResultsFinding.animalWithoutReport, .refused, at: Place(file: animals.name, line: number),
                        ["intervention": row.intervention, "animal": row.animal.description])
                    let raw = [row.intervention, row.animal.description, row.outcome.rawValue].joined(separator: ";")
                    refuse(RefusedLine(line: number, raw: raw, findings: [finding]), nil)
                    continue
                }
                reports[position].input.animals.append(
                    .init(
                        number: row.animal.description, outcome: row.outcome.rawValue, reason: row.reason?.rawValue,
                        comment: row.comment))
            case .refused(let bad): refuse(bad, nil)
            }
        }
        finish(table.outcome)
    }

    private mutating func refuse(_ line: RefusedLine, _ header: String?) {
        refused.append((line, mayBeNonNegativeTuberculin(line, header: header)))
        findings += line.findings
    }

    private mutating func finish(_ outcome: TableOutcome) {
        findings += outcome.findings
        isFatal = isFatal || outcome.isFatal
    }
}
