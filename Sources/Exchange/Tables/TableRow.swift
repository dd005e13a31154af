import Kernel

/// A typed row of a table: read from fields, written to fields, described by its columns.
package protocol TableRow: Hashable, Sendable {
    associatedtype Column: TableColumn
    static var table: TableSpecification { get }
    /// nil when the line is refused; `fields` then holds the findings.
    init?(_ fields: inout FieldScope<Self>)
    /// The value of a column as our own files write it; empty for none.
    func field(_ column: Column) -> String
}

/// What became of one line of a table.
package enum LineOutcome<Row: Sendable>: Sendable {
    /// `findings` are warnings and infos: the row counts.
    case accepted(Row, line: Int, findings: [Finding])
    case refused(RefusedLine)
}

/// What was found out about a table's file as a whole, once it has been read to its end.
package struct TableOutcome: Sendable, Hashable {
    package let file: String
    package var counts = LineCounts()
    /// The header line as it came: with it, a corrected line is a file of its own.
    package var header: String?
    /// Of the file, not of its lines.
    package var findings: [Finding] = []

    package init(file: String) { self.file = file }

    /// Nothing of the file may be used: a column is missing, the transfer was cut off.
    package var isFatal: Bool { findings.contains { $0.severity == .fatal } }
}

/// What a reader has to be told from outside.
package struct ReadingOptions: Sendable, Hashable {
    /// The civil day of the department; later dates of past events are refused.
    package var asOf: Day
    /// Lets in numbers of department 99.
    package var fictitious: Bool
    /// Earlier dates are typing errors.
    package var earliest: Day
    package var dates: DateFormat
    package var format: DelimitedFormat

    package init(
        asOf: Day, fictitious: Bool = false, earliest: Day = Day(number: -25_567), dates: DateFormat = .auto,
        format: DelimitedFormat = DelimitedFormat()
    ) {
        self.asOf = asOf
        self.fictitious = fictitious
        self.earliest = earliest
        self.dates = dates
        self.format = format
    }
}
