import Kernel
import Register
import Secrets
import Store

/// A new link for an account that is there: for who let the first one expire, or forgot the password. What the person
/// has now goes on opening until the link is used.
package struct InviteAgain: UseCase {
    package let intention = Intention.accountAdd
    package let department: String? = nil
    package let login: String
    /// Seconds since 1970.
    package let expiresAt: Int

    package init(_ login: String, until expiresAt: Int) {
        self.login = login
        self.expiresAt = expiresAt
    }

    /// - Returns: the secret of the link.
    package func run(_ context: Context) async throws -> String {
        let (id, token) = (try await context.database.id(), Token.make())
        let (login, expiresAt) = (login, expiresAt)
        try await context.database.write { connection in
            guard let account = try connection.account(login: login) else {
                throw Refused(UseCaseFinding.userUnknown, ["login": login])
            }
            guard !account.isDisabled else { throw Refused(AccountFinding.disabled, ["login": login]) }
            guard try !connection.isFederated(login) else { throw Refused(SignInFinding.passwordElsewhere) }
            try connection.invite(login, token, by: (context.actor.login, context.now), until: expiresAt)
            try connection.audit(
                AuditEntry("invited", on: login, .accountAdd, by: context.actor, as: (id, context.now)))
        }
        return token
    }
}

/// Takes a link back.
package struct WithdrawInvitation: UseCase {
    package let intention = Intention.accountAdd
    package let department: String? = nil
    package let login: String

    package init(_ login: String) { self.login = login }

    package func run(_ context: Context) async throws {
        let (id, login) = (try await context.database.id(), login)
        try await context.database.write { connection in
            guard try connection.invitation(of: login) != nil else {
                throw Refused(UseCaseFinding.userUnknown, ["login": login])
            }
            try connection.withdrawInvitation(of: login)
            try connection.audit(
                AuditEntry("invitation-withdrawn", on: login, .accountAdd, by: context.actor, as: (id, context.now)))
        }
    }
}

/// Somebody with a link chooses a password. All sessions of the account end; the person signs in with it next, so that
/// a second factor is asked for as ever.
package struct AcceptInvitation: Sendable {
    package let token: String

    package init(token: String) { self.token = token }

    /// Whose link it is.
    /// - Throws: `Refused`: used, expired and invented links answer alike.
    package func account(_ installation: Installation) async throws -> AccountRow {
        let (digest, now) = (Token.digest(token), installation.clock())
        let found = try await installation.database.read { connection -> AccountRow? in
            guard let invitation = try connection.invitation(digest: digest), now < invitation.expiresAt else {
                return nil
            }
            return try connection.account(login: invitation.login)
        }
        guard let found, !found.isDisabled else { throw Refused(SignInFinding.invitationGone) }
        return found
    }

    /// - Throws: `Refused`, `PasswordDeskBusy`.
    package func perform(password: String, on installation: Installation) async throws {
        let account = try await account(installation)
        try PasswordPolicy.require(password, for: account.login, list: installation.commonPasswords)
        let hash = try await installation.passwords.run { try PasswordHash.make(password) }
        let digest = Token.digest(token)
        let audit = AuditEntry(
            "invitation-accepted", on: account.login, .passwordSet, by: Accounts.actor(account),
            as: (try await installation.database.id(), installation.now))
        let row = CredentialRow(
            login: account.login, passwordHash: hash, setAt: installation.now, mustChange: false)
        try await installation.database.write { connection in
            // The first of two at once has it.
            guard try connection.takeInvitation(digest: digest) else { throw Refused(SignInFinding.invitationGone) }
            try connection.set(row)
            try connection.raiseEpoch(of: row.login)
            try connection.audit(audit)
        }
        try await installation.access.write { connection in
            try connection.endSessions(of: row.login)
            try connection.forgetDevices(of: row.login)
        }
    }
}
