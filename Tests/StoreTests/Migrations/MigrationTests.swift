import Kernel
import TestSupport
import Testing

@testable import Store

@Suite("Migrations", .timeLimit(.minutes(10)))
struct MigrationTests {
    private static let known = Migrations.all.last?.number ?? 0

    private func withEmpty(_ engine: Engine, _ body: (Database) async throws -> Void) async throws {
        try await withDatabaseURL(engine, .empty) { url in
            let database = try await Database.open(url, DatabaseOptions(.anyOrNew))
            do { try await body(database) } catch {
                try await database.close()
                throw error
            }
            try await database.close()
        }
    }

    private let first = Migration(number: 1, name: "one") { _ in "CREATE TABLE one (id {id} PRIMARY KEY){strict}" }
    private let second = Migration(number: 2, name: "two") { _ in
        "CREATE TABLE two (id {id} PRIMARY KEY){strict}; INSERT INTO two VALUES (1)"
    }

    @Test("an empty database gets all migrations, and a second run does nothing", arguments: Engine.allCases)
    func idempotent(_ engine: Engine) async throws {
        try await withEmpty(engine) { database in
            #expect(try await database.schemaState() == SchemaState(applied: 0, known: Self.known))
            #expect(try await database.migrate(now: testTime) == Migrations.all.map(\.number))
            #expect(try await database.migrate(now: testTime) == [])
            #expect(try await database.schemaState().isCurrent)
            let when = try await database.read { connection in
                try connection.first("SELECT applied_at FROM schema_migration WHERE number = 1") { $0.text(0) }
            }
            #expect(when == testTime)
        }
    }

    @Test("eight at once apply each migration once", arguments: Engine.allCases)
    func concurrent(_ engine: Engine) async throws {
        try await withDatabaseURL(engine, .empty) { url in
            let applied = try await withThrowingTaskGroup(of: [Int].self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        let database = try await Database.open(url, DatabaseOptions(.anyOrNew))
                        let applied = try await database.migrate(now: testTime)
                        try await database.close()
                        return applied
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(applied.sorted() == Migrations.all.map(\.number))
        }
    }

    @Test("a failing migration leaves nothing of itself, and those before it stay", arguments: Engine.allCases)
    func failing(_ engine: Engine) async throws {
        let broken = Migration(number: 2, name: "broken") { _ in
            "CREATE TABLE half (id {id} PRIMARY KEY){strict}; INSERT INTO nowhere VALUES (1)"
        }
        try await withEmpty(engine) { database in
            await #expect(throws: StoreError.self) { try await database.migrate(now: testTime, [first, broken]) }
            await #expect(throws: StoreError.self) {
                try await database.read { try $0.count("SELECT count(*) FROM half") }
            }
            let applied = try await database.migrate(now: testTime, [first, second])
            #expect(applied == [2])
        }
    }

    @Test("a migration that was changed after it was applied is refused", arguments: Engine.allCases)
    func changed(_ engine: Engine) async throws {
        let edited = Migration(number: 1, name: "one") { _ in "CREATE TABLE one (id {id} PRIMARY KEY, x {int}){strict}"
        }
        try await withEmpty(engine) { database in
            try await database.migrate(now: testTime, [first])
            await #expect(throws: StoreError.migrationChanged(number: 1)) {
                try await database.migrate(now: testTime, [edited, second])
            }
        }
    }

    @Test("a database of a newer program is refused by migrate and by open", arguments: Engine.allCases)
    func newer(_ engine: Engine) async throws {
        try await withDatabaseURL(engine) { url in
            let database = try await Database.open(url)
            try await database.write { connection in
                try connection.execute(
                    "INSERT INTO schema_migration (number, name, digest, applied_at) VALUES (9999, 'x', 'x', 'x')")
            }
            let error = StoreError.schemaNewer(found: 9999, known: Self.known)
            await #expect(throws: error) { try await database.migrate(now: testTime) }
            try await database.close()
            await #expect(throws: error) { try await Database.open(url) }
            #expect(error.finding["found"] == "9999")
        }
    }

    @Test("a database that was not migrated is refused by open, and may be looked at", arguments: Engine.allCases)
    func older(_ engine: Engine) async throws {
        try await withDatabaseURL(engine, .empty) { url in
            let database = try await Database.open(url, DatabaseOptions(.anyOrNew))
            try await database.close()
            await #expect(throws: StoreError.schemaOlder(found: 0, known: Self.known)) {
                try await Database.open(url)
            }
            let seen = try await Database.open(url, DatabaseOptions(.any))
            #expect(try await seen.schemaState().applied == 0)
            try await seen.close()
        }
    }

    @Test("numbers rise by one from 1, names are unique, every text expands on both engines")
    func list() throws {
        for list in [Migrations.all, Migrations.access] {
            #expect(list.map(\.number) == Array(1...list.count))
            #expect(Set(list.map(\.name)).count == list.count)
        }
        for migration in Migrations.all {
            for engine in Engine.allCases {
                let text = try migration.statements(engine)
                #expect(text.contains("STRICT") == (engine == .sqlite && text.contains("CREATE TABLE")))
            }
        }
    }

    @Test(
        "tokens",
        arguments: [
            ("a {id} b {int}", "a INTEGER b INTEGER", "a BIGINT b BIGINT"),
            ("{day},{text}", "TEXT,TEXT", "DATE,TEXT COLLATE \"C\""),
            ("{bytes} {flag}", "BLOB INTEGER", "BYTEA SMALLINT"),
            ("){strict};", ") STRICT;", ");"),
            ("){clustered};", ") WITHOUT ROWID, STRICT;", ");"),
            ("CHECK (a IN ('x',\n 'y'))", "CHECK (a = 'x' OR a = 'y')", "CHECK (a IN ('x',\n 'y'))"),
            ("CHECK (a IN (0, 1, 2))", "CHECK (a = 0 OR a = 1 OR a = 2)", "CHECK (a IN (0, 1, 2))"),
            ("DEFAULT '{}' '{' '{A}' {", "DEFAULT '{}' '{' '{A}' {", "DEFAULT '{}' '{' '{A}' {"),
        ])
    func tokens(_ text: String, _ sqlite: String, _ postgres: String) throws {
        #expect(try MigrationTokens.expand(text, .sqlite) == sqlite)
        #expect(try MigrationTokens.expand(text, .postgres) == postgres)
    }

    @Test("an unknown token is refused")
    func unknownToken() {
        #expect(throws: StoreError.migrationToken("txet")) { try MigrationTokens.expand("{txet}", .sqlite) }
    }
}
