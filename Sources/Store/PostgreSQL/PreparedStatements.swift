import CPostgreSQL

/// The statements that one connection has prepared, by text and argument types.
struct PreparedStatements {
    private struct Key: Hashable {
        let sql: String
        let types: [Oid]
    }

    /// More texts than this are made by a loop, not written by a person: start anew.
    private static let limit = 512
    private var names: [Key: String] = [:]
    private var numbered: [String: (sql: String, count: Int)] = [:]

    /// The statement's name; `prepare` is called at first, `reset` before the names begin anew.
    /// - Throws: `.valueCount` when arguments and placeholders differ in number.
    mutating func name(
        _ sql: String, _ types: [Oid], prepare: (String, String, [Oid]) throws -> Void, reset: () throws -> Void
    ) throws -> String {
        let key = Key(sql: sql, types: types)
        if let name = names[key] { return name }
        if names.count >= PreparedStatements.limit {
            try reset()
            names = [:]
        }
        let name = "v\(names.count)"
        try prepare(name, try text(sql, types.count), types)
        names[key] = name
        return name
    }

    /// The text with numbered placeholders.
    mutating func text(_ sql: String, _ count: Int) throws -> String {
        let found = numbered[sql] ?? numberedPlaceholders(sql)
        if numbered.count >= PreparedStatements.limit { numbered = [:] }
        numbered[sql] = found
        guard found.count == count else { throw StoreError.valueCount(expected: found.count, given: count) }
        return found.sql
    }
}
