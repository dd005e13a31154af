extension Migrations {
    /// The tables of the access book, numbered on their own.
    package static let access: [Migration] = [sessions, accessTokens, signedTokens, readLog, proofs]

    /// Instants are whole seconds since 1970: they are compared on every page.
    private static let sessions = Migration(number: 1, name: "sessions") { _ in
        """
        CREATE TABLE session (
            digest {text} NOT NULL PRIMARY KEY CHECK (length(digest) = 64),
            login {text} NOT NULL,
            epoch {int} NOT NULL,
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

        CREATE TABLE half_session (
            digest {text} NOT NULL PRIMARY KEY,
            login {text} NOT NULL,
            epoch {int} NOT NULL,
            ends_at {int} NOT NULL,
            failures {int} NOT NULL DEFAULT 0
        ){clustered};
        CREATE TABLE factor_offer (
            session {text} NOT NULL PRIMARY KEY,
            secret {text} NOT NULL,
            ends_at {int} NOT NULL
        ){clustered};
        CREATE TABLE used_step (
            login {text} NOT NULL PRIMARY KEY,
            step {int} NOT NULL
        ){clustered};

        CREATE TABLE known_device (
            digest {text} NOT NULL,
            login {text} NOT NULL,
            seen_at {int} NOT NULL,
            PRIMARY KEY (digest, login)
        ){clustered};
        CREATE INDEX known_device_login ON known_device (login);

        CREATE TABLE sign_in_event (
            login {text} NOT NULL,
            at {int} NOT NULL,
            outcome {text} NOT NULL,
            address {text} NOT NULL,
            agent {text} NOT NULL
        ){strict};
        CREATE INDEX sign_in_event_login ON sign_in_event (login, at);
        CREATE INDEX sign_in_event_at ON sign_in_event (at);

        CREATE TABLE sign_on (
            state {text} NOT NULL PRIMARY KEY,
            browser {text} NOT NULL,
            nonce {text} NOT NULL,
            verifier {text} NOT NULL,
            target {text} NOT NULL,
            ends_at {int} NOT NULL
        ){clustered};
        CREATE TABLE provider_session (
            session {text} NOT NULL PRIMARY KEY,
            id_token {text} NOT NULL
        ){clustered};
        """
    }
}
