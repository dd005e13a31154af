import Kernel
import Prophylaxis

/// The milk of a holding was sampled for a disease in the reading window.
package struct MilkSampling: Sendable, Hashable {
    package let holding: String
    package let disease: Disease

    package init(holding: String, disease: Disease) {
        self.holding = holding
        self.disease = disease
    }
}

extension Connection {
    /// First and last sampling day of each holding and disease between two days, both included.
    package func milkSamplings(
        department: String, from start: Day, to end: Day
    ) throws -> [MilkSampling: (first: Day, last: Day)] {
        let rows = try all(
            """
            SELECT g.number, m.disease, min(m.sampled_on), max(m.sampled_on)
            FROM milk_result m JOIN holding g ON g.id = m.holding_id
            WHERE g.department = ? AND m.replaced_by IS NULL AND m.sampled_on >= ? AND m.sampled_on <= ?
            GROUP BY g.number, m.disease
            """, [.text(department), .day(start), .day(end)]
        ) { row in
            (MilkSampling(holding: row.text(0), disease: try row.code(1)), (row.day(2), row.day(3)))
        }
        return Dictionary(rows) { first, _ in first }
    }
}
