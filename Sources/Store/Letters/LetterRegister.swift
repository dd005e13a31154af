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
    /// The order in which they were written, or the other way round.
    package var newestFirst = false
    /// Letters before those that are wanted.
    package var offset = 0
    package var limit: Int?

    package init() {}
}

extension LetterFilter {
    fileprivate func conditions(_ campaign: Int64) -> (text: String, arguments: [SQLValue]) {
        var conditions = ["l.campaign_id = ?"]
        var arguments: [SQLValue] = [.int(campaign)]
        if !ids.isEmpty {
            conditions.append("l.id IN (\(ids.map { _ in "?" }.joined(separator: ", ")))")
            arguments += ids.map { .int($0) }
        }
        if let kind {
            conditions.append("l.kind = ?")
            arguments.append(.text(kind))
        }
        if let intervention {
            conditions.append("i.number = ?")
            arguments.append(.text(intervention))
        }
        if isUnsent { conditions.append("l.sent_on IS NULL") }
        return (conditions.joined(separator: " AND "), arguments)
    }
}

extension Connection {
    /// The letters of a campaign in the order in which they were written.
    package func letters(of campaign: Int64, _ filter: LetterFilter) throws -> [LetterEntry] {
        var (conditions, arguments) = filter.conditions(campaign)
        let order = filter.newestFirst ? "l.written_on DESC, l.id DESC" : "l.written_on, l.id"
        if let limit = filter.limit {
            conditions += " ORDER BY \(order) LIMIT ? OFFSET ?"
            arguments += [.int(Int64(limit)), .int(Int64(filter.offset))]
        } else {
            conditions += " ORDER BY \(order)"
        }
        return try all(
            """
            SELECT l.id, l.kind, COALESCE(i.number, ''), l.recipient, COALESCE(l.copy_to, ''), l.written_on,
                l.written_by, l.sent_on, l.document_digest, l.facts
            FROM letter l
            LEFT JOIN intervention i ON i.campaign_id = l.campaign_id AND i.id = l.intervention_id
            WHERE \(conditions)
            """, arguments
        ) { row in
            LetterEntry(
                id: row.int(0), kind: row.text(1), intervention: row.text(2), recipient: row.text(3),
                copyTo: row.text(4), writtenOn: row.day(5), writtenBy: row.text(6), sentOn: row.dayOrNil(7),
                documentDigest: row.text(8), factsJSON: row.text(9))
        }
    }

    /// How many letters there are, whatever the part of them that is wanted.
    package func letterCount(of campaign: Int64, _ filter: LetterFilter) throws -> Int {
        let (conditions, arguments) = filter.conditions(campaign)
        return try first(
            """
            SELECT COUNT(*) FROM letter l
            LEFT JOIN intervention i ON i.campaign_id = l.campaign_id AND i.id = l.intervention_id
            WHERE \(conditions)
            """, arguments
        ) { Int($0.int(0)) } ?? 0
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
