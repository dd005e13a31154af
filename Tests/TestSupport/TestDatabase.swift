import Foundation
import Store

/// The engine of a test: `@Test(arguments: Engine.allCases)` runs it on SQLite and on PostgreSQL.
package typealias Engine = Dialect

/// The moment at which test databases are migrated.
package let testTime = "2026-01-01T00:00:00Z"

/// What a test's database holds at first.
package enum InitialContent: Sendable {
    case empty
    case migrated
}

/// Runs `body` with a fresh, migrated database, which is removed afterwards.
@discardableResult
package func withDatabase<T>(
    _ engine: Engine, _ options: DatabaseOptions = DatabaseOptions(), _ body: (Database) async throws -> T
) async throws -> T {
    try await withDatabaseURL(engine) { url in
        let database = try await Database.open(url, options)
        do {
            let result = try await body(database)
            try await database.close()
            return result
        } catch {
            try await database.close()
            throw error
        }
    }
}

/// Runs `body` with the address of a fresh database. An empty SQLite database is a file that does not exist yet.
@discardableResult
package func withDatabaseURL<T>(
    _ engine: Engine, _ content: InitialContent = .migrated, _ body: (DatabaseURL) async throws -> T
) async throws -> T {
    switch engine {
    case .sqlite:
        return try await withTemporaryFolder { folder in
            let path = folder + "/vigie.sqlite"
            if content == .migrated { try await SQLiteTemplate.shared.copy(to: path) }
            return try await body(.sqlite(path: path))
        }
    case .postgres:
        let cluster = PostgresCluster.shared
        let name = try await cluster.createDatabase(migrated: content == .migrated)
        do {
            let result = try await body(.postgres(uri: try await cluster.uri(of: name)))
            try await cluster.dropDatabase(name)
            return result
        } catch {
            try await cluster.dropDatabase(name)
            throw error
        }
    }
}

/// A migrated SQLite file, made once and copied for each test.
private actor SQLiteTemplate {
    static let shared = SQLiteTemplate()
    private var making: Task<Data, any Error>?

    func copy(to path: String) async throws {
        let making = making ?? Task { try await SQLiteTemplate.make() }
        self.making = making
        try await making.value.write(to: URL(fileURLWithPath: path))
    }

    private static func make() async throws -> Data {
        try await withTemporaryFolder { folder in
            let path = folder + "/template.sqlite"
            let database = try await Database.open(.sqlite(path: path), DatabaseOptions(.anyOrNew))
            try await database.migrate(now: testTime)
            // Closing plays the log back into the file.
            try await database.close()
            return try Data(contentsOf: URL(fileURLWithPath: path))
        }
    }
}
