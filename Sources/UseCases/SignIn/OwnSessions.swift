import Kernel
import Register
import Secrets
import Store

/// What a person sees of the own account.
package struct OwnAccount: Sendable {
    package let listing: AccountListing
    package let passwordSetAt: String?
    package let recoveryCodes: Int
    /// Latest first.
    package let sessions: [SessionRow]
    package let events: [SignInEventRow]

    private static let mostEvents = 20

    package static func of(_ visit: Sessions.Visit, _ installation: Installation) async throws -> OwnAccount {
        try await of(visit.actor.login, installation)
    }

    private static func of(_ login: String, _ installation: Installation) async throws -> OwnAccount {
        let (listing, credential, codes) = try await installation.database.read { connection in
            (
                try connection.accountListing(login: login), try connection.credential(of: login),
                try connection.recoveryCodes(of: login).count
            )
        }
        guard let listing else { throw Refused(UseCaseFinding.userUnknown, ["login": login]) }
        let now = installation.clock()
        let idle = installation.rules.idleSeconds
        let (sessions, events) = try await installation.access.read { connection in
            (try connection.sessions(of: login), try connection.signInEvents(of: login, limit: mostEvents))
        }
        return OwnAccount(
            listing: listing, passwordSetAt: credential?.setAt, recoveryCodes: codes,
            sessions: sessions.filter {
                $0.epoch == listing.account.epoch && now < $0.endsAt && now - $0.seenAt < idle
            }, events: events)
    }

    /// The same of somebody else, for an administrator.
    package static func of(_ login: String, for actor: Actor, _ installation: Installation) async throws -> OwnAccount {
        try actor.require(.accountAdd, in: nil)
        return try await of(login, installation)
    }
}

/// Ends sessions: one's own, or, by an administrator, all of an account.
package enum EndSessions {
    /// - Parameter digest: one that is not the person's own answers like one that is not there.
    package static func one(_ digest: String, of visit: Sessions.Visit, _ installation: Installation) async throws {
        let (login, closing) = (visit.actor.login, closing(by: visit, installation))
        try await installation.access.write { connection in
            guard try connection.session(digest)?.login == login else { return }
            try connection.endSession(digest)
            try connection.insert(closing)
        }
    }

    /// All but the one that asks; browsers are known no more.
    package static func others(of visit: Sessions.Visit, _ installation: Installation) async throws {
        let (login, kept) = (visit.actor.login, visit.session.digest)
        let closing = closing(by: visit, installation)
        try await installation.access.write { connection in
            try connection.endSessions(of: login, but: kept)
            try connection.forgetDevices(of: login)
            try connection.insert(closing)
        }
    }

    /// What the diary says of it, and the person is told.
    private static func closing(by visit: Sessions.Visit, _ installation: Installation) -> SignInEventRow {
        SignInEventRow(
            login: visit.actor.login, at: installation.clock(), outcome: SignInNotices.closed,
            from: (visit.session.address, visit.session.agent))
    }

    package static func all(of login: String, by actor: Actor, _ installation: Installation) async throws {
        try actor.require(.accountAdd, in: nil)
        let (id, now, moment) = (try await installation.database.id(), installation.now, installation.moment)
        try await installation.database.write { connection in
            guard try connection.account(login: login) != nil else {
                throw Refused(UseCaseFinding.userUnknown, ["login": login])
            }
            try connection.raiseEpoch(of: login)
            try connection.audit(
                AuditEntry("signed-out", on: login, .accountAdd, by: actor, as: (id, now)))
            try connection.tell(.sessionsClosedByAdministrator, of: login, once: String(id), at: moment)
        }
        try await installation.access.write { connection in
            try connection.endSessions(of: login)
            try connection.forgetDevices(of: login)
        }
    }
}
