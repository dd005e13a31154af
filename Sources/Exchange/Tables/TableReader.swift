import Kernel

/// Reads a table front to back, giving every line of data exactly once: accepted, or refused with its findings.
///
/// What is wrong with the file as a whole is never thrown: it is in `outcome`, and a fatal finding there means that
/// nothing given before may be used. Constant memory; not for several threads at once.
package final class TableReader<Row: TableRow> {
    /// Complete once `next()` has returned nil.
    package private(set) var outcome: TableOutcome
    private var running: RunningTable<Row>?

    /// Rows that the sender says there are.
    private let expectedRows: Int?

    /// Opens the source and judges its header.
    package init(
        _ source: ByteSource, _ options: ReadingOptions, mapping: TableMapping? = nil, expectedRows: Int? = nil
    ) {
        self.expectedRows = expectedRows
        var outcome = TableOutcome(file: source.name)
        var options = options
        options.adapt(to: mapping)
        do throws(Refusal) {
            let reader = try DelimitedReader(source, options.format)
            let header = try header(of: reader)
            outcome.header = header.rawText
            let match = matchHeader(header, to: Row.table, file: source.name, mapping)
            outcome.findings += match.findings
            outcome.counts = reader.counts
            if let binding = match.binding {
                running = RunningTable(reader: reader, scope: FieldScope(binding, options), binding: binding)
            }
        } catch {
            outcome.findings += error.findings
        }
        self.outcome = outcome
    }

    /// The next line of data; nil at the end, and where the file cannot be read on.
    package func next() -> LineOutcome<Row>? {
        guard let reader = running?.reader else { return nil }
        do throws(Refusal) {
            switch try reader.next() {
            case .record(let view): return running?.judge(view)
            case .refused(let line): return .refused(line)
            case .end: compareRowCount(reader.counts.rows)
            }
        } catch {
            outcome.findings += error.findings
        }
        outcome.counts = reader.counts
        outcome.findings += reader.findings
        running = nil
        return nil
    }

    private func compareRowCount(_ found: Int) {
        guard let expectedRows, found != expectedRows else { return }
        outcome.findings.append(
            Finding(
                ExchangeFinding.rowCountMismatch, .fatal, at: Place(file: outcome.file),
                ["expected": String(expectedRows), "found": String(found)]))
    }
}

/// The parts of a reader that knows where its columns are.
struct RunningTable<Row: TableRow> {
    let reader: DelimitedReader
    var scope: FieldScope<Row>
    let binding: TableBinding

    mutating func judge(_ view: RecordView) -> LineOutcome<Row> {
        guard view.hasFieldCount(binding.fieldCount) else {
            let finding = Finding(
                ExchangeFinding.fieldCount, .refused, at: Place(file: binding.file, line: view.line),
                ["expected": String(binding.fieldCount), "found": String(view.count)])
            return refuse(view, [finding])
        }
        scope.reset(to: view)
        guard let row = Row(&scope), !scope.isRefused else { return refuse(view, scope.findings) }
        reader.counts.accepted += 1
        return .accepted(row, line: view.line, findings: scope.findings)
    }

    private func refuse(_ view: RecordView, _ findings: [Finding]) -> LineOutcome<Row> {
        reader.counts.refused += 1
        return .refused(RefusedLine(line: view.line, raw: view.rawText, findings: findings))
    }
}

/// The first line that is not blank.
private func header(of reader: DelimitedReader) throws(Refusal) -> RecordView {
    switch try reader.next() {
    case .end: throw Refusal(.fileEmpty, at: Place(file: reader.file))
    case .refused(let line):
        let code = line.findings.first.flatMap { ExchangeFinding(rawValue: $0.code) } ?? .fileNotText
        throw Refusal(code, at: Place(file: reader.file, line: line.line))
    case .record(let view):
        reader.counts.header += 1
        return view
    }
}

/// The same with a closure; only what `body` throws is thrown.
package func readTable<Row: TableRow>(
    _ type: Row.Type, from source: ByteSource, _ options: ReadingOptions, mapping: TableMapping? = nil,
    _ body: (LineOutcome<Row>) throws -> Void
) rethrows -> TableOutcome {
    let reader = TableReader<Row>(source, options, mapping: mapping)
    while let line = reader.next() { try body(line) }
    return reader.outcome
}

extension RecordView {
    /// As many fields as the header; more are let pass when there is nothing in them.
    fileprivate func hasFieldCount(_ expected: Int) -> Bool {
        count == expected || (count > expected && (expected..<count).allSatisfy { bytes($0).isEmpty })
    }
}

extension ReadingOptions {
    fileprivate mutating func adapt(to mapping: TableMapping?) {
        if let dates = mapping?.dates { self.dates = dates }
        if let separator = mapping?.separator { format.separator = separator }
        if let encoding = mapping?.encoding { format.encoding = encoding }
    }
}
