/// An account that somebody else keeps, and the one here that belongs to it.
extension Connection {
    package func login(ofIssuer issuer: String, subject: String) throws -> String? {
        try first(
            "SELECT login FROM federated_identity WHERE issuer = ? AND subject = ?", [.text(issuer), .text(subject)]
        ) { $0.text(0) }
    }

    package func isFederated(_ login: String) throws -> Bool {
        try count("SELECT count(*) FROM federated_identity WHERE login = ?", [.text(login)]) > 0
    }

    package func linkIdentity(issuer: String, subject: String, to login: String, at now: String) throws {
        try execute(
            "INSERT INTO federated_identity (issuer, subject, login, linked_at) VALUES (?, ?, ?, ?)",
            [.text(issuer), .text(subject), .text(login), .text(now)])
    }

    /// The address that the provider named last, and that was taken.
    package func identityMail(issuer: String, subject: String) throws -> String? {
        try first(
            "SELECT mail FROM federated_identity WHERE issuer = ? AND subject = ?", [.text(issuer), .text(subject)]
        ) { $0.textOrNil(0) } ?? nil
    }

    package func setIdentityMail(_ mail: String, issuer: String, subject: String) throws {
        try execute(
            "UPDATE federated_identity SET mail = ? WHERE issuer = ? AND subject = ?",
            [.text(mail), .text(issuer), .text(subject)])
    }

    package func unlinkIdentity(of login: String) throws {
        try execute("DELETE FROM federated_identity WHERE login = ?", [.text(login)])
    }
}
