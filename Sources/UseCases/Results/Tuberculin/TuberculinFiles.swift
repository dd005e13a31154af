import Exchange
import Kernel

/// The two files read: reports with their animals, and what could not be read.
struct TuberculinFiles: Sendable {
    /// The table that a line stands in; the name under which its refused lines are kept.
    enum Part: String, Sendable {
        case reports = "tuberculin"
        case animals = "tuberculin-animals"
    }

    struct Report: Sendable {
        let line: Int
        var input: TuberculinInput
        /// The lines of its animals in their table.
        var animalLines: [Int] = []
    }

    struct Bad: Sendable {
        let part: Part
        let line: RefusedLine
        let suspected: Bool
    }

    /// New texts of lines, by their number in each table.
    struct Corrections: Sendable {
        var reports: [Int: String] = [:]
        var animals: [Int: String] = [:]
    }

    private(set) var reports: [Report] = []
    private(set) var refused: [Bad] = []
    private(set) var findings: [Finding] = []
    private(set) var isFatal = false

    init(
        _ source: ByteSource, _ animals: ByteSource?, _ options: ReadingOptions,
        _ corrections: Corrections = Corrections()
    ) {
        let table = CorrectedTable<TuberculinReportRow>(source, options, corrections: corrections.reports)
        while let line = table.next() {
            switch line {
            case .accepted(let row, let number, let said):
                findings += said
                reports.append(Report(line: number, input: TuberculinInput(row)))
            case .refused(let bad): refuse(bad, .reports, table.outcome.header)
            }
        }
        finish(table.outcome)
        if let animals { read(animals, options, corrections.animals) }
    }

    private mutating func read(_ animals: ByteSource, _ options: ReadingOptions, _ corrections: [Int: String]) {
        var positions: [String: Int] = [:]
        for (index, report) in reports.enumerated() { positions[report.input.intervention] = index }
        let table = CorrectedTable<TuberculinAnimalRow>(animals, options, corrections: corrections)
        while let line = table.next() {
            switch line {
            case .accepted(let row, let number, let said):
                findings += said
                guard let position = positions[row.intervention.filter({ !$0.isWhitespace })] else {
                    let finding = Finding(
                        ResultsFinding.animalWithoutReport, .refused, at: Place(file: animals.name, line: number),
                        ["intervention": row.intervention, "animal": row.animal.description])
                    let raw = [row.intervention, row.animal.description, row.outcome.rawValue].joined(separator: ";")
                    refuse(RefusedLine(line: number, raw: raw, findings: [finding]), .animals, nil)
                    continue
                }
                reports[position].animalLines.append(number)
                reports[position].input.animals.append(
                    .init(
                        number: row.animal.description, outcome: row.outcome.rawValue, reason: row.reason?.rawValue,
                        comment: row.comment))
            case .refused(let bad): refuse(bad, .animals, nil)
            }
        }
        finish(table.outcome)
    }

    private mutating func refuse(_ line: RefusedLine, _ part: Part, _ header: String?) {
        refused.append(Bad(part: part, line: line, suspected: mayBeNonNegativeTuberculin(line, header: header)))
    }

    private mutating func finish(_ outcome: TableOutcome) {
        findings += outcome.findings
        isFatal = isFatal || outcome.isFatal
    }

    /// What a replay looks at: the lines that were refused, and the reports they belong to.
    func narrowed(to replay: TuberculinReplay) -> TuberculinFiles {
        var part = self
        part.reports = reports.filter { report in
            replay.contains(.reports, report.line)
                || report.animalLines.contains { replay.contains(.animals, $0) }
        }
        part.refused = refused.filter { replay.contains($0.part, $0.line.line) }
        return part
    }
}
