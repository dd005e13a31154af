extension Migrations {
    /// Access tokens of programs (RFC 6749 §4.4), and when each credential was last used.
    static let accessTokens = Migration(number: 2, name: "access-tokens") { _ in
        """
        CREATE TABLE access_token (
            digest {text} NOT NULL PRIMARY KEY CHECK (length(digest) = 64),
            credential_id {id} NOT NULL,
            ends_at {int} NOT NULL
        ){clustered};
        CREATE INDEX access_token_end ON access_token (ends_at);
        CREATE INDEX access_token_credential ON access_token (credential_id);

        CREATE TABLE credential_use (
            credential_id {id} NOT NULL PRIMARY KEY,
            used_at {int} NOT NULL
        ){strict};
        """
    }
}
