import Kernel

/// A review that was made, with its findings archived (PRO-35).
package struct ReviewRow: Sendable, Hashable {
    package let id: Int64
    package let kind: String
    package let department: String
    package let reviewedOn: Day
    package let actor: String
    package let findingCount: Int
    package let findingsDigest: String

    package init(
        id: Int64, kind: String, department: String, made: (on: Day, by: String), findings: (count: Int, digest: String)
    ) {
        self.id = id
        self.kind = kind
        self.department = department
        reviewedOn = made.on
        actor = made.by
        findingCount = findings.count
        findingsDigest = findings.digest
    }
}

extension Connection {
    package func insert(_ review: ReviewRow) throws {
        try execute(
            """
            INSERT INTO review (id, kind, department, reviewed_on, actor, finding_count, findings_digest)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .int(review.id), .text(review.kind), .text(review.department), .day(review.reviewedOn),
                .text(review.actor), .int(review.findingCount), .text(review.findingsDigest),
            ])
    }

    package func reviews(department: String) throws -> [ReviewRow] {
        try all(
            """
            SELECT id, kind, reviewed_on, actor, finding_count, findings_digest FROM review
            WHERE department = ? ORDER BY reviewed_on DESC, id DESC
            """, [.text(department)]
        ) { row in
            ReviewRow(
                id: row.int(0), kind: row.text(1), department: department, made: (row.day(2), row.text(3)),
                findings: (Int(row.int(4)), row.text(5)))
        }
    }
}
