import Exchange
import Kernel

/// A list as columns and cells, for the screen, CSV and JSON.
package struct ListTable: Sendable, Hashable {
    package let columns: [String]
    package var rows: [[String]]

    package init(columns: [String], rows: [[String]]) {
        self.columns = columns
        self.rows = rows
    }

    /// UTF-8, semicolons, header. Text that a spreadsheet would take for a formula gets an apostrophe in front.
    package func csv() throws -> [UInt8] {
        var bytes: [UInt8] = []
        var line = DelimitedLine()
        for row in [columns] + rows {
            for cell in row { line.append(ListTable.isFormula(cell) ? "'" + cell : cell) }
            try line.end { bytes.append(contentsOf: $0) }
        }
        return bytes
    }

    /// One object a row, column → cell.
    package var objects: [[String: String]] {
        rows.map { Dictionary(zip(columns, $0)) { first, _ in first } }
    }

    private static func isFormula(_ cell: String) -> Bool {
        cell.unicodeScalars.first.map { ["=", "+", "-", "@", "\t", "\r"].contains($0) } ?? false
    }
}
