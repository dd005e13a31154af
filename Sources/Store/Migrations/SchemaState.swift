/// How far the tables of a database are.
package struct SchemaState: Hashable, Sendable {
    /// The highest migration applied; 0 for an empty database.
    package let applied: Int
    /// The highest that this program knows.
    package let known: Int

    package init(applied: Int, known: Int) {
        self.applied = applied
        self.known = known
    }

    package var isCurrent: Bool { applied == known }

    func requireCurrent() throws(StoreError) {
        if applied > known { throw .schemaNewer(found: applied, known: known) }
        if applied < known { throw .schemaOlder(found: applied, known: known) }
    }

    enum Tables {
        case none
        case vigie
        case foreign
    }

    /// Whose tables the database holds.
    static func tables(_ connection: Connection) throws -> Tables {
        let names = try connection.all(
            connection.dialect.pick(
                sqlite: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'",
                postgres: "SELECT tablename::text FROM pg_catalog.pg_tables WHERE schemaname = current_schema()")
        ) { $0.text(0) }
        if names.isEmpty { return .none }
        return names.contains("schema_migration") ? .vigie : .foreign
    }
}

extension Database {
    package func schemaState() async throws -> SchemaState {
        let known = migrations.last?.number ?? 0
        let place = url.description
        return try await read { connection in
            switch try SchemaState.tables(connection) {
            case .none: return SchemaState(applied: 0, known: known)
            case .foreign: throw StoreError.notVigie(place: place)
            case .vigie:
                let applied = try connection.count("SELECT coalesce(max(number), 0) FROM schema_migration")
                return SchemaState(applied: applied, known: known)
            }
        }
    }
}
