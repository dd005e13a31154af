extension Connection {
    /// The value in force of each setting of a name, by department.
    package func settings(named name: String) throws -> [String: String] {
        let rows = try all(
            "SELECT department, value FROM setting WHERE name = ? ORDER BY department, decided_at", [.text(name)],
            { ($0.text(0), $0.text(1)) })
        return Dictionary(rows) { _, last in last }
    }
}
