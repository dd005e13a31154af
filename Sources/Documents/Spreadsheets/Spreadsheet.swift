import CXlsxWriter
import FoundationEssentials
import Kernel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A table as an Excel workbook, through libxlsxwriter: one sheet, a frozen header with filters, numbers as numbers and
/// days as days. Text is text: nothing of it is ever a formula.
package struct Spreadsheet: Sendable {
    package enum Kind: Sendable { case text, number, day }

    package struct Column: Sendable {
        package let title: String
        package let kind: Kind

        package init(_ title: String, _ kind: Kind = .text) {
            self.title = title
            self.kind = kind
        }
    }

    /// - Parameter rows: cells as text, days as ISO 8601; what is no number or no day in its column is written as text.
    /// - Throws: `SpreadsheetFault`, and what keeps a temporary file from being read.
    package static func xlsx(_ name: String, _ columns: [Column], _ rows: [[String]]) throws -> [UInt8] {
        // The library writes files only.
        var path = Array("\(FileManager.default.temporaryDirectory.path)/vigie-XXXXXX".utf8CString)
        let descriptor = mkstemp(&path)
        guard descriptor >= 0 else { throw SpreadsheetFault.notMade }
        close(descriptor)
        // However it ends, nothing of the table stays on the disk.
        defer { _ = unlink(path) }
        let file = String(decoding: path.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        var options = lxw_workbook_options()
        // Rows are written as they come: a sheet of any length takes the memory of a line.
        options.constant_memory = 1
        guard let book = workbook_new_opt(file, &options) else { throw SpreadsheetFault.notMade }
        var properties = lxw_doc_properties()
        // Without a day of its own it would take the clock's: the same table gives the same bytes.
        properties.created = 1
        workbook_set_properties(book, &properties)
        let sheet = workbook_add_worksheet(book, name)
        let heading = workbook_add_format(book)
        format_set_bold(heading)
        let date = workbook_add_format(book)
        format_set_num_format(date, "dd/mm/yyyy")
        worksheet_freeze_panes(sheet, 1, 0)
        for (index, column) in columns.enumerated() {
            worksheet_write_string(sheet, 0, lxw_col_t(index), column.title, heading)
        }
        for (line, row) in rows.enumerated() {
            for (index, (cell, column)) in zip(row, columns).enumerated() where !cell.isEmpty {
                let place = (lxw_row_t(line + 1), lxw_col_t(index))
                switch column.kind {
                case .number where Double(cell) != nil:
                    worksheet_write_number(sheet, place.0, place.1, Double(cell) ?? 0, nil)
                case .day where Day(cell) != nil:
                    worksheet_write_number(sheet, place.0, place.1, Day(cell).map(serial) ?? 0, date)
                default: worksheet_write_string(sheet, place.0, place.1, String(cell.prefix(longestText)), nil)
                }
            }
        }
        if !rows.isEmpty, !columns.isEmpty {
            worksheet_autofilter(sheet, 0, 0, lxw_row_t(rows.count), lxw_col_t(columns.count - 1))
        }
        let error = workbook_close(book)
        guard error == LXW_NO_ERROR else { throw SpreadsheetFault.notWritten(Int(error.rawValue)) }
        return Array(try Data(contentsOf: URL(filePath: file)))
    }

    /// What a cell may hold, in characters.
    private static let longestText = 32_767

    /// Days since the last of 1899, as workbooks count.
    private static func serial(_ day: Day) -> Double { Double(day.number) + 25_569 }
}

package enum SpreadsheetFault: Error {
    case notMade
    /// The library's number of the error.
    case notWritten(Int)
}
