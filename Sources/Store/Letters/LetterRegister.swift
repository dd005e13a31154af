import Kernel

/// One line of the register of letters (PRO-162).
package struct LetterEntry: Sendable, Hashable {
    package let id: Int64
    package let kind: String
    /// Empty for a letter about no single intervention.
    package let intervention: String
    package let recipient: String
    package let copyTo: String
    package let writtenOn: Day
    package let writtenBy: String
    package let sentOn: Day?
    package let documentDigest: String
    package let factsJSON: String
}

/// Which letters of a campaign; what is nil or empty does not narrow.
package struct LetterFilter: Sendable, Hashable {
    package var ids: [Int64] = []
    package var kind: String?
    /// Number of the intervention.
    package var intervention: String?
    package var isUnsent = false

    package init() {}
}

extension Connection {
    /// The letters of a campaign in the order in which they were written.
    package func letters(of campaign: Int64, _ filter: LetterFilter) throws -> [LetterEntry] {
        var conditions = ["l.campaign_id = ?"]
        var arguments: [SQLValue] = [.int(campaign)]
        if !filter.ids.isEmpty {
            conditions.append("l.id IN (\(filter.ids.map { _ in "?" }.joined(separator: ", ")))")
            arguments += filter.ids.map { .int($0) }
        }
        if let kind = filter.kind {
            conditions.append("l.kind = ?")
            arguments.append(.text(kind))
        }
        if let number = filter.intervention {
            conditions.append("i.number = ?")
            arguments.append(.text(number))
        }
        if filter.isUnsent { conditions.append("l.sent_on IS NULL") }
        return try all(
            """
            SELECT l.id, l.kind, COALESCE(i.number, ''), l.recipient, COALESCE(l.copy_to, ''), l.written_on,
                l.written_by, l.sent_on, l.document_digest, l.facts
            FROM letter l
            LEFT JOIN intervention i ON i.campaign_id = l.campaign_id AND i.id = l.intervention_id
            WHERE \(conditions.joined(separator: " AND "))
            ORDER BY l.written_on, l.id
            """, arguments
        ) { row in
            LetterEntry(
                id: row.int(0), kind: row.text(1), intervention: row.text(2), recipient: row.text(3),
                copyTo: row.text(4), writtenOn: row.day(5), writtenBy: row.text(6), sentOn: row.dayOrNil(7),
                documentDigest: row.text(8), factsJSON: row.text(9))
        }
    }

    /// Enters the day on which a letter was sent; one that is sent already keeps its day. Says whether it did.
    package func markSent(_ letter: Int64, on day: Day) throws -> Bool {
        try execute("UPDATE letter SET sent_on = ? WHERE id = ? AND sent_on IS NULL", [.day(day), .int(letter)]) > 0
    }

    /// Ids of the planned interventions with these numbers, or of a holding; all of the campaign without either.
    package func letterCandidates(of campaign: Int64, numbers: [String], holding: String?) throws -> [Int64] {
        var conditions = ["i.campaign_id = ?", "i.state = 'planned'"]
        var arguments: [SQLValue] = [.int(campaign)]
        if !numbers.isEmpty {
            conditions.append("i.number IN (\(numbers.map { _ in "?" }.joined(separator: ", ")))")
            arguments += numbers.map { .text($0) }
        }
        if let holding {
            conditions.append("g.number = ?")
            arguments.append(.text(holding))
        }
        return try all(
            """
            SELECT i.id FROM intervention i
            JOIN herd h ON h.id = i.herd_id
            JOIN holding g ON g.id = h.holding_id
            WHERE \(conditions.joined(separator: " AND ")) ORDER BY i.number
            """, arguments
        ) { $0.int(0) }
    }
}
