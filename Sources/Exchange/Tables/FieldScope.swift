import Kernel

/// The fields of one line as typed values, gathering what is wrong with them. A row takes all it needs first and looks
/// at `isRefused` last, so that one reading tells every fault of a line.
package struct FieldScope<Row: TableRow> {
    let options: ReadingOptions
    private let binding: TableBinding
    private var view: RecordView?
    private(set) var findings: [Finding] = []
    private(set) var isRefused = false

    init(_ binding: TableBinding, _ options: ReadingOptions) {
        self.binding = binding
        self.options = options
    }

    /// Goes to the next line.
    mutating func reset(to view: RecordView) {
        self.view = view
        if !findings.isEmpty { findings = [] }
        isRefused = false
    }

    /// The bytes of a column, nil and told where a value is needed and there is none.
    mutating func value(_ column: Row.Column) -> (bytes: Bytes, encoding: TextEncoding)? {
        guard let view else { return nil }
        let value = binding.value(column.rawValue, in: view)
        if !value.bytes.isEmpty { return value }
        if need(column) == .required { tell(ExchangeFinding.valueMissing, .refused, column) }
        return nil
    }

    func need(_ column: Row.Column) -> Need { binding.columns[column.rawValue].definition.need }
    func kind(_ column: Row.Column) -> FieldKind { binding.columns[column.rawValue].definition.kind }

    /// A finding about a column of this line; a refused one refuses the line.
    mutating func tell(
        _ code: some FindingCode, _ severity: Finding.Severity, _ column: Row.Column?,
        _ facts: KeyValuePairs<String, String> = [:]
    ) {
        let name = column.map { binding.headerNames[$0.rawValue] }
        findings.append(Finding(code, severity, at: Place(file: binding.file, line: view?.line, column: name), facts))
        if severity >= .refused { isRefused = true }
    }

    /// A value that does not parse: refuses the line, or leaves the value out where it only informs.
    mutating func fault(_ code: some FindingCode, _ column: Row.Column, _ value: (bytes: Bytes, encoding: TextEncoding))
    {
        let severity: Finding.Severity = need(column) == .informative ? .warning : .refused
        tell(code, severity, column, ["value": excerpt(value.encoding.decode(value.bytes))])
    }

    /// Refuses a period whose end lies before its start.
    mutating func checkPeriod(_ start: Day?, _ endColumn: Row.Column, _ end: Day?) {
        guard let start, let end, end < start else { return }
        tell(
            ExchangeFinding.periodReversed, .refused, endColumn,
            ["start": start.description, "end": end.description])
    }

    /// Tells dates of which the later event lies before the earlier one.
    mutating func checkOrder(
        _ earlier: Day, _ laterColumn: Row.Column, _ later: Day, _ severity: Finding.Severity = .refused
    ) {
        guard later < earlier else { return }
        tell(
            ExchangeFinding.datesOutOfOrder, severity, laterColumn,
            ["earlier": earlier.description, "later": later.description])
    }
}
