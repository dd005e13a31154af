import CPostgreSQL
import GRDBSQLite
import Kernel

/// One row of a result, valid in the closure that gets it. Columns count from 0.
///
/// Reading never throws: a value that is not what the column is read as (NULL as an integer, text as a day) gives
/// a harmless value, and the query throws `StoreError.unreadable` as soon as the closure returns.
package struct Row: ~Copyable {
    /// SQLite: the statement. PostgreSQL: the result.
    let handle: OpaquePointer
    /// PostgreSQL: the line in the result. SQLite: -1.
    var line: Int32
    let faults: RowFaults

    init(sqlite statement: OpaquePointer, _ faults: RowFaults) {
        handle = statement
        line = -1
        self.faults = faults
    }

    init(postgres result: OpaquePointer, line: Int32, _ faults: RowFaults) {
        handle = result
        self.line = line
        self.faults = faults
    }

    package func isNull(_ column: Int) -> Bool {
        let column = Int32(truncatingIfNeeded: column)
        return line < 0
            ? sqlite3_column_type(handle, column) == SQLITE_NULL : PQgetisnull(handle, line, column) != 0
    }

    /// Calls `body` with the column's text as UTF-8, without making a `String`. Empty for NULL, which counts as
    /// unreadable: ask `isNull` first. The buffer is valid in `body` only.
    package func withUTF8<T>(_ column: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> T) rethrows -> T {
        guard let buffer = rawText(column) else {
            record(column, nil)
            return try body(UnsafeBufferPointer(start: nil, count: 0))
        }
        return try body(buffer)
    }

    /// The value as the engine writes it in text, nil for NULL.
    func rawText(_ column: Int) -> UnsafeBufferPointer<UInt8>? {
        let column = Int32(truncatingIfNeeded: column)
        if line < 0 {
            guard let start = sqlite3_column_text(handle, column) else { return nil }
            return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
        }
        guard PQgetisnull(handle, line, column) == 0, let start = PQgetvalue(handle, line, column) else { return nil }
        let count = Int(PQgetlength(handle, line, column))
        return UnsafeBufferPointer(start: UnsafeRawPointer(start).assumingMemoryBound(to: UInt8.self), count: count)
    }

    /// Remembers the first unreadable value; the query throws it.
    func record(_ column: Int, _ found: String?) { faults.record(handle, line, column, found) }
}

/// The first value of a statement that could not be read as what it was asked for.
final class RowFaults {
    private(set) var first: StoreError?

    func record(_ handle: OpaquePointer, _ line: Int32, _ column: Int, _ found: String?) {
        guard first == nil else { return }
        let index = Int32(truncatingIfNeeded: column)
        let name = line < 0 ? sqlite3_column_name(handle, index) : UnsafePointer(PQfname(handle, index))
        first = .unreadable(column: name.map { String(cString: $0) } ?? "#\(column)", found: found)
    }
}
