extension Migrations {
    /// Status, evaluation, reports and what people still have to do.
    ///
    /// `disease_state` is the summary row that follow-up pages sort and filter by; each recomputation writes it, with
    /// the day on which it may change by date alone.
    static let evaluation = Migration(number: 5, name: "evaluation") { _ in
        """
        CREATE TABLE disease_state (
            campaign_id {id} NOT NULL,
            intervention_id {id} NOT NULL,
            disease {text} NOT NULL CHECK (disease IN ('BRU', 'LEU', 'TUB')),
            status {text} NOT NULL CHECK (status IN ('AS', 'SO', 'AA', 'SA', 'EC')),
            reasons {text} NOT NULL,
            requested {int} NOT NULL,
            plan_requested {flag} NOT NULL CHECK (plan_requested IN (0, 1)),
            tested {int} NOT NULL,
            non_negative {int} NOT NULL,
            uninterpretable {int} NOT NULL,
            awaiting_decision {int} NOT NULL,
            doubtful_seen {int} NOT NULL,
            tested_off_document {int} NOT NULL,
            present_untested {int} NOT NULL,
            started_on {day},
            finished_on {day},
            milk_first_on {day},
            milk_last_on {day},
            last_result_on {day},
            proposal {text} NOT NULL,
            proposal_reason {text} NOT NULL,
            proposal_comment {text},
            computed_on {day} NOT NULL,
            changes_on {day},
            PRIMARY KEY (campaign_id, intervention_id, disease),
            FOREIGN KEY (campaign_id, intervention_id) REFERENCES intervention (campaign_id, id)
        ){clustered};
        CREATE INDEX disease_state_by_change ON disease_state (campaign_id, changes_on);

        CREATE TABLE evaluation (
            campaign_id {id} NOT NULL,
            intervention_id {id} NOT NULL,
            disease {text} NOT NULL CHECK (disease IN ('BRU', 'LEU', 'TUB')),
            id {id} NOT NULL,
            value {text} NOT NULL CHECK (value IN ('NE', 'AR', 'PO', 'SO', 'ND', 'A', 'B', 'C')),
            comment {text},
            proof {text},
            evaluated_by {text} NOT NULL,
            evaluated_at {time} NOT NULL,
            replaced_at {time},
            PRIMARY KEY (campaign_id, intervention_id, disease, id),
            FOREIGN KEY (campaign_id, intervention_id) REFERENCES intervention (campaign_id, id)
        ){clustered};

        CREATE TABLE retest (
            id {id} PRIMARY KEY,
            campaign_id {id} NOT NULL,
            intervention_id {id} NOT NULL,
            ordered_on {day} NOT NULL,
            notified_on {day},
            due_by {day},
            retest_intervention_id {id},
            matrix {text} NOT NULL CHECK (matrix IN ('blood', 'milk')),
            state {text} NOT NULL CHECK (state IN ('ordered', 'negative', 'negative-not-received', 'positive',
                'not-done')),
            decided_by {text} NOT NULL,
            closed_on {day},
            FOREIGN KEY (campaign_id, intervention_id) REFERENCES intervention (campaign_id, id)
        ){strict};
        CREATE INDEX retest_by_intervention ON retest (campaign_id, intervention_id);

        CREATE TABLE non_completion (
            id {id} PRIMARY KEY,
            campaign_id {id} NOT NULL,
            intervention_id {id} NOT NULL,
            code {text} NOT NULL CHECK (code IN ('DECNR_AA', 'DECNR_PBE', 'DECNR_FAR', 'DECNR_DD', 'DECNR_EAF')),
            decided_on {day} NOT NULL,
            decided_by {text} NOT NULL,
            reason {text},
            revoked_on {day},
            revoked_by {text},
            revocation_reason {text},
            FOREIGN KEY (campaign_id, intervention_id) REFERENCES intervention (campaign_id, id)
        ){strict};
        CREATE UNIQUE INDEX non_completion_standing ON non_completion (campaign_id, intervention_id)
            WHERE revoked_on IS NULL;

        CREATE TABLE inspection_report (
            id {id} PRIMARY KEY,
            campaign_id {id} NOT NULL,
            intervention_id {id} NOT NULL,
            number {text} NOT NULL,
            version {int} NOT NULL,
            value {text} NOT NULL CHECK (value IN ('A', 'B', 'C', 'PE')),
            issuer {text} NOT NULL,
            inspector {text} NOT NULL,
            issued_on {day} NOT NULL,
            completed_on {day},
            comment {text},
            evaluations {json} NOT NULL,
            facts_digest {text} NOT NULL,
            document_digest {text} NOT NULL,
            invalidated_on {day},
            invalidated_by {text},
            invalidation_reason {text},
            UNIQUE (number, version),
            UNIQUE (campaign_id, intervention_id, version),
            FOREIGN KEY (campaign_id, intervention_id) REFERENCES intervention (campaign_id, id)
        ){strict};
        CREATE UNIQUE INDEX inspection_report_standing ON inspection_report (campaign_id, intervention_id)
            WHERE invalidated_on IS NULL;

        CREATE TABLE follow_up (
            id {id} PRIMARY KEY,
            report_id {id} NOT NULL REFERENCES inspection_report (id),
            code {text} NOT NULL CHECK (code IN ('ABS_SUITE', 'AVERT', 'MED', 'SUSP', 'RETRAIT', 'PV')),
            decided_on {day} NOT NULL,
            decided_by {text} NOT NULL,
            comment {text},
            replaced_at {time}
        ){strict};
        CREATE INDEX follow_up_by_report ON follow_up (report_id);

        CREATE TABLE work_item (
            id {id} PRIMARY KEY,
            department {text} NOT NULL,
            audience {text} NOT NULL CHECK (audience IN ('delegate', 'authority')),
            kind {text} NOT NULL,
            campaign_id {id},
            intervention_id {id},
            disease {text},
            subject {text} NOT NULL DEFAULT '',
            facts {json} NOT NULL,
            opened_on {day} NOT NULL,
            due_on {day},
            state {text} NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'dismissed')),
            closed_on {day},
            closed_by {text},
            close_reason {text}
        ){strict};
        CREATE UNIQUE INDEX work_item_open ON work_item
            (department, audience, kind, COALESCE(campaign_id, 0), COALESCE(intervention_id, 0),
                COALESCE(disease, ''), subject)
            WHERE state = 'open';

        CREATE TABLE letter (
            id {id} PRIMARY KEY,
            department {text} NOT NULL,
            kind {text} NOT NULL,
            campaign_id {id},
            intervention_id {id},
            disease {text},
            recipient {text} NOT NULL,
            copy_to {text},
            written_on {day} NOT NULL,
            written_by {text} NOT NULL,
            facts {json} NOT NULL,
            document_digest {text} NOT NULL,
            sent_on {day}
        ){strict};
        CREATE INDEX letter_by_intervention ON letter (campaign_id, intervention_id, kind);

        CREATE TABLE serum_request (
            id {id} PRIMARY KEY,
            campaign_id {id} NOT NULL,
            intervention_id {id} NOT NULL,
            disease {text} NOT NULL CHECK (disease IN ('BRU', 'LEU')),
            laboratory_id {id} REFERENCES organisation (id),
            missing {int} NOT NULL,
            asked_on {day} NOT NULL,
            asked_by {text} NOT NULL,
            answer {text} CHECK (answer IN ('answered', 'impossible')),
            answered_on {day},
            answer_note {text},
            FOREIGN KEY (campaign_id, intervention_id) REFERENCES intervention (campaign_id, id)
        ){strict};
        CREATE INDEX serum_request_by_intervention ON serum_request (campaign_id, intervention_id);

        CREATE TABLE note (
            id {id} PRIMARY KEY,
            campaign_id {id} NOT NULL,
            intervention_id {id} NOT NULL,
            kind {text} NOT NULL,
            written_at {time} NOT NULL,
            written_by {text} NOT NULL,
            text {text} NOT NULL,
            FOREIGN KEY (campaign_id, intervention_id) REFERENCES intervention (campaign_id, id)
        ){strict};
        CREATE INDEX note_by_intervention ON note (campaign_id, intervention_id);
        """
    }
}
