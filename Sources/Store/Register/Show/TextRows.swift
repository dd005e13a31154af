extension Connection {
    /// Rows as text, empty for NULL: what a dossier shows.
    package func textRows(_ sql: String, _ arguments: [SQLValue], columns: Int) throws -> [[String]] {
        try all(sql, arguments) { row in
            var fields: [String] = []
            for column in 0..<columns { fields.append(row.textOrNil(column) ?? "") }
            return fields
        }
    }
}
