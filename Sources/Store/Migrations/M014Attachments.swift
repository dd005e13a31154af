extension Migrations {
    /// Papers that people add to an intervention: a scanned report, a photo. Their bytes are blobs; what is withdrawn
    /// stays, with who did it and why.
    static let attachments = Migration(number: 14, name: "attachments") { _ in
        """
        CREATE TABLE attachment (
            id {id} PRIMARY KEY,
            campaign_id {id} NOT NULL,
            intervention_id {id} NOT NULL,
            name {text} NOT NULL,
            media_type {text} NOT NULL CHECK (media_type IN ('application/pdf', 'image/jpeg', 'image/png')),
            size {int} NOT NULL CHECK (size > 0),
            digest {text} NOT NULL REFERENCES blob (digest),
            added_by {text} NOT NULL,
            added_at {time} NOT NULL,
            withdrawn_by {text},
            withdrawn_at {time},
            withdrawal_reason {text},
            FOREIGN KEY (campaign_id, intervention_id) REFERENCES intervention (campaign_id, id),
            CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL)),
            CHECK ((withdrawn_at IS NULL) = (withdrawal_reason IS NULL))
        ){strict};
        CREATE INDEX attachment_by_intervention ON attachment (campaign_id, intervention_id);
        """
    }
}
