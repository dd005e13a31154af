extension Migrations {
    /// What programs carry in the place of a password, and which of their writes were already answered.
    ///
    /// Secrets stand as digests. Access tokens, which live for minutes, stand in the access book.
    static let apiAccess = Migration(number: 9, name: "api-access") { _ in
        """
        CREATE TABLE api_credential (
            id {id} PRIMARY KEY,
            kind {text} NOT NULL CHECK (kind IN ('token', 'client')),
            digest {text} NOT NULL UNIQUE CHECK (length(digest) = 64),
            login {text} NOT NULL REFERENCES user_account (login),
            name {text} NOT NULL,
            created_at {time} NOT NULL,
            created_by {text} NOT NULL,
            expires_on {day},
            revoked_at {time}
        ){strict};
        CREATE INDEX api_credential_login ON api_credential (login, id);

        CREATE TABLE request_key (
            login {text} NOT NULL,
            key {text} NOT NULL,
            digest {text} NOT NULL CHECK (length(digest) = 64),
            begun_at {int} NOT NULL,
            status {int},
            media_type {text},
            answer {bytes},
            PRIMARY KEY (login, key)
        ){strict};
        CREATE INDEX request_key_begun ON request_key (begun_at);
        """
    }
}
