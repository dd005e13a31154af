extension Migrations {
    /// Holdings, herds, animals, people and what ties them, and the trace of every import.
    ///
    /// Presence is a matter of stays (animal × holding) and assignments (animal × herd), never of a current farm.
    static let register = Migration(number: 2, name: "register") { _ in
        """
        CREATE TABLE organisation (
            id {id} PRIMARY KEY,
            kind {text} NOT NULL CHECK (kind IN ('authority', 'delegate-region', 'delegate-section', 'laboratory',
                'dairy-laboratory', 'practice', 'dairy')),
            code {text} NOT NULL UNIQUE,
            name {text} NOT NULL,
            department {text},
            parent_id {id} REFERENCES organisation (id),
            siret {text},
            address {text},
            postcode {text},
            town {text},
            email {text},
            approved_diseases {int} NOT NULL DEFAULT 0
        ){strict};

        CREATE TABLE user_account (
            login {text} PRIMARY KEY,
            name {text} NOT NULL,
            role {text} NOT NULL,
            department {text},
            organisation_id {id} REFERENCES organisation (id),
            disabled_at {time}
        ){strict};

        CREATE TABLE veterinarian (
            id {id} PRIMARY KEY,
            order_number {text} NOT NULL UNIQUE,
            name {text} NOT NULL,
            practice_id {id} REFERENCES organisation (id),
            email {text},
            accredited {flag} NOT NULL DEFAULT 1 CHECK (accredited IN (0, 1))
        ){strict};

        CREATE TABLE commune (
            insee {text} PRIMARY KEY,
            name {text} NOT NULL,
            department {text} NOT NULL
        ){strict};

        CREATE TABLE holding (
            id {id} PRIMARY KEY,
            number {text} NOT NULL UNIQUE,
            name {text} NOT NULL,
            keeper {text},
            address {text},
            postcode {text},
            town {text},
            insee {text},
            department {text} NOT NULL,
            opened_on {day},
            closed_on {day},
            search_name {text} NOT NULL,
            CHECK (closed_on IS NULL OR opened_on IS NULL OR closed_on >= opened_on)
        ){strict};
        CREATE INDEX holding_by_department ON holding (department, insee);

        CREATE TABLE establishment (
            id {id} PRIMARY KEY,
            holding_id {id} NOT NULL REFERENCES holding (id),
            siret {text},
            numagrit {text},
            name {text} NOT NULL,
            CHECK (siret IS NOT NULL OR numagrit IS NOT NULL)
        ){strict};
        CREATE INDEX establishment_by_holding ON establishment (holding_id);

        CREATE TABLE herd (
            id {id} PRIMARY KEY,
            holding_id {id} NOT NULL REFERENCES holding (id),
            code {text} NOT NULL,
            name {text},
            class {text} NOT NULL CHECK (class IN ('dairy', 'beef', 'fattening-indoor', 'fattening-derogatory',
                'bull-ranch', 'summer-pasture', 'veal-selection', 'approved-breeding')),
            orientation {text} NOT NULL CHECK (orientation IN ('dairy', 'beef', 'mixed', 'none')),
            milk_delivery {text} NOT NULL DEFAULT 'none' CHECK (milk_delivery IN ('none', 'dairy', 'direct')),
            department {text} NOT NULL,
            opened_on {day},
            closed_on {day},
            UNIQUE (holding_id, code)
        ){strict};
        CREATE INDEX herd_by_department ON herd (department, class);

        CREATE TABLE screening (
            department {text} NOT NULL,
            insee {text} NOT NULL DEFAULT '',
            herd_id {id} NOT NULL DEFAULT 0,
            disease {text} NOT NULL CHECK (disease IN ('BRU', 'LEU', 'TUB')),
            interval_years {int} NOT NULL CHECK (interval_years BETWEEN 0 AND 20),
            phase {int} NOT NULL CHECK (phase BETWEEN 0 AND 19),
            PRIMARY KEY (department, insee, herd_id, disease),
            CHECK ((insee = '') <> (herd_id = 0))
        ){strict};

        CREATE TABLE animal (
            id {id} PRIMARY KEY,
            number {text} NOT NULL UNIQUE,
            working_number {text} NOT NULL,
            sex {text} NOT NULL CHECK (sex IN ('M', 'F')),
            breed {text} NOT NULL,
            birth_date {day} NOT NULL,
            birth_precision {int} NOT NULL DEFAULT 0 CHECK (birth_precision IN (0, 1, 2)),
            birth_holding {text},
            dam {text},
            father_breed {text},
            mother_breed {text},
            dead_on {day},
            production_type {text} CHECK (production_type IN ('dairy', 'beef')),
            production_type_manual {flag} NOT NULL DEFAULT 0 CHECK (production_type_manual IN (0, 1))
        ){strict};

        CREATE TABLE stay (
            animal_id {id} NOT NULL REFERENCES animal (id),
            entered_on {day} NOT NULL,
            holding_id {id} NOT NULL REFERENCES holding (id),
            entry_cause {text} NOT NULL,
            left_on {day},
            exit_cause {text},
            retracted_at {time},
            PRIMARY KEY (animal_id, entered_on, holding_id),
            CHECK (left_on IS NULL OR left_on >= entered_on)
        ){clustered};
        CREATE INDEX stay_by_holding ON stay (holding_id);

        CREATE TABLE herd_assignment (
            herd_id {id} NOT NULL REFERENCES herd (id),
            animal_id {id} NOT NULL REFERENCES animal (id),
            since {day} NOT NULL,
            until {day},
            introduced_on {day},
            origin {text} NOT NULL CHECK (origin IN ('import', 'rule', 'manual')),
            retracted_at {time},
            PRIMARY KEY (herd_id, animal_id, since),
            CHECK (until IS NULL OR until >= since)
        ){clustered};
        CREATE INDEX herd_assignment_by_animal ON herd_assignment (animal_id);

        CREATE TABLE herd_veterinarian (
            herd_id {id} NOT NULL REFERENCES herd (id),
            role {text} NOT NULL CHECK (role IN ('health', 'permanent', 'treating')),
            since {day} NOT NULL,
            veterinarian_id {id} NOT NULL REFERENCES veterinarian (id),
            until {day},
            accepted_on {day},
            PRIMARY KEY (herd_id, role, since, veterinarian_id)
        ){strict};
        CREATE INDEX herd_veterinarian_by_vet ON herd_veterinarian (veterinarian_id);

        CREATE TABLE authorisation (
            id {id} PRIMARY KEY,
            herd_id {id} NOT NULL REFERENCES herd (id),
            kind {text} NOT NULL CHECK (kind IN ('blood-test-exemption', 'raw-milk-sale', 'delegation', 'suspension',
                'infection', 'repopulated', 'contact-zone', 'specific-risk', 'requalification',
                'fattening-derogation', 'approved-breeding', 'officially-free-derogation')),
            disease {text} CHECK (disease IN ('BRU', 'LEU', 'TUB')),
            since {day} NOT NULL,
            until {day},
            reference {text},
            CHECK (until IS NULL OR until >= since)
        ){strict};
        CREATE INDEX authorisation_by_herd ON authorisation (herd_id, kind);

        CREATE TABLE dairy_producer (
            laboratory_id {id} NOT NULL REFERENCES organisation (id),
            producer_number {text} NOT NULL,
            since {day} NOT NULL,
            until {day},
            holding_id {id} NOT NULL REFERENCES holding (id),
            PRIMARY KEY (laboratory_id, producer_number, since)
        ){strict};
        CREATE INDEX dairy_producer_by_holding ON dairy_producer (holding_id);

        CREATE TABLE setting (
            department {text} NOT NULL,
            name {text} NOT NULL,
            value {json} NOT NULL,
            justification {text} NOT NULL,
            decided_by {text} NOT NULL,
            decided_at {time} NOT NULL,
            PRIMARY KEY (department, name, decided_at)
        ){strict};

        CREATE TABLE import_run (
            id {id} PRIMARY KEY,
            kind {text} NOT NULL,
            file_name {text} NOT NULL,
            digest {text} NOT NULL,
            sender {text},
            department {text},
            campaign_id {id},
            received_at {time} NOT NULL,
            received_on {day} NOT NULL,
            actor {text} NOT NULL,
            policy {text} NOT NULL CHECK (policy IN ('line', 'file')),
            state {text} NOT NULL CHECK (state IN ('accepted', 'partly', 'refused', 'unchanged')),
            line_count {int} NOT NULL,
            accepted_count {int} NOT NULL,
            refused_count {int} NOT NULL,
            CHECK (line_count = accepted_count + refused_count)
        ){strict};
        CREATE INDEX import_run_by_digest ON import_run (kind, digest);

        CREATE TABLE import_refused_line (
            import_id {id} NOT NULL REFERENCES import_run (id),
            part {text} NOT NULL,
            line {int} NOT NULL,
            raw {bytes} NOT NULL,
            findings {json} NOT NULL,
            non_negative {flag} NOT NULL DEFAULT 0 CHECK (non_negative IN (0, 1)),
            state {text} NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'replayed', 'dismissed')),
            resolved_by {text},
            resolved_at {time},
            resolution {text},
            PRIMARY KEY (import_id, part, line)
        ){strict};
        CREATE INDEX import_refused_line_open ON import_refused_line (import_id) WHERE state = 'open';

        CREATE TABLE import_finding (
            import_id {id} NOT NULL REFERENCES import_run (id),
            position {int} NOT NULL,
            finding {json} NOT NULL,
            PRIMARY KEY (import_id, position)
        ){strict};

        CREATE TABLE closure_candidate (
            import_id {id} NOT NULL REFERENCES import_run (id),
            kind {text} NOT NULL CHECK (kind IN ('holding', 'herd')),
            subject_id {id} NOT NULL,
            state {text} NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed', 'kept')),
            resolved_by {text},
            resolved_at {time},
            PRIMARY KEY (import_id, kind, subject_id)
        ){strict};

        CREATE TABLE review (
            id {id} PRIMARY KEY,
            kind {text} NOT NULL,
            department {text} NOT NULL,
            reviewed_on {day} NOT NULL,
            actor {text} NOT NULL,
            finding_count {int} NOT NULL,
            findings_digest {text} NOT NULL
        ){strict};
        """
    }
}
