import Kernel

/// A herd by what people know it by, with what an editor has to know before changing it.
package struct HerdIdentity: Sendable, Hashable {
    package let id: Int64
    package let holding: String
    package let code: String
    package let department: String
    package let herdClass: String
    package let openedOn: Day?
    package let closedOn: Day?
}

extension Connection {
    /// Herds of a holding, or the one with a code; only those within reach where one is given.
    package func herds(
        of holding: HoldingNumber, code: String? = nil, within reach: Reach? = nil
    ) throws -> [HerdIdentity] {
        var sql = """
            SELECT h.id, g.number, h.code, h.department, h.class, h.opened_on, h.closed_on
            FROM herd h JOIN holding g ON g.id = h.holding_id WHERE g.number = ?
            """
        var arguments: [SQLValue] = [.text(holding.description)]
        if let code {
            sql += " AND h.code = ?"
            arguments.append(.text(code))
        }
        if let own = reach?.herd("h") {
            sql += " AND \(own.sql)"
            arguments += own.arguments
        }
        return try all(sql + " ORDER BY h.code", arguments) { row in
            HerdIdentity(
                id: row.int(0), holding: row.text(1), code: row.text(2), department: row.text(3),
                herdClass: row.text(4), openedOn: row.dayOrNil(5), closedOn: row.dayOrNil(6))
        }
    }

    /// Animals assigned to a herd on a day.
    package func animalCount(ofHerd id: Int64, on day: Day) throws -> Int {
        try count(
            """
            SELECT count(*) FROM herd_assignment
            WHERE herd_id = ? AND retracted_at IS NULL AND since <= ? AND (until IS NULL OR until > ?)
            """, [.int(id), .day(day), .day(day)])
    }

    package func setClosing(ofHerd id: Int64, to day: Day?) throws {
        try execute("UPDATE herd SET closed_on = ? WHERE id = ?", [SQLValue(day), .int(id)])
    }
}
