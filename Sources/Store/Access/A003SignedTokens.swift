extension Migrations {
    /// Access tokens are signed statements: nothing of them is kept.
    static let signedTokens = Migration(number: 3, name: "signed-tokens") { _ in
        """
        DROP TABLE access_token;
        """
    }
}
