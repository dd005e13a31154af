import Kernel

extension Acknowledgement {
    package static let csvColumns = ["line", "severity", "code", "column", "facts", "raw"]

    /// For people: a table that opens in a spreadsheet (UTF-8 with byte order mark, CRLF). Its first row sums the file
    /// up, then one row for each finding, the text of a refused line beside its first one.
    ///
    /// A text that a spreadsheet would take for a formula gets an apostrophe in front; JSON has it as it came.
    package func writeCSV(to sink: ByteSink) throws {
        var line = DelimitedLine()
        line.append("\u{feff}" + Self.csvColumns[0])
        for column in Self.csvColumns.dropFirst() { line.append(column) }
        try line.end("\r\n", to: sink)
        try write(["", "info", "summary", "", summary, ""], &line, to: sink)
        for finding in findings { try write(row(finding, raw: ""), &line, to: sink) }
        for refused in refused {
            for (index, finding) in refused.findings.enumerated() {
                try write(row(finding, raw: index == 0 ? refused.raw : ""), &line, to: sink)
            }
        }
    }

    private var summary: String {
        [
            "file=\(file)", "sha256=\(digest)", "sender=\(sender)", "read-on=\(readOn)", "verdict=\(verdict.rawValue)",
            "lines=\(counts.lines)", "accepted=\(counts.accepted)", "refused=\(counts.refused)",
        ].joined(separator: ", ")
    }

    private func row(_ finding: Finding, raw: String) -> [String] {
        let facts = finding.facts.map { "\($0.name)=\($0.value)" }.joined(separator: ", ")
        return [
            cell(finding.place?.line), finding.severity.rawValue, finding.code, finding.place?.column ?? "", facts, raw,
        ]
    }

    private func write(_ fields: [String], _ line: inout DelimitedLine, to sink: ByteSink) throws {
        for field in fields { line.append(isFormula(field) ? "'" + field : field) }
        try line.end("\r\n", to: sink)
    }
}

private func isFormula(_ field: String) -> Bool {
    guard let first = field.unicodeScalars.first else { return false }
    return ["=", "+", "-", "@", "\t", "\r"].contains(first)
}
