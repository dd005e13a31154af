extension Migrations {
    /// What people are told: events, each once, and the notices of it, one for a person and a way. The notices by mail
    /// are the outbox. Instants are whole seconds since 1970.
    static let notifications = Migration(number: 12, name: "notifications") { _ in
        """
        ALTER TABLE user_account ADD COLUMN mail {text};

        CREATE TABLE mail_confirmation (
            login {text} NOT NULL PRIMARY KEY REFERENCES user_account (login),
            mail {text} NOT NULL,
            token {text} NOT NULL,
            expires_at {int} NOT NULL
        ){strict};

        CREATE TABLE notice_choice (
            login {text} NOT NULL REFERENCES user_account (login),
            kind {text} NOT NULL,
            in_app {flag} NOT NULL,
            by_mail {flag} NOT NULL,
            PRIMARY KEY (login, kind)
        ){clustered};

        CREATE TABLE notice_event (
            id {id} NOT NULL PRIMARY KEY,
            kind {text} NOT NULL,
            topic {text} NOT NULL,
            once_key {text} NOT NULL UNIQUE,
            at {int} NOT NULL,
            department {text},
            campaign_id {id} REFERENCES campaign (id),
            intervention {text},
            import_id {id} REFERENCES import_run (id),
            job_id {id},
            raw_milk {flag} NOT NULL DEFAULT 0
        ){strict};
        CREATE INDEX notice_event_at ON notice_event (at);

        CREATE TABLE notice (
            id {id} NOT NULL PRIMARY KEY,
            event_id {id} NOT NULL REFERENCES notice_event (id),
            login {text} NOT NULL REFERENCES user_account (login),
            channel {text} NOT NULL CHECK (channel IN ('app', 'mail')),
            state {text} NOT NULL DEFAULT 'waiting'
                CHECK (state IN ('waiting', 'done', 'failed', 'withdrawn', 'expired')),
            mail {text},
            secret {text},
            carrier_id {id} REFERENCES notice (id),
            fault {text},
            done_at {int},
            CONSTRAINT notice_once UNIQUE (event_id, login, channel),
            CONSTRAINT notice_secret CHECK (secret IS NULL OR state = 'waiting')
        ){strict};
        CREATE INDEX notice_by_login ON notice (login, channel, id);
        CREATE INDEX notice_unread ON notice (login, id) WHERE channel = 'app' AND state = 'waiting';
        CREATE INDEX notice_mail ON notice (state, id) WHERE channel = 'mail';
        CREATE INDEX notice_carried ON notice (carrier_id) WHERE carrier_id IS NOT NULL;
        """
    }
}
