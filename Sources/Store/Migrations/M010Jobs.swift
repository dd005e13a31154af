extension Migrations {
    /// Work that waits, runs or is over, for whichever worker comes first. What is compared on every look at the queue
    /// is whole seconds since 1970.
    static let jobs = Migration(number: 10, name: "jobs") { _ in
        """
        CREATE TABLE job (
            id {id} NOT NULL PRIMARY KEY,
            kind {text} NOT NULL,
            actor {text} REFERENCES user_account (login),
            department {text},
            title {text} NOT NULL,
            work {json} NOT NULL,
            once_key {text} UNIQUE,
            state {text} NOT NULL DEFAULT 'queued'
                CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
            attempts {int} NOT NULL DEFAULT 0 CHECK (attempts >= 0),
            due_at {int} NOT NULL,
            claimed_by {text},
            lease_until {int},
            cancel_asked {flag} NOT NULL DEFAULT 0,
            step {text},
            done {int} NOT NULL DEFAULT 0,
            total {int},
            outcome {json},
            created_at {time} NOT NULL,
            started_at {time},
            finished_at {time},
            CONSTRAINT job_lease CHECK (
                (state = 'running') = (lease_until IS NOT NULL) AND (state = 'running') = (claimed_by IS NOT NULL))
        ){strict};
        CREATE INDEX job_waiting ON job (due_at, id) WHERE state = 'queued';
        CREATE INDEX job_running ON job (lease_until, id) WHERE state = 'running';
        CREATE INDEX job_by_actor ON job (actor, id);

        CREATE TABLE job_file (
            job_id {id} NOT NULL REFERENCES job (id),
            direction {text} NOT NULL CHECK (direction IN ('in', 'out')),
            position {int} NOT NULL CHECK (position > 0),
            name {text} NOT NULL,
            digest {text} NOT NULL REFERENCES blob (digest),
            PRIMARY KEY (job_id, direction, position)
        ){clustered};

        CREATE INDEX import_run_by_department ON import_run (department, id);
        CREATE INDEX import_run_by_sender ON import_run (sender, id);
        """
    }
}
