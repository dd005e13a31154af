import Kernel

/// Compares a header with the columns a table should have: missing and doubled ones refuse the file, unknown ones are
/// told, the order is free. Letter case, and spaces or underscores for dashes, do not matter.
func matchHeader(
    _ header: RecordView, to table: TableSpecification, file: String, _ mapping: TableMapping?
) -> (binding: TableBinding?, findings: [Finding]) {
    let names = header.fields
    var findings: [Finding] = []
    var columnsByName: [String: String] = [:]
    for column in table.columns {
        columnsByName[headerKey(mapping?.columns[column.name] ?? column.name)] = column.name
    }
    var positions: [String: Int] = [:]
    for (index, name) in names.enumerated() {
        let place = Place(file: file, line: header.line, column: name)
        guard let column = columnsByName[headerKey(name)] else {
            if !name.isEmpty { findings.append(Finding(ExchangeFinding.columnUnknown, .warning, at: place)) }
            continue
        }
        if positions[column] != nil {
            findings.append(Finding(ExchangeFinding.columnDoubled, .fatal, at: place))
        }
        positions[column] = index
    }
    for column in table.columns where positions[column.name] == nil && mapping?.constants[column.name] == nil {
        let wanted = mapping?.columns[column.name]
        // A mapping that names a column means it to be there.
        guard column.definition.need == .required || column.definition.need == .column || wanted != nil else {
            continue
        }
        findings.append(
            Finding(
                ExchangeFinding.columnMissing, .fatal,
                at: Place(file: file, line: header.line, column: wanted ?? column.name),
                ["header": excerpt(header.rawText)]))
    }
    if findings.contains(where: { $0.severity == .fatal }) { return (nil, findings) }
    let binding = TableBinding(
        file: file, columns: table.columns, positions: positions, header: names, mapping)
    return (binding, findings)
}

private func headerKey(_ name: String) -> String {
    String(name.lowercased().map { $0 == " " || $0 == "_" ? "-" : $0 })
}

/// A text short enough for a finding.
func excerpt(_ text: String, limit: Int = 60) -> String {
    text.count <= limit ? text : String(text.prefix(limit)) + "…"
}
