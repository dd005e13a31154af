import Kernel

/// One decision on a department's settings: the latest of a name counts, the others are its history (PRO-13, PRO-15).
package struct SettingEntry: Sendable, Hashable {
    package let department: String
    package let name: String
    package let valueJSON: String
    package let justification: String
    package let decidedBy: String
    package let decidedAt: String

    package init(
        department: String, name: String, valueJSON: String, justification: String, decided: (by: String, at: String)
    ) {
        self.department = department
        self.name = name
        self.valueJSON = valueJSON
        self.justification = justification
        (decidedBy, decidedAt) = decided
    }
}

extension Connection {
    /// The latest first.
    package func settingHistory(department: String, name: String) throws -> [SettingEntry] {
        try all(
            """
            SELECT value, justification, decided_by, decided_at FROM setting
            WHERE department = ? AND name = ? ORDER BY decided_at DESC
            """, [.text(department), .text(name)]
        ) { row in
            SettingEntry(
                department: department, name: name, valueJSON: row.text(0), justification: row.text(1),
                decided: (row.text(2), row.text(3)))
        }
    }

    /// Of a name and of all names below it (`laboratories`, `laboratories.BRU`), the latest first.
    package func settingHistory(department: String, under name: String) throws -> [SettingEntry] {
        try all(
            """
            SELECT name, value, justification, decided_by, decided_at FROM setting
            WHERE department = ? AND (name = ? OR (name > ? AND name < ?)) ORDER BY decided_at DESC, name
            """, [.text(department), .text(name), .text(name + "."), .text(name + "/")]
        ) { row in
            SettingEntry(
                department: department, name: row.text(0), valueJSON: row.text(1), justification: row.text(2),
                decided: (row.text(3), row.text(4)))
        }
    }

    /// Two decisions on one name in the same second: the later one stands.
    package func record(_ entry: SettingEntry) throws {
        try execute(
            """
            INSERT INTO setting (department, name, value, justification, decided_by, decided_at)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (department, name, decided_at) DO UPDATE
            SET value = excluded.value, justification = excluded.justification, decided_by = excluded.decided_by
            """,
            [
                .text(entry.department), .text(entry.name), .text(entry.valueJSON), .text(entry.justification),
                .text(entry.decidedBy), .text(entry.decidedAt),
            ])
    }
}
