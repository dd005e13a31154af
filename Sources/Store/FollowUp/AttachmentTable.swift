import Kernel

/// A paper that somebody added to an intervention.
package struct AttachmentRow: Sendable, Hashable {
    package let id: Int64
    /// As the file was called where it came from: words of a stranger, to be shown, never to be used as a path.
    package let name: String
    package let mediaType: String
    /// In bytes.
    package let size: Int
    package let digest: ContentDigest
    package let addedBy: String
    /// UTC, ISO 8601.
    package let addedAt: String
    /// A service lets the herd's veterinarians see it.
    package var isShared = false
    package var withdrawnBy: String?
    package var withdrawnAt: String?
    package var withdrawalReason: String?

    package init(
        id: Int64, name: String, content: (type: String, size: Int, digest: ContentDigest),
        added: (by: String, at: String)
    ) {
        (self.id, self.name) = (id, name)
        (mediaType, size, digest) = content
        (addedBy, addedAt) = added
    }

    package var stands: Bool { withdrawnAt == nil }
}

extension Connection {
    package func insert(_ row: AttachmentRow, campaign: Int64, intervention: Int64) throws {
        try execute(
            """
            INSERT INTO attachment
                (id, campaign_id, intervention_id, name, media_type, size, digest, added_by, added_at, shared)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .int(row.id), .int(campaign), .int(intervention), .text(row.name), .text(row.mediaType),
                .int(row.size), SQLValue(row.digest), .text(row.addedBy), .text(row.addedAt), .flag(row.isShared),
            ])
    }

    /// All of an intervention, withdrawn ones too, the first one first.
    package func attachments(campaign: Int64, intervention: Int64) throws -> [AttachmentRow] {
        try all(
            """
            SELECT id, name, media_type, size, digest, added_by, added_at, withdrawn_by, withdrawn_at,
                withdrawal_reason, shared
            FROM attachment WHERE campaign_id = ? AND intervention_id = ? ORDER BY added_at, id
            """, [.int(campaign), .int(intervention)]
        ) { row in
            guard let digest = ContentDigest(hex: row.text(4)) else {
                throw StoreError.blobDamaged(digest: row.text(4))
            }
            var attachment = AttachmentRow(
                id: row.int(0), name: row.text(1), content: (row.text(2), Int(row.int(3)), digest),
                added: (row.text(5), row.text(6)))
            attachment.withdrawnBy = row.textOrNil(7)
            attachment.withdrawnAt = row.textOrNil(8)
            attachment.withdrawalReason = row.textOrNil(9)
            attachment.isShared = row.flag(10)
            return attachment
        }
    }

    /// False where it does not stand any more.
    package func withdrawAttachment(_ id: Int64, by login: String, at now: String, reason: String) throws -> Bool {
        try execute(
            """
            UPDATE attachment SET withdrawn_by = ?, withdrawn_at = ?, withdrawal_reason = ?
            WHERE id = ? AND withdrawn_at IS NULL
            """, [.text(login), .text(now), .text(reason), .int(id)]) == 1
    }
}
