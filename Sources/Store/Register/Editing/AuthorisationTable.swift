import Kernel

/// A dated decision of the authority on a herd.
package struct AuthorisationEntry: Sendable, Hashable {
    package let id: Int64
    package let herdID: Int64
    package let kind: String
    package let disease: String?
    package let since: Day
    package let until: Day?
    package let reference: String?

    package init(
        id: Int64, herdID: Int64, what: (kind: String, disease: String?), period: (since: Day, until: Day?),
        reference: String?
    ) {
        self.id = id
        self.herdID = herdID
        kind = what.kind
        disease = what.disease
        since = period.since
        until = period.until
        self.reference = reference
    }
}

extension Connection {
    package func authorisations(ofHerd id: Int64) throws -> [AuthorisationEntry] {
        try all(
            """
            SELECT id, kind, disease, since, until, reference FROM authorisation
            WHERE herd_id = ? ORDER BY since, kind, disease, id
            """, [.int(id)]
        ) { row in
            AuthorisationEntry(
                id: row.int(0), herdID: id, what: (row.text(1), row.textOrNil(2)),
                period: (row.day(3), row.dayOrNil(4)), reference: row.textOrNil(5))
        }
    }

    package func insert(_ entry: AuthorisationEntry) throws {
        try execute(
            """
            INSERT INTO authorisation (id, herd_id, kind, disease, since, until, reference)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .int(entry.id), .int(entry.herdID), .text(entry.kind), SQLValue(entry.disease), .day(entry.since),
                SQLValue(entry.until), SQLValue(entry.reference),
            ])
    }

    package func endAuthorisation(_ id: Int64, on day: Day, reference: String?) throws {
        try execute(
            "UPDATE authorisation SET until = ?, reference = COALESCE(?, reference) WHERE id = ?",
            [.day(day), SQLValue(reference), .int(id)])
    }
}
