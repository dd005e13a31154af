import Exchange
import Kernel

/// A table read with the corrections of single lines in their place: each correction is judged below the header of the
/// file, and keeps the line's number.
struct CorrectedTable<Row: TableRow> {
    private let table: TableReader<Row>
    private let corrections: [Int: String]
    private let options: ReadingOptions

    init(_ source: ByteSource, _ options: ReadingOptions, corrections: [Int: String] = [:]) {
        table = TableReader<Row>(source, options)
        self.corrections = corrections
        self.options = options
    }

    var outcome: TableOutcome { table.outcome }

    func next() -> LineOutcome<Row>? {
        guard let line = table.next() else { return nil }
        let number =
            switch line {
            case .accepted(_, let number, _): number
            case .refused(let bad): bad.line
            }
        guard let text = corrections[number] else { return line }
        let alone = TableReader<Row>(
            .text("\(table.outcome.header ?? "")\n\(text)\n", name: table.outcome.file), options)
        switch alone.next() {
        case .accepted(let row, _, let findings)?:
            return .accepted(row, line: number, findings: findings.map { $0.moved(to: number) })
        case .refused(let bad)?:
            return .refused(
                RefusedLine(line: number, raw: text, findings: bad.findings.map { $0.moved(to: number) }))
        case nil: return line
        }
    }
}

extension Finding {
    fileprivate func moved(to line: Int) -> Finding {
        var moved = self
        moved.place?.line = line
        return moved
    }
}
