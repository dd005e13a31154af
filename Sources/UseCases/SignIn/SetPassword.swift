import Kernel
import Register
import Secrets
import Store

/// Sets an account's password: the person's own with the present one, or anybody's by an administrator, who makes the
/// person choose another at the next sign-in. All other sessions of the account end, and the person's own goes on under
/// a new secret.
package struct SetPassword: Sendable {
    package enum Proof: Sendable {
        /// The person knows the present one.
        case present(String, session: String)
        /// The administrator who resets it.
        case administrator(Actor)
        /// The same for a demonstration, whose passwords are printed and need not be changed.
        case demonstration(Actor)
    }

    package let login: String
    package let password: String
    package let proof: Proof

    package init(of login: String, to password: String, _ proof: Proof) {
        self.login = login
        self.password = password
        self.proof = proof
    }

    /// - Throws: `Refused`, `PasswordDeskBusy`.
    /// - Returns: the new secret for the cookie of the session that goes on.
    @discardableResult
    package func perform(on installation: Installation) async throws -> String? {
        try PasswordPolicy.require(password, for: login, list: installation.commonPasswords)
        let (actor, kept) = try await proven(installation)
        let hash = try await installation.passwords.run { [password] in try PasswordHash.make(password) }
        let audit = AuditEntry(
            isProvisional ? "reset" : "changed", on: login, .passwordSet, by: actor,
            as: (try await installation.database.id(), installation.now))
        let row = CredentialRow(
            login: login, passwordHash: hash, setAt: installation.now, mustChange: isProvisional)
        let epoch = try await installation.database.write { [login] connection in
            guard try !connection.isFederated(login) else { throw Refused(SignInFinding.passwordElsewhere) }
            try connection.set(row)
            try connection.withdrawInvitation(of: login)
            try connection.audit(audit)
            return try connection.raiseEpoch(of: login)
        }
        if let kept { return try await Sessions.renew(kept, of: login, epoch: epoch, installation) }
        try await installation.access.write { [login] connection in
            try connection.endSessions(of: login)
            try connection.forgetDevices(of: login)
        }
        return nil
    }

    private var isProvisional: Bool { if case .administrator = proof { true } else { false } }

    /// Who acts, and the session that goes on.
    private func proven(_ installation: Installation) async throws -> (Actor, String?) {
        let login = login
        let (account, credential) = try await installation.database.read { connection in
            (try connection.account(login: login), try connection.credential(of: login))
        }
        guard let account else { throw Refused(UseCaseFinding.userUnknown, ["login": login]) }
        switch proof {
        case .administrator(let actor), .demonstration(let actor):
            try actor.require(.accountAdd, in: nil)
            return (actor, nil)
        case .present(let present, let session):
            // Who finds a session left open guesses no faster than at the door.
            let throttle = SignInThrottle(login: login, address: "", device: session)
            try await throttle.admit(installation)
            let hash = credential?.passwordHash ?? ""
            guard try await installation.passwords.run({ PasswordHash.matches(present, hash) }) else {
                throw Refused(SignInFinding.passwordWrong)
            }
            try await throttle.succeed(installation)
            return (Accounts.actor(account), session)
        }
    }
}
