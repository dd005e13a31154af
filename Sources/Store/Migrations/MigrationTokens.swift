/// The tokens of a migration's text.
///
/// | token | SQLite | PostgreSQL |
/// |---|---|---|
/// | `{id}`, `{int}` | `INTEGER` | `BIGINT` |
/// | `{flag}` (0 or 1) | `INTEGER` | `SMALLINT` |
/// | `{day}` | `TEXT` | `DATE` |
/// | `{text}`, `{time}`, `{json}` | `TEXT` | `TEXT COLLATE "C"` |
/// | `{bytes}` | `BLOB` | `BYTEA` |
/// | `{strict}` after a table | ` STRICT` | |
/// | `{clustered}` after a table | ` WITHOUT ROWID, STRICT` | |
enum MigrationTokens {
    static func expand(_ text: String, _ dialect: Dialect) throws(StoreError) -> String {
        var output = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            output += rest[..<open]
            let name = rest[rest.index(after: open)...].prefix { $0.isLowercase }
            guard !name.isEmpty, name.endIndex < rest.endIndex, rest[name.endIndex] == "}" else {
                output += "{"
                rest = rest[rest.index(after: open)...]
                continue
            }
            output += try replacement(String(name), dialect)
            rest = rest[rest.index(after: name.endIndex)...]
        }
        return output + rest
    }

    private static func replacement(_ name: String, _ dialect: Dialect) throws(StoreError) -> String {
        switch name {
        case "id", "int": dialect.pick(sqlite: "INTEGER", postgres: "BIGINT")
        case "flag": dialect.pick(sqlite: "INTEGER", postgres: "SMALLINT")
        case "day": dialect.pick(sqlite: "TEXT", postgres: "DATE")
        case "text", "time", "json": dialect.pick(sqlite: "TEXT", postgres: "TEXT COLLATE \"C\"")
        case "bytes": dialect.pick(sqlite: "BLOB", postgres: "BYTEA")
        case "strict": dialect.pick(sqlite: " STRICT", postgres: "")
        case "clustered": dialect.pick(sqlite: " WITHOUT ROWID, STRICT", postgres: "")
        default: throw .migrationToken(name)
        }
    }
}
