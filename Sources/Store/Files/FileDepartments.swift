import Kernel

/// Where what a file names lies: by it one learns for whom the file is.
extension Connection {
    /// Whether the department has anything here: an organisation, a campaign or a herd.
    package func knowsDepartment(_ code: String) throws -> Bool {
        for table in ["organisation", "campaign", "herd"] {
            let found = try first("SELECT 1 FROM \(table) WHERE department = ? LIMIT 1", [.text(code)]) { $0.int(0) }
            if found != nil { return true }
        }
        return false
    }

    package func departmentOfOrganisation(code: String) throws -> String? {
        try first("SELECT department FROM organisation WHERE code = ?", [.text(code)]) { $0.textOrNil(0) } ?? nil
    }

    package func departments(ofInterventions numbers: [String]) throws -> Set<String> {
        try departments("SELECT DISTINCT department FROM intervention WHERE number", numbers)
    }

    package func departments(ofHoldings numbers: [String]) throws -> Set<String> {
        try departments("SELECT DISTINCT department FROM holding WHERE number", numbers)
    }

    /// Of the herds that the animals stand in, or stood in last.
    package func departments(ofAnimals numbers: [String]) throws -> Set<String> {
        try departments(
            """
            SELECT DISTINCT h.department FROM animal a
            JOIN herd_assignment s ON s.animal_id = a.id AND s.retracted_at IS NULL
            JOIN herd h ON h.id = s.herd_id
            WHERE NOT EXISTS (SELECT 1 FROM herd_assignment l WHERE l.animal_id = a.id AND l.retracted_at IS NULL
                    AND l.since > s.since)
                AND a.number
            """, numbers)
    }

    /// - Parameter select: up to the column that the numbers are looked up in.
    private func departments(_ select: String, _ numbers: [String]) throws -> Set<String> {
        guard !numbers.isEmpty else { return [] }
        let places = numbers.map { _ in "?" }.joined(separator: ", ")
        return Set(try all("\(select) IN (\(places))", numbers.map { .text($0) }) { $0.text(0) })
    }
}
