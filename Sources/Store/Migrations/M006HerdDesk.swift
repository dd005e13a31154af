extension Migrations {
    /// What people record beside the register and the documents: what they were told of a herd, links, places, takeover
    /// by the other system, animals that the veterinarian wrote on a document.
    static let herdDesk = Migration(number: 6, name: "herd-desk") { _ in
        """
        CREATE TABLE herd_note (
            id {id} PRIMARY KEY,
            herd_id {id} NOT NULL REFERENCES herd (id),
            kind {text} NOT NULL CHECK (kind IN ('cessation', 'part-year', 'enquiry', 'other')),
            told_on {day} NOT NULL,
            told_by {text} NOT NULL CHECK (told_by IN ('keeper', 'veterinarian', 'identification', 'authority')),
            text {text} NOT NULL,
            written_by {text} NOT NULL,
            written_at {time} NOT NULL,
            withdrawn_at {time},
            withdrawn_by {text}
        ){strict};
        CREATE INDEX herd_note_by_herd ON herd_note (herd_id, kind);

        CREATE TABLE herd_link (
            herd_id {id} NOT NULL REFERENCES herd (id),
            other_id {id} NOT NULL REFERENCES herd (id),
            since {day} NOT NULL,
            until {day},
            reason {text} NOT NULL,
            written_by {text} NOT NULL,
            PRIMARY KEY (herd_id, other_id, since),
            CHECK (herd_id < other_id),
            CHECK (until IS NULL OR until >= since)
        ){strict};
        CREATE INDEX herd_link_by_other ON herd_link (other_id);

        CREATE TABLE herd_location (
            herd_id {id} NOT NULL REFERENCES herd (id),
            located_on {day} NOT NULL,
            latitude {int} NOT NULL CHECK (latitude BETWEEN -90000000 AND 90000000),
            longitude {int} NOT NULL CHECK (longitude BETWEEN -180000000 AND 180000000),
            source {text} NOT NULL,
            written_by {text} NOT NULL,
            PRIMARY KEY (herd_id, located_on)
        ){strict};

        CREATE TABLE takeover (
            kind {text} NOT NULL CHECK (kind IN ('establishment', 'herd')),
            subject_id {id} NOT NULL,
            department {text} NOT NULL,
            system {text} NOT NULL,
            present {flag} NOT NULL CHECK (present IN (0, 1)),
            anomaly {text},
            compared_on {day} NOT NULL,
            PRIMARY KEY (kind, subject_id)
        ){strict};
        CREATE INDEX takeover_by_department ON takeover (department, kind);

        CREATE TABLE added_animal (
            campaign_id {id} NOT NULL,
            intervention_id {id} NOT NULL,
            animal_id {id} NOT NULL REFERENCES animal (id),
            edition {int} NOT NULL,
            diseases {int} NOT NULL CHECK (diseases BETWEEN 1 AND 7),
            sampled_on {day} NOT NULL,
            veterinarian_id {id} REFERENCES veterinarian (id),
            written_by {text} NOT NULL,
            written_at {time} NOT NULL,
            PRIMARY KEY (campaign_id, intervention_id, animal_id),
            FOREIGN KEY (campaign_id, intervention_id) REFERENCES intervention (campaign_id, id)
        ){clustered};
        """
    }
}
