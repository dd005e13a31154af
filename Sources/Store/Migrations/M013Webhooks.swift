extension Migrations {
    /// Addresses that programs want to be called at, what there was to tell, and what became of each call.
    ///
    /// Secrets follow from the installation's keys; their digests tell whether those are still the same. A delivery is
    /// written in the transaction of its events; which herds its account reaches is asked again when it is sent.
    static let webhooks = Migration(number: 13, name: "webhooks") { _ in
        """
        CREATE TABLE webhook (
            id {id} NOT NULL PRIMARY KEY,
            login {text} NOT NULL REFERENCES user_account (login),
            credential_id {id} REFERENCES api_credential (id),
            address {text} NOT NULL,
            kinds {text} NOT NULL,
            serial {int} NOT NULL DEFAULT 1,
            secret_digest {text} NOT NULL CHECK (length(secret_digest) = 64),
            previous_digest {text},
            previous_until {int},
            state {text} NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'disabled', 'removed')),
            reason {text},
            failures {int} NOT NULL DEFAULT 0,
            resting_until {int},
            created_at {time} NOT NULL
        ){strict};
        CREATE INDEX webhook_by_login ON webhook (login, id);
        CREATE INDEX webhook_active ON webhook (id) WHERE state = 'active';

        CREATE TABLE webhook_event (
            id {text} NOT NULL PRIMARY KEY,
            batch {text} NOT NULL,
            kind {text} NOT NULL,
            at {time} NOT NULL,
            department {text},
            campaign_id {id},
            intervention_id {id},
            subject {text} NOT NULL,
            version {int}
        ){clustered};
        CREATE INDEX webhook_event_batch ON webhook_event (batch);
        CREATE INDEX webhook_event_at ON webhook_event (at);

        CREATE TABLE webhook_delivery (
            id {text} NOT NULL PRIMARY KEY,
            webhook_id {id} NOT NULL REFERENCES webhook (id),
            state {text} NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'waiting', 'sent', 'failed', 'dropped')),
            round {int} NOT NULL DEFAULT 1,
            attempts {int} NOT NULL DEFAULT 0,
            begun_at {int} NOT NULL,
            last_at {time},
            last_status {int},
            last_fault {text}
        ){clustered};
        CREATE INDEX webhook_delivery_list ON webhook_delivery (webhook_id, id);
        CREATE INDEX webhook_delivery_begun ON webhook_delivery (begun_at);
        CREATE INDEX webhook_delivery_new ON webhook_delivery (id) WHERE state = 'new';

        CREATE TABLE webhook_delivery_event (
            delivery_id {text} NOT NULL REFERENCES webhook_delivery (id),
            event_id {text} NOT NULL REFERENCES webhook_event (id),
            PRIMARY KEY (delivery_id, event_id)
        ){clustered};
        CREATE INDEX webhook_delivery_of_event ON webhook_delivery_event (event_id);
        """
    }
}
