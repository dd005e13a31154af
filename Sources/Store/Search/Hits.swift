import Kernel

/// A holding that was searched for.
package struct HoldingHit: Sendable, Hashable {
    package let number: String
    package let name: String
    package let commune: String
    package let department: String
    /// Its herds within reach that are open.
    package let herds: Int
    package let closedOn: Day?
}

/// An animal that was searched for, where it is now.
package struct AnimalHit: Sendable, Hashable {
    package let number: String
    package let workingNumber: String
    package let holding: String
    package let name: String
    package let herd: String
}

/// What a holding is searched by.
package enum HoldingSearch: Sendable, Hashable {
    /// First digits of an EDE number.
    case number(String)
    /// Words of the name, or the first of a commune's, as `SearchName` writes them; not empty.
    case words([String])
}

extension Connection {
    /// A page in the order of the numbers, from after `after` on.
    package func holdings(
        _ search: HoldingSearch, within reach: Reach, after: String?, limit: Int
    ) throws -> [HoldingHit] {
        let (own, herds) = (reach.holding("g"), reach.herd("h"))
        let condition = search.condition
        return try all(
            """
            SELECT g.number, g.name, COALESCE(c.name, g.town, ''), g.department,
                (SELECT count(*) FROM herd h WHERE h.holding_id = g.id AND h.closed_on IS NULL AND \(herds.sql)),
                g.closed_on
            FROM holding g LEFT JOIN commune c ON c.insee = g.insee
            WHERE g.number > ? AND \(own.sql) AND \(condition.sql) ORDER BY g.number LIMIT ?
            """,
            herds.arguments + [.text(after ?? "")] + own.arguments + condition.arguments + [.int(Int64(limit))]
        ) { row in
            HoldingHit(
                number: row.text(0), name: row.text(1), commune: row.text(2), department: row.text(3),
                herds: Int(row.int(4)), closedOn: row.dayOrNil(5))
        }
    }

    /// Animals that are in a herd within reach now, by working number.
    package func animals(
        workingNumber: String, within reach: Reach, after: String?, limit: Int
    ) throws -> [AnimalHit] {
        let own = reach.herd("h")
        return try all(
            """
            SELECT a.number, a.working_number, g.number, g.name, h.code FROM animal a
            JOIN herd_assignment s ON s.animal_id = a.id AND s.retracted_at IS NULL AND s.until IS NULL
            JOIN herd h ON h.id = s.herd_id JOIN holding g ON g.id = h.holding_id
            WHERE a.working_number = ? AND a.number > ? AND \(own.sql) ORDER BY a.number, h.id LIMIT ?
            """,
            [.text(workingNumber), .text(after ?? "")] + own.arguments + [.int(Int64(limit))]
        ) { row in
            AnimalHit(
                number: row.text(0), workingNumber: row.text(1), holding: row.text(2), name: row.text(3),
                herd: row.text(4))
        }
    }
}

extension HoldingSearch {
    fileprivate var condition: SQLCondition {
        switch self {
        case .number(let digits):
            // Digits only: the colon comes right after the nine.
            return SQLCondition("g.number >= ? AND g.number < ?", [.text(digits), .text(digits + ":")])
        case .words(let words):
            let name = words.map { _ in "g.search_name LIKE ?" }.joined(separator: " AND ")
            return SQLCondition(
                "((\(name)) OR c.search_name LIKE ?)",
                words.map { .text("%\($0)%") } + [.text(words.joined(separator: " ") + "%")])
        }
    }
}
