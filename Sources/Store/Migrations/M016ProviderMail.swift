extension Migrations {
    /// The address that a provider named last for somebody: it is taken again only when it changes, so that who chose
    /// another address here keeps it.
    static let providerMail = Migration(number: 16, name: "provider-mail") { _ in
        """
        ALTER TABLE federated_identity ADD COLUMN mail {text};
        """
    }
}
