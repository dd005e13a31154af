import Kernel

/// Cattle of a breed on the department's holdings, and how many have a production type.
package struct BreedCount: Sendable, Hashable {
    package let breed: String
    package let animals: Int
    package let typed: Int
}

extension Connection {
    /// Every breed present in the department, the most frequent first.
    package func breedCounts(department: String) throws -> [BreedCount] {
        try all(
            """
            SELECT a.breed, count(*), sum(CASE WHEN a.production_type IS NULL THEN 0 ELSE 1 END)
            FROM stay y JOIN holding g ON g.id = y.holding_id JOIN animal a ON a.id = y.animal_id
            WHERE g.department = ? AND y.left_on IS NULL AND y.retracted_at IS NULL AND a.sex = 'F'
            GROUP BY a.breed ORDER BY 2 DESC, a.breed
            """, [.text(department)]
        ) { BreedCount(breed: $0.text(0), animals: Int($0.int(1)), typed: Int($0.int(2))) }
    }

    /// Females whose type is not the one of their herd's class, herd by herd (2.6.1): dairy ones in a beef herd and the
    /// other way round. That may be right; it is shown before a campaign, not corrected.
    package func typesAgainstHerds(department: String) throws -> [[String]] {
        try textRows(
            """
            SELECT g.number, h.code, h.class, count(*)
            FROM herd h JOIN holding g ON g.id = h.holding_id
            JOIN herd_assignment s ON s.herd_id = h.id AND s.until IS NULL AND s.retracted_at IS NULL
            JOIN animal a ON a.id = s.animal_id AND a.sex = 'F' AND a.production_type IN ('dairy', 'beef')
                AND a.production_type <> h.class
            WHERE h.department = ? AND h.closed_on IS NULL AND h.class IN ('dairy', 'beef')
                AND h.orientation <> 'mixed'
            GROUP BY g.number, h.code, h.class ORDER BY g.number, h.code
            """, [.text(department)], columns: 4)
    }
}
