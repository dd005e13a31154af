extension Migrations {
    /// How accounts prove who they are: passwords as Argon2id keeps them, sealed second factors, links that open once,
    /// accounts kept elsewhere. Sessions stand in the access book; each notes the account's `epoch`, which every change
    /// of rights and every new secret raises, so that one transaction ends them all.
    static let credentials = Migration(number: 7, name: "credentials") { _ in
        """
        CREATE TABLE credential (
            login {text} NOT NULL PRIMARY KEY REFERENCES user_account (login),
            password_hash {text} NOT NULL,
            set_at {time} NOT NULL,
            must_change {flag} NOT NULL DEFAULT 0
        ){strict};
        ALTER TABLE user_account ADD COLUMN epoch {int} NOT NULL DEFAULT 0;
        CREATE INDEX user_account_by_organisation ON user_account (organisation_id);

        CREATE TABLE second_factor (
            login {text} NOT NULL PRIMARY KEY REFERENCES user_account (login),
            secret {text} NOT NULL,
            set_at {time} NOT NULL
        ){strict};
        CREATE TABLE recovery_code (
            login {text} NOT NULL REFERENCES second_factor (login) ON DELETE CASCADE,
            salt {text} NOT NULL,
            digest {text} NOT NULL,
            used_at {time},
            PRIMARY KEY (login, digest)
        ){strict};

        CREATE TABLE invitation (
            login {text} NOT NULL PRIMARY KEY REFERENCES user_account (login),
            digest {text} NOT NULL UNIQUE CHECK (length(digest) = 64),
            made_by {text} NOT NULL,
            made_at {time} NOT NULL,
            expires_at {int} NOT NULL
        ){strict};

        CREATE TABLE federated_identity (
            issuer {text} NOT NULL,
            subject {text} NOT NULL,
            login {text} NOT NULL UNIQUE REFERENCES user_account (login),
            linked_at {time} NOT NULL,
            PRIMARY KEY (issuer, subject)
        ){strict};
        """
    }
}
