/// A report that an account is typing: what it typed, and when it was last saved.
package struct TuberculinDraftRow: Sendable, Hashable {
    /// JSON.
    package let content: String
    /// UTC, ISO 8601.
    package let savedAt: String

    package init(content: String, savedAt: String) {
        self.content = content
        self.savedAt = savedAt
    }
}

extension Connection {
    package func tuberculinDraft(of login: String, _ intervention: InterventionIdentity) throws -> TuberculinDraftRow? {
        try first(
            """
            SELECT content, saved_at FROM tuberculin_draft
            WHERE login = ? AND campaign_id = ? AND intervention_id = ?
            """, draftKey(login, intervention)
        ) { TuberculinDraftRow(content: $0.text(0), savedAt: $0.text(1)) }
    }

    package func keep(
        _ draft: TuberculinDraftRow, of login: String, _ intervention: InterventionIdentity
    ) throws {
        try execute(
            """
            INSERT INTO tuberculin_draft (login, campaign_id, intervention_id, content, saved_at)
            VALUES (?, ?, ?, ?, ?) ON CONFLICT (login, campaign_id, intervention_id)
            DO UPDATE SET content = excluded.content, saved_at = excluded.saved_at
            """, draftKey(login, intervention) + [.text(draft.content), .text(draft.savedAt)])
    }

    package func dropTuberculinDraft(of login: String, _ intervention: InterventionIdentity) throws {
        try execute(
            "DELETE FROM tuberculin_draft WHERE login = ? AND campaign_id = ? AND intervention_id = ?",
            draftKey(login, intervention))
    }

    private func draftKey(_ login: String, _ intervention: InterventionIdentity) -> [SQLValue] {
        [.text(login), .int(intervention.campaign), .int(intervention.id)]
    }
}
