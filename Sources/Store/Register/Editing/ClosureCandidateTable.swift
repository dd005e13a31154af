import Kernel

/// A holding or herd that a full bundle no longer held.
package struct ClosureCandidate: Sendable, Hashable {
    package let importID: Int64
    package let kind: String
    package let subjectID: Int64
    package let holding: String
    package let herd: String?
    package let department: String
    /// The day on which the bundle came.
    package let absentOn: Day
}

extension Connection {
    package func openClosureCandidates(department: String) throws -> [ClosureCandidate] {
        try all(
            """
            SELECT c.import_id, c.kind, c.subject_id, COALESCE(g.number, p.number), h.code,
                COALESCE(g.department, h.department), r.received_on
            FROM closure_candidate c JOIN import_run r ON r.id = c.import_id
            LEFT JOIN holding g ON c.kind = 'holding' AND g.id = c.subject_id
            LEFT JOIN herd h ON c.kind = 'herd' AND h.id = c.subject_id
            LEFT JOIN holding p ON p.id = h.holding_id
            WHERE c.state = 'open' AND r.department = ? ORDER BY 4, 5
            """, [.text(department)]
        ) { row in
            ClosureCandidate(
                importID: row.int(0), kind: row.text(1), subjectID: row.int(2), holding: row.text(3),
                herd: row.textOrNil(4), department: row.text(5), absentOn: row.day(6))
        }
    }

    package func settle(_ candidate: ClosureCandidate, as state: String, by who: (actor: String, at: String)) throws {
        try execute(
            """
            UPDATE closure_candidate SET state = ?, resolved_by = ?, resolved_at = ?
            WHERE import_id = ? AND kind = ? AND subject_id = ? AND state = 'open'
            """,
            [
                .text(state), .text(who.actor), .text(who.at), .int(candidate.importID), .text(candidate.kind),
                .int(candidate.subjectID),
            ])
    }

    package func close(_ candidate: ClosureCandidate, on day: Day) throws {
        let table = candidate.kind == "herd" ? "herd" : "holding"
        try execute(
            "UPDATE \(table) SET closed_on = ? WHERE id = ? AND closed_on IS NULL",
            [.day(day), .int(candidate.subjectID)])
    }
}
