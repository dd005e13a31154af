import Kernel

/// What can go wrong in the store, the same for both engines. `finding` is what a person is told.
package enum StoreError: Error, Hashable, Sendable {
    /// Another process or transaction kept its lock for longer than the options wait.
    case locked
    /// A deadlock or a serialisation failure: the transaction was rolled back, and may be tried again as a whole.
    case conflict(message: String)
    /// The file, the server or the transaction does not allow changes.
    case readOnly
    case diskFull
    /// The SQLite file is not there.
    case missing(path: String)
    /// The file or database belongs to another program.
    case notVigie(place: String)
    /// The database has migrations that this program does not know.
    case schemaNewer(found: Int, known: Int)
    /// The database lacks migrations of this program: run `vigie database migrate`.
    case schemaOlder(found: Int, known: Int)
    /// An applied migration is not the one that this program holds.
    case migrationChanged(number: Int)
    /// A migration's text has an unknown token.
    case migrationToken(String)
    case constraint(ConstraintViolation)
    /// The server cannot be reached, or the connection broke.
    case connection(message: String)
    case invalidURL(String)
    /// The file's content is damaged.
    case damaged(message: String)
    /// Anything else, with the SQLSTATE or SQLite's extended result code.
    case engine(code: String, message: String)
    /// A column holds something other than the program reads from it; `found` is nil for NULL.
    case unreadable(column: String, found: String?)
    /// A single value was asked for, and no row came.
    case noRow
    /// Text with a NUL character, which PostgreSQL cannot store.
    case textWithNul
    /// A statement or a bulk row got a number of values other than its placeholders or columns.
    case valueCount(expected: Int, given: Int)
    /// An earlier statement of this transaction failed, so nothing more can be done in it.
    case transactionFailed
    /// The bytes under this digest are others, were never stored, or were destroyed.
    case blobDamaged(digest: String)
    case blobMissing(digest: String)
    case blobDestroyed(digest: String)
    /// A backup never overwrites a file, a restore never touches a database that holds tables.
    case targetExists(place: String)
    case notABackup(path: String)
    /// `pg_dump` or `pg_restore` failed or is not installed.
    case tool(name: String, message: String)
    /// A file operation failed.
    case file(path: String, message: String)
}
