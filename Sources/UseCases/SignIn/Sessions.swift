import Kernel
import Register
import Secrets
import Store

/// Sessions of browsers: begun at sign-in, ended by signing out, by half an hour without a page, or after ten hours.
package enum Sessions {
    package static let idleSeconds = 1800
    package static let longestSeconds = 36_000
    /// A session in use is written down once a minute, not with every page.
    private static let touchSeconds = 60

    /// Who sent a request: the actor, and the session by which one knows.
    package struct Visit: Sendable {
        package let actor: Actor
        package let session: SessionRow
        /// The person has to choose another password first.
        package let mustChangePassword: Bool
    }

    static func begin(
        for login: String, proof: String, _ browser: SignIn.Browser, _ installation: Installation
    ) async throws -> String {
        let now = installation.clock()
        let token = Token.make()
        let session = SessionRow(
            digest: Token.digest(token), login: login, at: (now, now + longestSeconds), proof: proof,
            agent: browser.agent, address: browser.address)
        try await installation.access.write { connection in
            try connection.forgetEndedSessions(at: now)
            try connection.insert(session)
        }
        return token
    }

    /// - Parameter token: the cookie's value.
    /// - Returns: nil for a session that is not there, has ended, or whose account may not act any more.
    package static func visit(_ token: String, _ installation: Installation) async throws -> Visit? {
        let (digest, now) = (Token.digest(token), installation.clock())
        guard let session = try await installation.access.read({ try $0.session(digest) }), now < session.endsAt,
            now - session.seenAt < idleSeconds
        else { return nil }
        let (account, credential) = try await installation.database.read { connection in
            (try connection.account(login: session.login), try connection.credential(of: session.login))
        }
        guard let account, !account.isDisabled else { return nil }
        if now - session.seenAt >= touchSeconds {
            try await installation.access.write { try $0.touchSession(digest, at: now) }
        }
        return Visit(
            actor: Accounts.actor(account), session: session,
            mustChangePassword: session.proof == "password" && credential?.mustChange == true)
    }

    package static func end(_ token: String, _ installation: Installation) async throws {
        try await installation.access.write { try $0.endSession(Token.digest(token)) }
    }
}
