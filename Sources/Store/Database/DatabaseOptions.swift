/// How a database is opened.
package struct DatabaseOptions: Sendable {
    /// What must be there when the database is opened.
    package enum Expectation: Sendable {
        /// The tables of exactly this program: what every command but the ones below wants.
        case current
        /// Anything, also an older version: for looking at it.
        case any
        /// Anything, also nothing: a missing SQLite file is created. For `migrate` and `restore`.
        case anyOrNew
    }

    package var expectation: Expectation
    /// How long a statement waits for another writer before it fails with `StoreError.locked`.
    package var waitSeconds: Double
    /// SQLite: readers beside the one writer. PostgreSQL: connections.
    package var maximumConnections: Int
    /// The tables that this program expects there: Vigie's own, or those of the access book.
    package var migrations = Migrations.all

    package init(_ expectation: Expectation = .current, waitSeconds: Double = 30, maximumConnections: Int = 6) {
        self.expectation = expectation
        self.waitSeconds = waitSeconds
        self.maximumConnections = maximumConnections
    }
}
