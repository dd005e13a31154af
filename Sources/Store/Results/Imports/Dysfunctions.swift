import Kernel

/// A malfunction to be reported at the end of the campaign (PRO-216 to PRO-218).
package struct Dysfunction: Sendable, Hashable {
    package let department: String
    package var campaign: Int64?
    package var intervention: Int64?
    /// `milk-late`, `wrong-matrix`, `not-analysed`, `ABSRAP`, `RAPNONCONF`, `NUMBOVNONNEG`, …
    package let kind: String
    /// Who is concerned: a laboratory's code, a veterinarian's number.
    package let concerned: String?
    /// JSON.
    package let facts: String

    package init(_ kind: String, department: String, concerned: String?, facts: String) {
        self.kind = kind
        self.department = department
        self.concerned = concerned
        self.facts = facts
    }
}

/// A malfunction as it is listed.
package struct DysfunctionRow: Sendable, Hashable, Encodable {
    package let kind: String
    package let intervention: String?
    package let concerned: String?
    package let notedOn: Day
    package let notedBy: String
    package let facts: String
}

extension Connection {
    /// Those of a campaign, and those of its department since its start that belong to none; the oldest first.
    package func dysfunctions(
        campaign: (id: Int64, department: String, start: Day), kind: String?
    ) throws -> [DysfunctionRow] {
        try all(
            """
            SELECT d.kind, i.number, d.concerned, d.noted_on, d.noted_by, d.facts FROM dysfunction d
            LEFT JOIN intervention i ON i.campaign_id = d.campaign_id AND i.id = d.intervention_id
            WHERE (d.campaign_id = ? OR (d.campaign_id IS NULL AND d.department = ? AND d.noted_on >= ?))
                \(kind == nil ? "" : "AND d.kind = ?")
            ORDER BY d.noted_on, d.id
            """,
            [.int(campaign.id), .text(campaign.department), .day(campaign.start)] + (kind.map { [.text($0)] } ?? [])
        ) { row in
            DysfunctionRow(
                kind: row.text(0), intervention: row.textOrNil(1), concerned: row.textOrNil(2), notedOn: row.day(3),
                notedBy: row.text(4), facts: row.text(5))
        }
    }

    package func record(_ dysfunctions: [Dysfunction], on day: Day, by actor: String) throws {
        guard !dysfunctions.isEmpty else { return }
        var ids = try takeIDs(dysfunctions.count)
        for dysfunction in dysfunctions {
            try execute(
                """
                INSERT INTO dysfunction
                    (id, department, campaign_id, intervention_id, kind, concerned, noted_on, noted_by, facts)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    .int(ids.next()), .text(dysfunction.department), .intOrNull(dysfunction.campaign),
                    .intOrNull(dysfunction.intervention), .text(dysfunction.kind), .textOrNull(dysfunction.concerned),
                    .day(day), .text(actor), .text(dysfunction.facts),
                ])
        }
    }
}
