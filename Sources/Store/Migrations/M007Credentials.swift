extension Migrations {
    /// How accounts prove who they are: passwords as Argon2id keeps them. Sessions stand in the access book.
    static let credentials = Migration(number: 7, name: "credentials") { _ in
        """
        CREATE TABLE credential (
            login {text} NOT NULL PRIMARY KEY REFERENCES user_account (login),
            password_hash {text} NOT NULL,
            set_at {time} NOT NULL,
            must_change {flag} NOT NULL DEFAULT 0
        ){strict};
        """
    }
}
