import Kernel

/// A holding that has ended, and how many animals are still on it.
package struct ClosedHolding: Sendable, Hashable {
    package let number: String
    package let closedOn: Day
    package let animals: Int
}

extension Connection {
    package func closedHoldingsWithAnimals(department: String, on today: Day) throws -> [ClosedHolding] {
        try all(
            """
            SELECT h.number, h.closed_on, count(*) FROM holding h JOIN stay s ON s.holding_id = h.id
            WHERE h.department = ? AND h.closed_on <= ? AND s.left_on IS NULL AND s.retracted_at IS NULL
            GROUP BY h.number, h.closed_on ORDER BY h.number
            """, [.text(department), .day(today)]
        ) { ClosedHolding(number: $0.text(0), closedOn: $0.day(1), animals: Int($0.int(2))) }
    }
}
