import Kernel

extension Connection {
    /// Holdings of the department by number, with the day on which they ended.
    package func holdingStates(department: String) throws -> [String: Day?] {
        let rows = try all("SELECT number, closed_on FROM holding WHERE department = ?", [.text(department)]) {
            ($0.text(0), $0.dayOrNil(1))
        }
        return Dictionary(rows) { first, _ in first }
    }

    /// SIRET numbers of the department by holding.
    package func registeredSirets(department: String) throws -> [String: Set<String>] {
        let rows = try all(
            """
            SELECT h.number, e.siret FROM establishment e JOIN holding h ON h.id = e.holding_id
            WHERE h.department = ? AND e.siret IS NOT NULL
            """, [.text(department)]
        ) { ($0.text(0), Set([$0.text(1)])) }
        return Dictionary(rows) { $0.union($1) }
    }
}
