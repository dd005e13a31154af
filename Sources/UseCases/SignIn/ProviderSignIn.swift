import Kernel
import Register
import Secrets
import Store

/// Signs in somebody whom a provider vouches for.
///
/// An account here belongs to issuer and subject, never to a name: names are given anew. The first time, the account is
/// the one that an administrator made under the login of the claim and that has no password, or a new one where the
/// mapping says so. Role and territory follow the claims at each sign-in where the mapping makes accounts; the
/// address for notices follows its claim whenever that changes, and stays what the person chose meanwhile.
package struct ProviderSignIn: Sendable {
    package let identity: ProvenIdentity
    package let browser: Browser

    package init(_ identity: ProvenIdentity, browser: Browser) {
        self.identity = identity
        self.browser = browser
    }

    /// - Parameters:
    ///   - identityToken: kept for the logout at the provider.
    ///   - authenticatedAt: when the person showed the provider who they are; nil: it does not say.
    /// - Throws: `Refused`.
    package func perform(
        identityToken: String, authenticatedAt: Int?, on installation: Installation
    ) async throws -> SignedIn {
        guard let mapping = installation.rules.claims else { throw Refused(SignInFinding.providerFailed) }
        let ids = try await installation.database.ids(3)
        let (moment, identity) = (installation.moment, identity)
        let account = try await installation.database.write { connection in
            let desk = ProviderDesk(connection: connection, mapping: mapping, identity: identity, moment: moment)
            return try desk.account(auditIDs: Array(ids))
        }
        guard !account.isDisabled else { throw Refused(SignInFinding.providerStranger) }
        let entered = try await Sessions.begin(
            for: account, proof: .openID, provenAt: authenticatedAt ?? 0, browser, installation)
        try await installation.access.write {
            try $0.keepIdentityToken(identityToken, ofSession: Token.digest(entered.token))
        }
        return entered
    }
}

/// Finds, makes and updates the account, in one transaction.
private struct ProviderDesk {
    let connection: Connection
    let mapping: ClaimMapping
    let identity: ProvenIdentity
    let moment: (text: String, seconds: Int)

    private var now: String { moment.text }

    func account(auditIDs: [Int64]) throws -> AccountRow {
        let login = try connection.login(ofIssuer: identity.issuer, subject: identity.subject)
        let known = try login.flatMap { try connection.account(login: $0) }
        let account = try known ?? link(auditIDs[0])
        try followMail(account, auditIDs[2])
        guard mapping.creates, account.role != .administrator else { return account }
        return try follow(account, auditIDs[1])
    }

    /// The first time: an account that waits for this person, or a new one.
    private func link(_ auditID: Int64) throws -> AccountRow {
        guard let login = identity.claims[mapping.login]?.first else { throw Refused(SignInFinding.providerStranger) }
        let present = try connection.account(login: login)
        if let present {
            // Somebody's who signs in with a password, or with another account of the provider: not to be taken over.
            guard !present.isDisabled, try connection.credential(of: login) == nil,
                try !connection.isFederated(login)
            else { throw Refused(SignInFinding.providerStranger) }
        } else {
            guard mapping.creates else { throw Refused(SignInFinding.providerStranger) }
            try connection.insert(try described(login))
        }
        try connection.linkIdentity(
            issuer: identity.issuer, subject: identity.subject, to: login, at: now)
        try connection.withdrawInvitation(of: login)
        guard let account = try connection.account(login: login) else {
            throw Refused(SignInFinding.providerStranger)
        }
        try connection.audit(
            AuditEntry(
                present == nil ? "created-by-provider" : "linked-to-provider", on: login, .accountAdd,
                by: Accounts.actor(account), as: (auditID, now)))
        return account
    }

    /// The address of the claim, where it is another than at the sign-in before.
    private func followMail(_ account: AccountRow, _ auditID: Int64) throws {
        guard let mail = mapping.mail(of: identity),
            try connection.identityMail(issuer: identity.issuer, subject: identity.subject) != mail
        else { return }
        try connection.setIdentityMail(mail, issuer: identity.issuer, subject: identity.subject)
        guard account.mail != mail else { return }
        try connection.changeMail(of: account.login, to: mail, as: auditID, at: moment)
        try connection.audit(
            AuditEntry(
                "mail-set by provider", on: account.login, .accountAdd, by: Accounts.actor(account),
                as: (auditID, now)))
    }

    /// Role, territory and organisation as the claims say now.
    private func follow(_ account: AccountRow, _ auditID: Int64) throws -> AccountRow {
        let said = try described(account.login)
        guard said.role != account.role || said.scope != account.scope || said.organisation != account.organisation
        else { return account }
        try connection.setRights(of: account.login, role: said.role, scope: said.scope)
        try connection.attachAccount(account.login, to: said.organisation)
        try connection.raiseEpoch(of: account.login)
        try connection.tell(.rightsChanged, of: account.login, once: String(auditID), at: moment)
        try connection.audit(
            AuditEntry(
                "rights \(said.role.rawValue) \(said.scope.listed) by provider", on: account.login, .accountAdd,
                by: Accounts.actor(account), as: (auditID, now)))
        guard let changed = try connection.account(login: account.login) else {
            throw Refused(SignInFinding.providerStranger)
        }
        return changed
    }

    private func described(_ login: String) throws -> AccountRow {
        guard let role = mapping.role(of: identity) else { throw Refused(SignInFinding.providerRoleless) }
        let code = mapping.organisation.flatMap { identity.claims[$0]?.first }
        let account = AccountRow(
            login: login, name: identity.claims[mapping.name]?.first ?? login, role: role,
            scope: mapping.scope(of: identity),
            organisation: try code.flatMap { try connection.organisationID(code: $0) })
        try AccountRules.require(account)
        return account
    }
}
