import GRDB
import GRDBSQLite

/// Runs `body` and turns GRDB's errors into the store's.
func translated<T>(place: String? = nil, _ body: () throws -> T) throws -> T {
    do { return try body() } catch { throw storeError(error, place: place) }
}

/// GRDB's errors as the store's; others stay what they are. `place` is the file, where it is known.
func storeError(_ error: any Error, place: String? = nil) -> any Error {
    guard let error = error as? DatabaseError else { return error }
    if error.resultCode == .SQLITE_INTERRUPT { return CancellationError() }
    return storeError(sqliteCode: error.extendedResultCode.rawValue, message: error.message ?? "", place: place)
}

/// The error of a direct call to SQLite. `place` is the file, where it is known.
func sqliteError(_ code: Int32, _ handle: OpaquePointer?, place: String? = nil) -> any Error {
    let extended = handle.map { sqlite3_extended_errcode($0) } ?? code
    let message =
        handle.flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) } ?? String(cString: sqlite3_errstr(code))
    if code & 0xff == SQLITE_INTERRUPT { return CancellationError() }
    return storeError(sqliteCode: extended & 0xff == code & 0xff ? extended : code, message: message, place: place)
}

private func storeError(sqliteCode code: Int32, message: String, place: String?) -> StoreError {
    switch code & 0xff {
    case SQLITE_BUSY where code == SQLITE_BUSY | (2 << 8): .conflict(message: message)  // SQLITE_BUSY_SNAPSHOT
    case SQLITE_BUSY, SQLITE_LOCKED: .locked
    case SQLITE_READONLY: .readOnly
    case SQLITE_FULL: .diskFull
    // A write that the system stops at a limit of the file size or a quota.
    case SQLITE_IOERR where code == SQLITE_IOERR | (3 << 8): .diskFull  // SQLITE_IOERR_WRITE
    case SQLITE_CORRUPT: .damaged(message: message)
    case SQLITE_NOTADB: .notVigie(place: place ?? message)
    case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH: .file(path: place ?? "", message: message)
    case SQLITE_CONSTRAINT: .constraint(sqliteConstraint(code, message))
    default: .engine(code: "sqlite-\(code)", message: message)
    }
}

/// SQLite names what was broken only in its message: `UNIQUE constraint failed: t.a, t.b`.
private func sqliteConstraint(_ code: Int32, _ message: String) -> ConstraintViolation {
    let subject = message.firstRange(of: ": ").map { String(message[$0.upperBound...]) } ?? ""
    let places = subject.split(separator: ", ").map { $0.split(separator: ".", maxSplits: 1).map(String.init) }
    let table = places.first.flatMap { $0.count == 2 ? $0[0] : nil }
    let columns = places.compactMap { $0.count == 2 ? $0[1] : nil }
    switch code >> 8 {
    case 1: return ConstraintViolation(kind: .check, name: subject)
    case 3: return ConstraintViolation(kind: .foreignKey)
    case 5: return ConstraintViolation(kind: .notNull, table: table, columns: columns)
    case 6, 8, 10:  // primary key, unique, rowid
        return ConstraintViolation(
            kind: .unique, table: table, columns: columns, name: columns.isEmpty ? subject : nil)
    case 7: return ConstraintViolation(kind: .trigger, name: message)
    case 12: return ConstraintViolation(kind: .dataType, name: subject.isEmpty ? message : subject)
    default: return ConstraintViolation(kind: .other, name: message)
    }
}
