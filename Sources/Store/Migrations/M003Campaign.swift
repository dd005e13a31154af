extension Migrations {
    /// Campaigns, interventions, their plans, and the sampling documents.
    ///
    /// Every child table carries the campaign's id first in its key, so that PostgreSQL can partition by it.
    static let campaign = Migration(number: 3, name: "campaign") { _ in
        """
        CREATE TABLE campaign (
            id {id} PRIMARY KEY,
            department {text} NOT NULL,
            prophylaxis_year {int} NOT NULL,
            name {text} NOT NULL,
            starts_on {day} NOT NULL,
            ends_on {day} NOT NULL,
            state {text} NOT NULL CHECK (state IN ('draft', 'validated', 'executed', 'closed')),
            parameters {json} NOT NULL,
            copied_from {id} REFERENCES campaign (id),
            reviewed_criteria {json},
            validated_at {time},
            validated_by {text},
            executed_at {time},
            closed_on {day},
            closed_by {text},
            closing_reason {text},
            UNIQUE (department, prophylaxis_year, name),
            CHECK (ends_on >= starts_on)
        ){strict};

        CREATE TABLE intervention (
            campaign_id {id} NOT NULL REFERENCES campaign (id),
            id {id} NOT NULL,
            number {text} NOT NULL,
            herd_id {id} NOT NULL REFERENCES herd (id),
            department {text} NOT NULL,
            kind {text} NOT NULL CHECK (kind IN ('main', 'retest', 'outside')),
            parent_id {id},
            state {text} NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'withdrawn')),
            state_reason {text},
            origin {text} NOT NULL CHECK (origin IN ('execution', 'added', 'copied', 'history')),
            planned_on {day},
            veterinarian_id {id} REFERENCES veterinarian (id),
            completed_on {day},
            PRIMARY KEY (campaign_id, id),
            UNIQUE (campaign_id, number),
            CHECK ((kind = 'main') = (parent_id IS NULL))
        ){clustered};
        CREATE UNIQUE INDEX intervention_main ON intervention (campaign_id, herd_id) WHERE kind = 'main';
        CREATE INDEX intervention_by_herd ON intervention (herd_id);
        CREATE INDEX intervention_by_number ON intervention (number);

        CREATE TABLE requested_plan (
            campaign_id {id} NOT NULL,
            intervention_id {id} NOT NULL,
            disease {text} NOT NULL CHECK (disease IN ('BRU', 'LEU', 'TUB')),
            matrix {text} NOT NULL CHECK (matrix IN ('blood', 'milk', 'skin')),
            method {text} NOT NULL,
            laboratory_id {id} REFERENCES organisation (id),
            due_month {day},
            PRIMARY KEY (campaign_id, intervention_id, disease, matrix),
            FOREIGN KEY (campaign_id, intervention_id) REFERENCES intervention (campaign_id, id)
        ){clustered};

        CREATE TABLE edition (
            campaign_id {id} NOT NULL,
            intervention_id {id} NOT NULL,
            number {int} NOT NULL,
            state {text} NOT NULL CHECK (state IN ('draft', 'validated', 'cancelled')),
            edited_on {day} NOT NULL,
            reference_date {day} NOT NULL,
            display {text} NOT NULL,
            seed {int} NOT NULL,
            rule_version {int} NOT NULL,
            requested_by {text},
            request_trace {text},
            valid_until {day},
            validated_at {time},
            validated_by {text},
            facts_digest {text},
            document_digest {text},
            PRIMARY KEY (campaign_id, intervention_id, number),
            FOREIGN KEY (campaign_id, intervention_id) REFERENCES intervention (campaign_id, id)
        ){clustered};

        CREATE TABLE requested_animal (
            campaign_id {id} NOT NULL,
            intervention_id {id} NOT NULL,
            animal_id {id} NOT NULL REFERENCES animal (id),
            diseases {int} NOT NULL CHECK (diseases BETWEEN 1 AND 7),
            level {int},
            first_edition {int} NOT NULL,
            edited_on {day} NOT NULL,
            cancelled_on {day},
            cancelled_by {text},
            cancel_reason {text},
            cancel_second {text},
            PRIMARY KEY (campaign_id, intervention_id, animal_id),
            FOREIGN KEY (campaign_id, intervention_id) REFERENCES intervention (campaign_id, id)
        ){clustered};
        CREATE INDEX requested_animal_by_animal ON requested_animal (animal_id);

        CREATE TABLE other_sample (
            campaign_id {id} NOT NULL REFERENCES campaign (id),
            animal_id {id} NOT NULL REFERENCES animal (id),
            plan {text} NOT NULL,
            sampled_on {day} NOT NULL,
            source {text} NOT NULL,
            PRIMARY KEY (campaign_id, animal_id, plan, sampled_on)
        ){clustered};

        CREATE TABLE analysis_request (
            campaign_id {id} NOT NULL,
            intervention_id {id} NOT NULL,
            edition {int} NOT NULL,
            laboratory_id {id} NOT NULL REFERENCES organisation (id),
            diseases {int} NOT NULL CHECK (diseases BETWEEN 1 AND 3),
            animals {int} NOT NULL CHECK (animals >= 0),
            issued_at {time} NOT NULL,
            issued_by {text} NOT NULL,
            document_digest {text},
            written_at {time},
            PRIMARY KEY (campaign_id, intervention_id, edition, laboratory_id),
            FOREIGN KEY (campaign_id, intervention_id, edition)
                REFERENCES edition (campaign_id, intervention_id, number)
        ){clustered};
        CREATE INDEX analysis_request_unwritten ON analysis_request (laboratory_id, campaign_id)
            WHERE written_at IS NULL;

        CREATE TABLE visit (
            campaign_id {id} NOT NULL,
            intervention_id {id} NOT NULL,
            visited_on {day} NOT NULL,
            kind {text} NOT NULL CHECK (kind IN ('sampling', 'injection')),
            source {text} NOT NULL,
            recorded_by {text} NOT NULL,
            retracted_at {time},
            PRIMARY KEY (campaign_id, intervention_id, visited_on, kind),
            FOREIGN KEY (campaign_id, intervention_id) REFERENCES intervention (campaign_id, id)
        ){clustered};

        CREATE TABLE dispatch (
            id {id} PRIMARY KEY,
            campaign_id {id} NOT NULL,
            intervention_id {id} NOT NULL,
            edition {int} NOT NULL,
            batch {text} NOT NULL,
            recipient {text} NOT NULL,
            channel {text} NOT NULL,
            copy_kind {text} NOT NULL CHECK (copy_kind IN ('labels', 'farmer', 'tuberculin')),
            document_digest {text} NOT NULL,
            printed_at {time},
            sent_on {day},
            sent_by {text},
            problem {text},
            FOREIGN KEY (campaign_id, intervention_id, edition)
                REFERENCES edition (campaign_id, intervention_id, number)
        ){strict};
        CREATE INDEX dispatch_by_intervention ON dispatch (campaign_id, intervention_id);
        """
    }
}
