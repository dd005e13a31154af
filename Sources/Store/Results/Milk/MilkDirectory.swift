import Kernel

/// What milk lines are checked against: read once, before the file.
package struct MilkDirectory: Sendable {
    package struct Holding: Sendable {
        package let id: Int64
        package let department: String
        package fileprivate(set) var sirets: [String] = []
    }

    package struct Producer: Sendable {
        package let holding: Int64
        package let since: Day
        package let until: Day?

        package func holds(on day: Day) -> Bool { since <= day && (until.map { day <= $0 } ?? true) }
    }

    package fileprivate(set) var holdings: [String: Holding] = [:]
    /// By the laboratory's own number.
    package fileprivate(set) var producers: [String: [Producer]] = [:]
}

extension Connection {
    package func milkDirectory(laboratory: Int64) throws -> MilkDirectory {
        var directory = MilkDirectory()
        try rows("SELECT number, id, department FROM holding") { row in
            directory.holdings[row.text(0)] = MilkDirectory.Holding(id: row.int(1), department: row.text(2))
        }
        try rows(
            """
            SELECT h.number, e.siret FROM establishment e JOIN holding h ON h.id = e.holding_id
            WHERE e.siret IS NOT NULL
            """
        ) { row in directory.holdings[row.text(0)]?.sirets.append(row.text(1)) }
        try rows(
            "SELECT producer_number, holding_id, since, until FROM dairy_producer WHERE laboratory_id = ?",
            [.int(laboratory)]
        ) { row in
            directory.producers[row.text(0), default: []].append(
                MilkDirectory.Producer(holding: row.int(1), since: row.day(2), until: row.dayOrNil(3)))
        }
        return directory
    }

    /// The organisation that sends, by its code.
    package func sender(code: String, kinds: [String]) throws -> (id: Int64, name: String)? {
        let places = kinds.map { _ in "?" }.joined(separator: ", ")
        return try first(
            "SELECT id, name FROM organisation WHERE code = ? AND kind IN (\(places))",
            [.text(code)] + kinds.map { .text($0) }
        ) { ($0.int(0), $0.text(1)) }
    }
}
