import Kernel

/// Where written bytes go, piece by piece.
package typealias ByteSink = (UnsafeRawBufferPointer) throws -> Void

/// Writes rows of a table as the readers expect them: UTF-8, semicolons, LF, quotation marks only where needed.
package struct TableWriter<Row: TableRow> {
    package private(set) var rows = 0
    private var line = DelimitedLine()
    private let columns = Array(Row.Column.allCases)

    /// Writes the header.
    package init(to sink: ByteSink) throws {
        for column in columns { line.append(column.name) }
        try line.end(to: sink)
    }

    package mutating func write(_ row: Row, to sink: ByteSink) throws {
        for column in columns { line.append(row.field(column)) }
        rows += 1
        try line.end(to: sink)
    }
}

extension TableRow {
    /// A small table in one piece.
    package static func encoded(_ rows: some Sequence<Self>) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var writer = try TableWriter<Self> { bytes.append(contentsOf: $0) }
        for row in rows { try writer.write(row) { bytes.append(contentsOf: $0) } }
        return bytes
    }
}
