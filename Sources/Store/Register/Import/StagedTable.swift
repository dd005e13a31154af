/// A temporary table that the lines of one table of a bundle go into, as they came: with references by number or code.
package struct StagedTable: Sendable {
    /// The bundle's name of the table, e.g. `stays`.
    package let part: String
    package let name: String
    /// What a loader writes, in this order, behind the line number.
    package let columns: [Column]
    /// What the store works out.
    let derived: [Column]

    package struct Column: Sendable {
        package let name: String
        /// A token of `MigrationTokens`.
        let type: String

        init(_ name: String, _ type: String = "text") {
            self.name = name
            self.type = type
        }
    }

    init(_ part: String, _ name: String, _ columns: [Column], derived: [Column] = []) {
        self.part = part
        self.name = name
        self.columns = columns
        self.derived = derived
    }

    /// What `bulkInsert` is told.
    package var loaded: [String] { ["line"] + columns.map(\.name) }

    func creation(_ dialect: Dialect) throws -> String {
        // On SQLite the line is the row's own number; on PostgreSQL an index would only slow down COPY.
        let line = dialect.pick(sqlite: "line INTEGER PRIMARY KEY", postgres: "line BIGINT NOT NULL")
        let fields = (columns + derived).map { "\($0.name) {\($0.type)}" }
        let text = "CREATE TEMP TABLE \(name) (\(([line] + fields).joined(separator: ", ")))"
        return try MigrationTokens.expand(text, dialect)
    }
}

extension StagedTable.Column {
    static func day(_ name: String) -> StagedTable.Column { .init(name, "day") }
    static func int(_ name: String) -> StagedTable.Column { .init(name, "int") }
    static func id(_ name: String) -> StagedTable.Column { .init(name, "id") }
    static func flag(_ name: String) -> StagedTable.Column { .init(name, "flag") }
}

extension StagedTable.Column: ExpressibleByStringLiteral {
    package init(stringLiteral name: String) { self.init(name) }
}
