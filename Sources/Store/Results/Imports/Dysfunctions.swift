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

extension Connection {
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
