import Mail
import Register

/// What a provider says of a person, proven.
package struct ProvenIdentity: Sendable, Hashable {
    package let issuer: String
    package let subject: String
    /// Texts, numbers and lists of them; nested objects by their path: `realm_access.roles`.
    package let claims: [String: [String]]

    package init(issuer: String, subject: String, claims: [String: [String]]) {
        self.issuer = issuer
        self.subject = subject
        self.claims = claims
    }
}

/// How claims become an account here: which claim is the login, which say role, departments and organisation.
package struct ClaimMapping: Sendable, Hashable {
    package var login = "preferred_username"
    package var name = "name"
    /// Makes an account at the first sign-in. Without it an administrator makes the account first, and the mapping of
    /// roles is not asked.
    package var creates = false
    package var role = "roles"
    /// A value of the role claim → the role here. The order of `Role` decides where several match: the first one.
    package var roles: [String: Role] = [:]
    package var departments: String?
    package var organisation: String?
    package var mail = "email"
    /// Takes an address that the provider does not call verified.
    package var trustsMail = false

    package init() {}

    /// The first role that a value of the claim gives. An administrator is never made from afar.
    func role(of identity: ProvenIdentity) -> Role? {
        let found = Set((identity.claims[role] ?? []).compactMap { roles[$0] })
        return Role.allCases.first { found.contains($0) && $0 != .administrator }
    }

    /// An address for notices: one that can be written to and that the provider has verified (OpenID Connect Core,
    /// 5.1), or every one where the file says so.
    package func mail(of identity: ProvenIdentity) -> String? {
        guard trustsMail || identity.claims["email_verified"] == ["true"] else { return nil }
        return identity.claims[mail]?.first.flatMap { MailAddress($0) }?.description
    }

    func scope(of identity: ProvenIdentity) -> Scope {
        Scope(typed: departments.flatMap { identity.claims[$0] }?.joined(separator: ",") ?? "")
    }
}
