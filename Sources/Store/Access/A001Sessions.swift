extension Migrations {
    /// The tables of the access book, numbered on their own.
    package static let access: [Migration] = [sessions, accessTokens]

    /// Instants are whole seconds since 1970: they are compared on every page.
    private static let sessions = Migration(number: 1, name: "sessions") { _ in
        """
        CREATE TABLE session (
            digest {text} NOT NULL PRIMARY KEY CHECK (length(digest) = 64),
            login {text} NOT NULL,
            began_at {int} NOT NULL,
            seen_at {int} NOT NULL,
            ends_at {int} NOT NULL,
            proof {text} NOT NULL,
            agent {text} NOT NULL,
            address {text} NOT NULL
        ){clustered};
        CREATE INDEX session_login ON session (login, began_at);
        CREATE INDEX session_end ON session (ends_at);

        CREATE TABLE failed_sign_in (
            subject {text} NOT NULL PRIMARY KEY,
            count {int} NOT NULL,
            last_at {int} NOT NULL
        ){clustered};
        """
    }
}
