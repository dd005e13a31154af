import Kernel

/// A herd of a department as a list gives it.
package struct HerdLine: Sendable, Hashable {
    package let holding: String
    package let holdingName: String
    package let insee: String?
    package let code: String
    package let herdClass: String
    package let openedOn: Day?
    package let closedOn: Day?
}

extension Connection {
    /// A page of the herds within reach, in the order of holding number and code, closed ones included.
    /// - Parameters:
    ///   - department: these only; nil: wherever they are.
    ///   - after: holding number and code of the last one of the page before.
    package func herdLines(
        within reach: Reach, department: String?, insee: String?, after: (holding: String, code: String)?, limit: Int
    ) throws -> [HerdLine] {
        let own = reach.herd("h")
        var (conditions, arguments) = ([own.sql], own.arguments)
        if let department {
            conditions.append("h.department = ?")
            arguments.append(.text(department))
        }
        if let insee {
            conditions.append("g.insee = ?")
            arguments.append(.text(insee))
        }
        if let after {
            conditions.append("(g.number > ? OR (g.number = ? AND h.code > ?))")
            arguments += [.text(after.holding), .text(after.holding), .text(after.code)]
        }
        return try all(
            """
            SELECT g.number, g.name, g.insee, h.code, h.class, h.opened_on, h.closed_on
            FROM herd h JOIN holding g ON g.id = h.holding_id
            WHERE \(conditions.joined(separator: " AND ")) ORDER BY g.number, h.code LIMIT ?
            """, arguments + [.int(limit)]
        ) { row in
            HerdLine(
                holding: row.text(0), holdingName: row.text(1), insee: row.textOrNil(2), code: row.text(3),
                herdClass: row.text(4), openedOn: row.dayOrNil(5), closedOn: row.dayOrNil(6))
        }
    }
}
