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
/// | `CHECK (c IN ('a', 'b'))` | `CHECK (c = 'a' OR c = 'b')` | as it stands |
///
/// SQLite would look a list of three or more values up in an index that it builds anew for each row: half of the time
/// of writing a campaign's states.
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
        return dialect.pick(sqlite: withoutLists(output + rest), postgres: output + rest)
    }

    private static func withoutLists(_ text: String) -> String {
        text.replacing(/CHECK \((\w+) IN \(([^()]*)\)\)/) { match in
            let values = match.2.split(separator: ",").map { $0.trimmingPrefix(while: \.isWhitespace) }
            return "CHECK (\(values.map { "\(match.1) = \($0)" }.joined(separator: " OR ")))"
        }
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
