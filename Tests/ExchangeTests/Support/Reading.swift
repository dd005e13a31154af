import Exchange
import Kernel

/// What a reader said of a text, gathered for comparison.
struct DelimitedReading: Equatable {
    var records: [[String]] = []
    var lines: [Int] = []
    var refused: [RefusedLine] = []
    var counts = LineCounts()
    var findings: [Finding] = []
}

func readDelimited(_ bytes: [UInt8], _ format: DelimitedFormat = DelimitedFormat()) throws -> DelimitedReading {
    try readDelimited(.bytes(bytes, name: "test.csv"), format)
}

func readDelimited(_ text: String, _ format: DelimitedFormat = DelimitedFormat()) throws -> DelimitedReading {
    try readDelimited(Array(text.utf8), format)
}

func readDelimited(_ source: ByteSource, _ format: DelimitedFormat) throws -> DelimitedReading {
    let reader = try DelimitedReader(source, format)
    var reading = DelimitedReading()
    loop: while true {
        switch try reader.next() {
        case .end: break loop
        case .refused(let line): reading.refused.append(line)
        case .record(let view):
            reader.counts.accepted += 1
            reading.records.append(view.fields)
            reading.lines.append(view.line)
        }
    }
    reading.counts = reader.counts
    reading.findings = reader.findings
    return reading
}

/// The civil day on which the tests read.
let testDay = Day(number: 18_597)  // 2020-12-01

func testOptions(dates: DateFormat = .auto, format: DelimitedFormat = DelimitedFormat()) -> ReadingOptions {
    ReadingOptions(asOf: testDay, fictitious: true, dates: dates, format: format)
}

struct TableReading<Row: TableRow>: Equatable {
    var rows: [Row] = []
    var lines: [Int] = []
    var warnings: [Finding] = []
    var refused: [RefusedLine] = []
    var outcome = TableOutcome(file: "")

    /// Codes of everything said of refused lines, in their order.
    var refusedCodes: [String] { refused.flatMap { $0.findings.map(\.code) } }
    var fileCodes: [String] { outcome.findings.map(\.code) }
}

func read<Row: TableRow>(
    _ type: Row.Type, _ source: ByteSource, _ options: ReadingOptions = testOptions(), mapping: TableMapping? = nil
) -> TableReading<Row> {
    var reading = TableReading<Row>()
    reading.outcome = readTable(type, from: source, options, mapping: mapping) { line in
        switch line {
        case .accepted(let row, let line, let findings):
            reading.rows.append(row)
            reading.lines.append(line)
            reading.warnings += findings
        case .refused(let line): reading.refused.append(line)
        }
    }
    return reading
}

func read<Row: TableRow>(
    _ type: Row.Type, _ text: String, _ options: ReadingOptions = testOptions(), mapping: TableMapping? = nil
) -> TableReading<Row> {
    read(type, .text(text, name: "\(Row.table.name).csv"), options, mapping: mapping)
}
