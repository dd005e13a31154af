/// A department's own value of a parameter, with its justification (PRO-13). Every value that ever held stays.
package struct SettingRow: Sendable, Hashable {
    package let department: String
    package let name: String
    /// JSON.
    package let value: String
    package let justification: String
    package let decidedBy: String
    /// UTC, ISO 8601.
    package let decidedAt: String

    package init(
        department: String, name: String, value: String, justification: String, decided: (by: String, at: String)
    ) {
        self.department = department
        self.name = name
        self.value = value
        self.justification = justification
        decidedBy = decided.by
        decidedAt = decided.at
    }
}

extension Connection {
    /// The value in force of each setting of a name, by department.
    package func settings(named name: String) throws -> [String: String] {
        let rows = try all(
            "SELECT department, value FROM setting WHERE name = ? ORDER BY department, decided_at", [.text(name)],
            { ($0.text(0), $0.text(1)) })
        return Dictionary(rows) { _, last in last }
    }

    /// All values of a department, the oldest first; of one name where it is given.
    package func settingHistory(department: String, name: String? = nil) throws -> [SettingRow] {
        var sql = """
            SELECT department, name, value, justification, decided_by, decided_at FROM setting WHERE department = ?
            """
        var arguments: [SQLValue] = [.text(department)]
        if let name {
            sql += " AND name = ?"
            arguments.append(.text(name))
        }
        return try all(sql + " ORDER BY name, decided_at", arguments) { row in
            SettingRow(
                department: row.text(0), name: row.text(1), value: row.text(2), justification: row.text(3),
                decided: (row.text(4), row.text(5)))
        }
    }

    /// Adds a value. Two decisions within one second are one: the later holds.
    package func insert(_ setting: SettingRow) throws {
        try execute(
            """
            INSERT INTO setting (department, name, value, justification, decided_by, decided_at)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (department, name, decided_at) DO UPDATE SET
                value = excluded.value, justification = excluded.justification, decided_by = excluded.decided_by
            """,
            [
                .text(setting.department), .text(setting.name), .text(setting.value), .text(setting.justification),
                .text(setting.decidedBy), .text(setting.decidedAt),
            ])
    }
}
