import Kernel

/// A letter that was sent about an intervention within reach.
package struct OwnLetter: Sendable, Hashable {
    package let id: Int64
    package let kind: String
    package let intervention: String
    package let department: String
    package let holding: String
    package let sentOn: Day
    package let documentDigest: String
}

extension Connection {
    /// The latest letters of these kinds that were sent; `id` asks for one of them.
    package func ownLetters(
        _ kinds: [String], within reach: Reach, id: Int64? = nil, limit: Int
    ) throws -> [OwnLetter] {
        guard !kinds.isEmpty else { return [] }
        let own = reach.intervention("i")
        let places = kinds.map { _ in "?" }.joined(separator: ", ")
        return try all(
            """
            SELECT l.id, l.kind, i.number, g.number, l.sent_on, l.document_digest, i.department
            FROM letter l
            JOIN intervention i ON i.campaign_id = l.campaign_id AND i.id = l.intervention_id
            JOIN herd h ON h.id = i.herd_id JOIN holding g ON g.id = h.holding_id
            WHERE l.sent_on IS NOT NULL AND l.kind IN (\(places)) AND \(own.sql)\(id == nil ? "" : " AND l.id = ?")
            ORDER BY l.sent_on DESC, l.id DESC LIMIT ?
            """,
            kinds.map { .text($0) } + own.arguments + (id.map { [.int($0)] } ?? []) + [.int(Int64(limit))]
        ) { row in
            OwnLetter(
                id: row.int(0), kind: row.text(1), intervention: row.text(2), department: row.text(6),
                holding: row.text(3), sentOn: row.day(4), documentDigest: row.text(5))
        }
    }
}
