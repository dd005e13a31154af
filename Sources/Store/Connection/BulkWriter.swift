import GRDBSQLite
import Kernel

/// Takes the rows of a bulk insert: every column of a row in order, then `endRow`.
///
/// Faults of a value (text with a NUL character, too many columns) are thrown by the row's `endRow`.
package struct BulkWriter: ~Copyable {
    /// SQLite: the prepared INSERT. PostgreSQL: nil, the row goes into `buffer`.
    let statement: OpaquePointer?
    /// PostgreSQL: rows in COPY's text format that have not been sent yet.
    var buffer: [UInt8] = []
    private let columnCount: Int
    private var column = 0
    private var fault: StoreError?
    /// SQLite: steps the statement. PostgreSQL: sends the buffer.
    private let flush: () throws -> Void
    private let send: ([UInt8]) throws -> Void
    package private(set) var rowCount = 0

    /// A buffer this full is sent.
    static let bufferSizeInBytes = 65_536

    init(columnCount: Int, statement: OpaquePointer, step: @escaping () throws -> Void) {
        self.statement = statement
        self.columnCount = columnCount
        flush = step
        send = { _ in }
    }

    init(columnCount: Int, send: @escaping ([UInt8]) throws -> Void) {
        statement = nil
        self.columnCount = columnCount
        flush = {}
        self.send = send
        buffer.reserveCapacity(BulkWriter.bufferSizeInBytes + 4096)
    }

    /// Ends the row.
    /// - Throws: `.valueCount`, `.textWithNul`, and on SQLite what inserting the row gave; PostgreSQL checks the rows
    ///   as a whole, so that a broken constraint may show only when `bulkInsert` ends.
    package mutating func endRow() throws {
        if let fault { throw fault }
        guard column == columnCount else { throw StoreError.valueCount(expected: columnCount, given: column) }
        column = 0
        rowCount += 1
        if statement != nil {
            try flush()
        } else {
            buffer.append(UInt8(ascii: "\n"))
            if buffer.count >= BulkWriter.bufferSizeInBytes { try sendBuffer() }
        }
    }

    /// A whole row at once; slower than the calls by type.
    package mutating func row(_ values: [SQLValue]) throws {
        for value in values {
            switch value {
            case .null: null()
            case .int(let value): int(value)
            case .text(let value): text(value)
            case .bytes(let value): bytes(value)
            case .day(let value): day(value)
            }
        }
        try endRow()
    }

    /// Sends what is left.
    mutating func finish() throws {
        if let fault { throw fault }
        guard column == 0 else { throw StoreError.valueCount(expected: columnCount, given: column) }
        if !buffer.isEmpty { try sendBuffer() }
    }

    private mutating func sendBuffer() throws {
        try send(buffer)
        buffer.removeAll(keepingCapacity: true)
    }

    /// Moves to the next column; false when there is none.
    private mutating func advance() -> Bool {
        column += 1
        if column > columnCount {
            fault = fault ?? .valueCount(expected: columnCount, given: column)
            return false
        }
        if statement == nil, column > 1 { buffer.append(UInt8(ascii: "\t")) }
        return true
    }

    private mutating func check(_ code: Int32) {
        if code != SQLITE_OK, fault == nil {
            fault = .engine(code: "sqlite-\(code)", message: String(cString: sqlite3_errstr(code)))
        }
    }
}

// MARK: - Values

extension BulkWriter {
    package mutating func null() {
        guard advance() else { return }
        if let statement {
            check(sqlite3_bind_null(statement, Int32(column)))
        } else {
            buffer.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "N")])
        }
    }

    package mutating func int(_ value: Int64) {
        guard advance() else { return }
        if let statement {
            check(sqlite3_bind_int64(statement, Int32(column), value))
        } else {
            CopyText.append(value, to: &buffer)
        }
    }

    package mutating func int(_ value: Int) { int(Int64(value)) }
    package mutating func flag(_ value: Bool) { int(value ? Int64(1) : Int64(0)) }

    package mutating func text(_ value: String) {
        var value = value
        value.withUTF8 { utf8($0) }
    }

    /// Text as UTF-8 bytes, which must be valid UTF-8.
    package mutating func utf8(_ value: UnsafeBufferPointer<UInt8>) {
        guard advance() else { return }
        if let statement {
            do { check(try bindUTF8(value, to: statement, at: Int32(column))) } catch { fault = fault ?? error }
        } else if !CopyText.append(value, to: &buffer) {
            fault = fault ?? .textWithNul
        }
    }

    package mutating func day(_ value: Day) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 10) { digits in
            CopyText.write(value, to: digits)
            utf8(UnsafeBufferPointer(digits))
        }
    }

    package mutating func bytes(_ value: [UInt8]) {
        guard advance() else { return }
        if let statement {
            check(
                value.withUnsafeBytes { bytes in
                    guard let start = bytes.baseAddress, !bytes.isEmpty else {
                        return sqlite3_bind_zeroblob(statement, Int32(column), 0)
                    }
                    return sqlite3_bind_blob64(
                        statement, Int32(column), start, UInt64(bytes.count), sqliteTransient)
                })
        } else {
            CopyText.append(bytes: value, to: &buffer)
        }
    }

    package mutating func int(_ value: Int64?) { if let value { int(value) } else { null() } }
    package mutating func int(_ value: Int?) { if let value { int(value) } else { null() } }
    package mutating func flag(_ value: Bool?) { if let value { flag(value) } else { null() } }
    package mutating func text(_ value: String?) { if let value { text(value) } else { null() } }
    package mutating func day(_ value: Day?) { if let value { day(value) } else { null() } }
}
