extension Migrations {
    /// What laboratories and veterinarians sent back, attached or not. Nothing is overwritten: replaced lines stay.
    static let results = Migration(number: 4, name: "results") { _ in
        """
        CREATE TABLE blood_result (
            campaign_id {id} NOT NULL,
            intervention_id {id} NOT NULL,
            disease {text} NOT NULL CHECK (disease IN ('BRU', 'LEU')),
            animal_id {id} NOT NULL REFERENCES animal (id),
            id {id} NOT NULL,
            interpretation {text},
            decision {text} CHECK (decision IN ('NEG', 'POS')),
            decision_reason {text},
            decided_by {text},
            decided_at {time},
            on_document {flag} NOT NULL CHECK (on_document IN (0, 1)),
            method {text} NOT NULL,
            sample_number {text} NOT NULL,
            sampled_on {day} NOT NULL,
            analysed_on {day},
            unreadable_reason {text},
            laboratory_id {id} REFERENCES organisation (id),
            dossier {text} NOT NULL,
            import_id {id},
            line {int},
            proof {text},
            replaced_at {time},
            PRIMARY KEY (campaign_id, intervention_id, disease, animal_id, id),
            FOREIGN KEY (campaign_id, intervention_id) REFERENCES intervention (campaign_id, id)
        ){clustered};
        CREATE INDEX blood_result_by_dossier ON blood_result (laboratory_id, dossier);
        CREATE INDEX blood_result_by_animal ON blood_result (animal_id);

        CREATE TABLE milk_result (
            id {id} PRIMARY KEY,
            holding_id {id} NOT NULL REFERENCES holding (id),
            disease {text} NOT NULL CHECK (disease IN ('BRU', 'LEU')),
            sampled_on {day} NOT NULL,
            analysed_on {day} NOT NULL,
            received_on {day} NOT NULL,
            interpretation {text} NOT NULL,
            laboratory_id {id} NOT NULL REFERENCES organisation (id),
            dossier {text} NOT NULL,
            import_id {id} NOT NULL,
            line {int} NOT NULL,
            replaced_by {id}
        ){strict};
        CREATE INDEX milk_result_by_holding ON milk_result (holding_id, disease, sampled_on);
        CREATE INDEX milk_result_by_dossier ON milk_result (laboratory_id, dossier);

        CREATE TABLE tuberculin_report (
            campaign_id {id} NOT NULL,
            intervention_id {id} NOT NULL,
            id {id} NOT NULL,
            method {text} NOT NULL CHECK (method IN ('IDS', 'IDC')),
            injected_on {day} NOT NULL,
            read_on {day},
            received_on {day} NOT NULL,
            keep_until {day} NOT NULL,
            subjective {flag} CHECK (subjective IN (0, 1)),
            approved_model {flag} NOT NULL CHECK (approved_model IN (0, 1)),
            incomplete {flag} NOT NULL CHECK (incomplete IN (0, 1)),
            consistent {flag} NOT NULL CHECK (consistent IN (0, 1)),
            ntids {int}, nnidsn {int}, nadids {int}, npidsp {int},
            ntidc {int}, nnidc {int}, nagdidctub {int}, napdidctub {int}, npidc {int},
            veterinarian_id {id} REFERENCES veterinarian (id),
            import_id {id},
            entered_by {text} NOT NULL,
            comment {text},
            replaced_at {time},
            PRIMARY KEY (campaign_id, intervention_id, id),
            FOREIGN KEY (campaign_id, intervention_id) REFERENCES intervention (campaign_id, id)
        ){clustered};

        CREATE TABLE tuberculin_animal (
            campaign_id {id} NOT NULL,
            intervention_id {id} NOT NULL,
            report_id {id} NOT NULL,
            number {text} NOT NULL,
            animal_id {id} REFERENCES animal (id),
            outcome {text} NOT NULL CHECK (outcome IN ('positive', 'doubtful', 'large-doubtful', 'small-doubtful',
                'untested')),
            reason {text},
            comment {text},
            PRIMARY KEY (campaign_id, intervention_id, report_id, number),
            FOREIGN KEY (campaign_id, intervention_id, report_id)
                REFERENCES tuberculin_report (campaign_id, intervention_id, id)
        ){clustered};

        CREATE TABLE unattached_result (
            id {id} PRIMARY KEY,
            department {text} NOT NULL,
            kind {text} NOT NULL CHECK (kind IN ('blood', 'milk', 'tuberculin')),
            import_id {id} NOT NULL REFERENCES import_run (id),
            line {int} NOT NULL,
            facts {json} NOT NULL,
            findings {json} NOT NULL,
            non_negative {flag} NOT NULL CHECK (non_negative IN (0, 1)),
            state {text} NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'attached', 'dismissed', 'replaced')),
            resolved_by {text},
            resolved_at {time},
            resolution {text}
        ){strict};
        CREATE INDEX unattached_result_open ON unattached_result (department, non_negative) WHERE state = 'open';

        CREATE TABLE evidence (
            id {id} PRIMARY KEY,
            campaign_id {id} NOT NULL,
            intervention_id {id} NOT NULL,
            disease {text} NOT NULL CHECK (disease IN ('BRU', 'LEU', 'TUB')),
            kind {text} NOT NULL CHECK (kind IN ('realisation', 'negative-test-elsewhere')),
            animal_id {id} REFERENCES animal (id),
            tested_on {day},
            reference {text} NOT NULL,
            recorded_by {text} NOT NULL,
            recorded_at {time} NOT NULL,
            FOREIGN KEY (campaign_id, intervention_id) REFERENCES intervention (campaign_id, id)
        ){strict};
        CREATE INDEX evidence_by_intervention ON evidence (campaign_id, intervention_id);

        CREATE TABLE dysfunction (
            id {id} PRIMARY KEY,
            department {text} NOT NULL,
            campaign_id {id},
            intervention_id {id},
            kind {text} NOT NULL,
            concerned {text},
            noted_on {day} NOT NULL,
            noted_by {text} NOT NULL,
            facts {json} NOT NULL
        ){strict};
        CREATE INDEX dysfunction_by_campaign ON dysfunction (campaign_id, kind);
        """
    }
}
