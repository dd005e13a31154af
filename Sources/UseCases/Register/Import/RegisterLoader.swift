import Exchange
import Kernel
import Store

/// Reads the tables of an import into the staging area, line by line, in constant memory.
struct RegisterLoader {
    let connection: Connection
    let input: ImportInput
    let reading: ReadingOptions
    let types: ProductionTypes
    let progress: ImportProgress?

    private(set) var tallies: [String: PartTally] = [:]
    private(set) var headers: [String: String] = [:]
    private(set) var notes = ImportNotes()
    /// What makes the whole unusable: a column missing, a transfer cut off.
    private(set) var fatal: [Finding] = []

    /// Refused lines held at a time.
    private static let batch = 2000

    init(
        _ connection: Connection, _ input: ImportInput, _ reading: ReadingOptions, _ types: ProductionTypes,
        _ progress: ImportProgress?
    ) {
        self.connection = connection
        self.input = input
        self.reading = reading
        self.types = types
        self.progress = progress
    }

    /// Tables of the other family are not in the input.
    mutating func loadAll() throws {
        try load(OrganisationRow.self)
        try load(VeterinarianRow.self)
        try load(CommuneRow.self)
        try load(CommuneScreeningRow.self)
        try load(HoldingRow.self)
        try load(EstablishmentRow.self)
        try load(HerdRow.self)
        try load(HerdScreeningRow.self)
        try load(AnimalRow.self)
        try load(StayRow.self)
        try load(HerdAssignmentRow.self)
        try load(HerdVeterinarianRow.self)
        try load(AuthorisationRow.self)
        try load(DairyProducerRow.self)
        try load(Exchange.InterventionRow.self)
        try load(TestPlanRow.self)
        try load(InspectionReportRow.self)
        try load(Exchange.EvaluationRow.self)
        try load(Exchange.FollowUpRow.self)
        try load(SamplingDocumentRow.self)
    }

    private mutating func load<Row: StagedRow>(_ type: Row.Type) throws {
        let part = Row.table.name
        guard let file = input.files[part] else { return }
        let reader = TableReader<Row>(
            file.source, reading, mapping: file.mapping, expectedRows: file.expectedRows)
        headers[part] = reader.outcome.header
        tallies[part] = PartTally(table: part)
        var batch = LoadBatch()
        while !batch.isAtEnd {
            batch.refused.removeAll(keepingCapacity: true)
            try connection.together {
                try connection.bulkInsert(into: Row.staged.name, columns: Row.staged.loaded) { writer in
                    try fill(&writer, from: reader, &batch)
                }
            }
            tallies[part]?.accepted += batch.takeAccepted()
            tallies[part]?.refused += batch.refused.count
            try keep(batch.refused, part: part)
            progress?(ImportStep.reading(part), tallies[part]?.lines ?? 0, file.expectedRows)
        }
        for finding in reader.outcome.findings {
            if finding.severity == .fatal { fatal.append(finding) } else { notes.add(finding, part: part) }
        }
    }

    /// Writes accepted rows until there are as many refused ones as are held at a time, or so many lines are done that
    /// progress should be told.
    private mutating func fill<Row: StagedRow>(
        _ writer: inout BulkWriter, from reader: TableReader<Row>, _ batch: inout LoadBatch
    ) throws {
        while batch.refused.count < Self.batch, batch.accepted < LoadBatch.mostAccepted {
            guard let outcome = reader.next() else {
                batch.isAtEnd = true
                return
            }
            switch outcome {
            case .accepted(let row, let line, let findings):
                writer.int(line)
                row.write(to: &writer, types)
                try writer.endRow()
                batch.accepted += 1
                for finding in findings { notes.add(finding, part: Row.table.name) }
            case .refused(let line): batch.refused.append(line)
            }
        }
    }

    private func keep(_ lines: [RefusedLine], part: String) throws {
        guard !lines.isEmpty else { return }
        let header = headers[part] ?? ""
        try connection.together {
            try connection.stageRefused(
                lines.map { ($0.line, Array("\(header)\n\($0.raw)".utf8), try CanonicalJSON.string($0.findings)) },
                part: part)
            try connection.stageTokens(lines.flatMap { numbers(in: $0.raw) })
        }
    }

    /// Numbers that can be made out on a line that is refused: what they stand for is not absent from the bundle.
    private func numbers(in raw: String) -> [String] {
        raw.split(whereSeparator: { ";,\t|\"".contains($0) }).flatMap { field -> [String] in
            let text = String(field)
            var numbers: [String] = []
            if let number = try? HoldingNumber(parsing: text, fictitious: reading.fictitious) {  // most are none
                numbers.append(number.description)
            }
            if let number = try? AnimalNumber(parsing: text, country: "FR", fictitious: reading.fictitious) {  // same
                numbers.append(number.description)
            }
            return numbers
        }
    }
}

/// What one bulk insert has come to.
private struct LoadBatch {
    static let mostAccepted = 200_000

    var accepted = 0
    var refused: [RefusedLine] = []
    var isAtEnd = false

    mutating func takeAccepted() -> Int {
        defer { accepted = 0 }
        return accepted
    }
}

/// Told while an import runs: what is being done, how much of it is done, how much there is where that is known.
package typealias ImportProgress = @Sendable (_ step: ImportStep, _ done: Int, _ total: Int?) -> Void

package enum ImportStep: Sendable, Hashable {
    case reading(String)
    case judging
    case merging
}
