import CSQLiteSetup

/// Settings of the SQLite library, once a process, before its first database.
enum SQLiteLibrary {
    /// Whether the library still took them; it refuses once a database was open, and works all the same.
    ///
    /// Its statistics of memory, which nobody here reads, take a lock at each allocation: measured 4 to 8 % of the time
    /// of an import or a recomputation.
    static let isSetUp = sqlite_without_memory_statistics() == 0
}
