import Kernel

/// One animal at two places at one time: on one holding the later line is refused, on two both count and are told.
///
/// A stay of the store that a full bundle does not hold any more counts for nothing: it is about to be retracted.
enum StayOverlaps {
    static func judge(_ connection: Connection, _ scope: ImportScope) throws {
        let (stored, arguments) = StoredStays.kept("o", scope)
        let hasStored = try connection.holdsRows("stay")
        try refuseOnOneHolding(connection, "key_stay o", "o.line IS NOT NULL", [])
        if hasStored { try refuseOnOneHolding(connection, "stay o", stored, arguments) }
        try connection.dropRefused(StayPart.table, from: "key_stay")
        try warnOnTwoHoldings(connection, "key_stay o", "o.line IS NOT NULL", [])
        if hasStored { try warnOnTwoHoldings(connection, "stay o", stored, arguments) }
    }

    // CROSS JOIN keeps SQLite to this order: overlaps are few, and only theirs are the lines to be told.

    /// `o` began first, or on the same day under another key, and was not over when `k` began.
    private static let overlap = """
        o.animal_id = k.animal_id
            AND (o.entered_on < k.entered_on OR (o.entered_on = k.entered_on AND o.holding_id < k.holding_id))
            AND (o.left_on IS NULL OR o.left_on > k.entered_on)
        """
    /// The other way round, for pairs of which only one is in the file.
    private static let reverse = """
        o.animal_id = k.animal_id
            AND (o.entered_on > k.entered_on OR (o.entered_on = k.entered_on AND o.holding_id > k.holding_id))
            AND (k.left_on IS NULL OR k.left_on > o.entered_on)
        """

    private static func condition(_ others: String) -> String {
        others.hasPrefix("stay") ? "((\(overlap)) OR (\(reverse)))" : overlap
    }

    private static func refuseOnOneHolding(
        _ connection: Connection, _ others: String, _ isOther: String, _ arguments: [SQLValue]
    ) throws {
        try connection.run(
            ImportCheck(
                StayPart.table, .stayOverlapSameHolding, column: "entered", facts: ["animal", "other"],
                """
                SELECT k.line, min(s.animal) AS f1, min(o.entered_on) AS f2
                FROM key_stay k CROSS JOIN \(others) CROSS JOIN in_stay s
                WHERE s.line = k.line AND \(condition(others)) AND o.holding_id = k.holding_id AND \(isOther)
                GROUP BY k.line
                """), arguments)
    }

    private static func warnOnTwoHoldings(
        _ connection: Connection, _ others: String, _ isOther: String, _ arguments: [SQLValue]
    ) throws {
        try connection.run(
            ImportCheck(
                StayPart.table, .stayOverlap, .warning, column: "entered", facts: ["animal", "holding", "other"],
                """
                SELECT k.line, min(s.animal) AS f1, min(s.holding) AS f2, min(m.number) AS f3
                FROM key_stay k CROSS JOIN \(others) CROSS JOIN in_stay s CROSS JOIN map_holding m
                WHERE s.line = k.line AND m.id = o.holding_id AND \(condition(others))
                    AND o.holding_id <> k.holding_id AND \(isOther)
                GROUP BY k.line
                """), arguments)
    }
}
