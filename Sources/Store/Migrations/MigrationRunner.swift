/// Brings a database to this program's version. Safe when two processes do it at once: the second waits, and
/// finds nothing left to do.
struct MigrationRunner {
    let migrations: [Migration]
    let dialect: Dialect
    /// UTC, ISO 8601.
    let now: String

    /// A migration as `schema_migration` remembers it.
    private struct Applied {
        let number: Int
        let digest: String
    }

    /// Applies the next missing migration and returns its number, or nil when none is missing.
    func applyNext(_ connection: Connection) throws -> Int? {
        try connection.lock(.migration)
        try connection.script(
            try MigrationTokens.expand(
                """
                CREATE TABLE IF NOT EXISTS schema_migration (
                    number {int} NOT NULL PRIMARY KEY,
                    name {text} NOT NULL,
                    digest {text} NOT NULL,
                    applied_at {time} NOT NULL
                ){strict}
                """, dialect))
        let applied = try verifyApplied(connection)
        guard let next = migrations.first(where: { $0.number > applied }) else { return nil }
        let statements = try next.statements(dialect)
        try connection.script(statements)
        try connection.execute(
            "INSERT INTO schema_migration (number, name, digest, applied_at) VALUES (?, ?, ?, ?)",
            [.int(next.number), .text(next.name), .text(digest(statements)), .text(now)])
        return next.number
    }

    /// Checks that what was applied is what this program holds, and returns the highest number.
    /// - Throws: `.schemaNewer`, `.migrationChanged`.
    func verifyApplied(_ connection: Connection) throws -> Int {
        let applied = try connection.all("SELECT number, digest FROM schema_migration ORDER BY number") {
            Applied(number: Int($0.int(0)), digest: $0.text(1))
        }
        let known = migrations.last?.number ?? 0
        if let last = applied.last, last.number > known {
            throw StoreError.schemaNewer(found: last.number, known: known)
        }
        for (index, entry) in applied.enumerated() {
            guard index < migrations.count, migrations[index].number == entry.number,
                digest(try migrations[index].statements(dialect)) == entry.digest
            else { throw StoreError.migrationChanged(number: entry.number) }
        }
        return applied.last?.number ?? 0
    }

    private func digest(_ statements: String) -> String { ContentDigest(of: Array(statements.utf8)).hex }
}

extension Database {
    /// Applies the migrations that are missing, each in its own transaction, and returns their numbers.
    /// - Parameter now: UTC, ISO 8601.
    /// - Throws: `.notVigie` for another program's database, `.schemaNewer`, `.migrationChanged`.
    @discardableResult
    package func migrate(now: String, _ migrations: [Migration]? = nil) async throws -> [Int] {
        let runner = MigrationRunner(migrations: migrations ?? self.migrations, dialect: dialect, now: now)
        let place = url.description
        if try await read({ try SchemaState.tables($0) }) == .foreign { throw StoreError.notVigie(place: place) }
        var applied: [Int] = []
        while let number = try await write({ try runner.applyNext($0) }) { applied.append(number) }
        return applied
    }
}
