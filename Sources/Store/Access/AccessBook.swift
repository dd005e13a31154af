/// The access book: who is signed in, who failed to, who read what. It changes with every page, so it is kept apart
/// from the data: on SQLite in a file of its own, whose writer no import ever holds; on PostgreSQL in a schema of its
/// own.
///
/// Without it everybody signs in again, and it is no longer known who read what; nothing else is lost.
package enum AccessBook {
    static let schema = "vigie_access"

    static func file(beside path: String) -> String { path + "-access" }

    /// Opens the access book beside a database, and brings it to this program's version.
    /// - Parameter now: UTC, ISO 8601.
    package static func open(beside database: Database, now: String) async throws -> Database {
        if database.dialect == .postgres {
            try await database.write { try $0.script("CREATE SCHEMA IF NOT EXISTS \(schema)") }
        }
        var options = DatabaseOptions(.anyOrNew, waitSeconds: 10, maximumConnections: 4)
        options.migrations = Migrations.access
        let book = try await Database.open(database.url.accessBook, options)
        do {
            try await book.migrate(now: now)
        } catch {
            try await book.close()
            throw error
        }
        return book
    }
}

extension DatabaseURL {
    /// `sqlite:PATH-access`, or the same PostgreSQL database seen through another schema.
    var accessBook: DatabaseURL {
        switch self {
        case .sqlite(let path): return .sqlite(path: AccessBook.file(beside: path))
        case .postgres(let uri):
            let sign = uri.contains("?") ? "&" : "?"
            return .postgres(uri: "\(uri)\(sign)options=-csearch_path%3D\(AccessBook.schema)")
        }
    }
}
