import Kernel

/// Attributes laid out as a record of fields, so that rows of XML are read and checked exactly as rows of tables.
struct AttributeRecord<Row: TableRow> {
    private let file: String
    private var scope: FieldScope<Row>
    private var text: [UInt8] = []
    private var bounds: [FieldBounds]

    init(file: String, _ options: ReadingOptions) {
        self.file = file
        var options = options
        options.dates = .iso
        let names = Row.table.columns.map(\.name)
        let positions = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
        let binding = TableBinding(
            file: file, columns: Row.table.columns, positions: positions, header: names, nil)
        scope = FieldScope(binding, options)
        bounds = Array(repeating: FieldBounds(start: 0, end: 0), count: names.count)
    }

    mutating func clear() {
        text.removeAll(keepingCapacity: true)
        for index in bounds.indices { bounds[index] = FieldBounds(start: 0, end: 0) }
    }

    mutating func set(_ column: Row.Column, _ value: String?) {
        guard let value else { return }
        let start = Int32(truncatingIfNeeded: text.count)
        text.append(contentsOf: value.utf8)
        bounds[column.rawValue] = FieldBounds(start: start, end: Int32(truncatingIfNeeded: text.count))
    }

    /// - Parameter raw: the record as it came, asked for only when it is refused.
    mutating func judge(line: Int, raw: @autoclosure () -> String) -> LineOutcome<Row> {
        text.append(0)
        let row = text.withUnsafeBufferPointer { text in
            bounds.withUnsafeBufferPointer { bounds -> Row? in
                guard let textStart = text.baseAddress, let boundsStart = bounds.baseAddress else { return nil }
                scope.reset(
                    to: RecordView(
                        line: line, encoding: .utf8, count: bounds.count, text: textStart, bounds: boundsStart,
                        raw: text))
                return Row(&scope)
            }
        }
        guard let row, !scope.isRefused else {
            return .refused(RefusedLine(line: line, raw: raw(), findings: scope.findings))
        }
        return .accepted(row, line: line, findings: scope.findings)
    }
}
