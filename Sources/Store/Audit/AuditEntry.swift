/// Who did what, when, for whom: one entry per intention, written by the transaction that carries it out.
package struct AuditEntry: Hashable, Sendable {
    package let id: Int64
    /// UTC, ISO 8601.
    package let at: String
    package let actor: String
    package let role: String
    /// The intention's stable name, e.g. `import-register`.
    package let intention: String
    package var department: String?
    /// What it was done to, e.g. `intervention:4711`.
    package var subject: String?
    /// The payload's digest; the bytes may be stored as a blob, and be destroyed later.
    package var payload: ContentDigest?
    /// For a batch: what happened to each part.
    package var details: [AuditDetail] = []

    package init(id: Int64, at: String, actor: String, role: String, intention: String) {
        self.id = id
        self.at = at
        self.actor = actor
        self.role = role
        self.intention = intention
    }
}

/// One part of a batch.
package struct AuditDetail: Hashable, Sendable {
    package let subject: String
    /// A stable code, e.g. `edited`.
    package let outcome: String
    package let payload: ContentDigest?

    package init(subject: String, outcome: String, payload: ContentDigest? = nil) {
        self.subject = subject
        self.outcome = outcome
        self.payload = payload
    }
}

extension Connection {
    /// Writes the entry with its own digest. It joins the chain when the sealer comes by.
    package func audit(_ entry: AuditEntry) throws {
        try execute(
            """
            INSERT INTO audit_entry
                (id, at, actor, role, intention, department, subject, payload_digest, digest)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .int(entry.id), .text(entry.at), .text(entry.actor), .text(entry.role), .text(entry.intention),
                SQLValue(entry.department), SQLValue(entry.subject), SQLValue(entry.payload),
                SQLValue(AuditHash.digest(of: entry)),
            ])
        guard !entry.details.isEmpty else { return }
        try bulkInsert(
            into: "audit_detail", columns: ["entry_id", "position", "subject", "outcome", "payload_digest"]
        ) { writer in
            for (index, detail) in entry.details.enumerated() {
                writer.int(entry.id)
                writer.int(index + 1)
                writer.text(detail.subject)
                writer.text(detail.outcome)
                writer.text(detail.payload?.hex)
                try writer.endRow()
            }
        }
    }
}
