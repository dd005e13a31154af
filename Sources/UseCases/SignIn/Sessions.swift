import Kernel
import Register
import Secrets
import Store

/// How a person proved who they are.
package enum Proof: String, Sendable {
    case password
    case passwordAndCode = "password+code"
    case passwordAndRecovery = "password+recovery"
    /// A provider says so, who answers for how.
    case openID = "openid"
}

/// Sessions of browsers: begun at sign-in, ended by signing out, by half an hour without a page, after ten hours, and
/// by every change of the account's rights or secrets.
package enum Sessions {
    /// A session in use is written down once a minute, not with every page.
    private static let touchSeconds = 60
    /// So long a proof is good for changes of secrets.
    package static let provenSeconds = 600
    /// How long a code may be looked for.
    private static let halfSeconds = 300
    private static let deviceSeconds = 400 * 86_400

    /// Who sent a request: the actor, and the session by which one knows.
    package struct Visit: Sendable {
        package let actor: Actor
        package let session: SessionRow
        /// What the person has to do before anything else.
        package let owes: Chore?

        package var mustChangePassword: Bool { owes == .password }

        /// Whether the person showed so lately who they are that secrets may be changed (ASVS 3.7.1, 4.3.3).
        package func isProven(at now: Int) -> Bool { now - session.provenAt < Sessions.provenSeconds }
    }

    package enum Chore: Sendable, Hashable {
        /// Choose a password of their own.
        case password
        /// Set up a second factor.
        case secondFactor
    }

    /// - Parameter provenAt: when the person showed who they are, where that was not now.
    static func begin(
        for account: AccountRow, proof: Proof, provenAt: Int? = nil, _ browser: Browser,
        _ installation: Installation
    ) async throws -> SignedIn {
        let (now, longest) = (installation.clock(), installation.rules.longestSeconds)
        let (token, device) = (Token.make(), browser.device ?? Token.make())
        var session = SessionRow(
            digest: Token.digest(token), of: (account.login, account.epoch), at: (now, now + longest),
            proof: proof.rawValue, from: (browser.agent, browser.address))
        session.provenAt = min(provenAt ?? now, now)
        let begun = session
        let known = browser.device.map { Token.digest($0) }
        try await installation.access.write { connection in
            // The first sign-in of all is nobody else's news; after that, whoever comes from elsewhere is.
            let isKnown = try known.map { try connection.knowsDevice($0, of: account.login) } ?? false
            let isNews = try !isKnown && connection.hasEntered(account.login)
            let event = SignInEventRow(
                login: account.login, at: now,
                outcome: "entered \(proof.rawValue)\(isNews ? SignInNotices.unknown : "")",
                from: (browser.address, browser.agent))
            try connection.forgetEndedSessions(at: now)
            try connection.forgetDevices(unseenSince: now - deviceSeconds)
            try connection.insert(begun)
            try connection.noteDevice(Token.digest(device), of: account.login, at: now)
            try connection.insert(event)
        }
        return SignedIn(token: token, device: device)
    }

    /// The password was right, and a code is awaited.
    static func beginHalf(for account: AccountRow, _ installation: Installation) async throws -> SignedIn {
        let (now, token) = (installation.clock(), Token.make())
        let half = HalfSessionRow(
            digest: Token.digest(token), of: (account.login, account.epoch), endsAt: now + halfSeconds)
        try await installation.access.write { connection in
            try connection.forgetEndedSessions(at: now)
            try connection.insert(half)
        }
        return SignedIn(token: token, device: nil)
    }

    static func half(_ token: String, _ installation: Installation) async throws -> HalfSessionRow? {
        let (digest, now) = (Token.digest(token), installation.clock())
        guard let half = try await installation.access.read({ try $0.halfSession(digest) }), now < half.endsAt
        else { return nil }
        return half
    }

    /// Whether the cookie is that of somebody whose code is awaited.
    package static func awaitsCode(_ token: String, _ installation: Installation) async throws -> Bool {
        try await half(token, installation) != nil
    }

    /// - Parameter token: the cookie's value.
    /// - Returns: nil for a session that is not there, has ended, or whose account may not act any more.
    package static func visit(_ token: String, _ installation: Installation) async throws -> Visit? {
        let (digest, now) = (Token.digest(token), installation.clock())
        guard let session = try await installation.access.read({ try $0.session(digest) }), now < session.endsAt,
            now - session.seenAt < installation.rules.idleSeconds
        else { return nil }
        let (account, credential) = try await installation.database.read { connection in
            (try connection.account(login: session.login), try connection.credential(of: session.login))
        }
        guard let account, !account.isDisabled, account.epoch == session.epoch else { return nil }
        if now - session.seenAt >= touchSeconds {
            try await installation.access.write { try $0.touchSession(digest, at: now) }
        }
        return Visit(
            actor: Accounts.actor(account), session: session,
            owes: chore(account, session, mustChange: credential?.mustChange == true, installation.rules))
    }

    private static func chore(
        _ account: AccountRow, _ session: SessionRow, mustChange: Bool, _ rules: SignInRules
    ) -> Chore? {
        let proof = Proof(rawValue: session.proof)
        if mustChange, proof != .openID { return .password }
        return proof == .password && rules.secondFactorRoles.contains(account.role) ? .secondFactor : nil
    }

    package static func end(_ token: String, _ installation: Installation) async throws {
        try await installation.access.write { connection in
            try connection.endSession(Token.digest(token))
            try connection.endHalfSession(Token.digest(token))
        }
    }

    /// The same session under a new secret, after a change that ended all others of the account.
    /// - Returns: the new secret for the cookie.
    static func renew(_ digest: String, of login: String, epoch: Int64, _ installation: Installation) async throws
        -> String
    {
        let token = Token.make()
        try await installation.access.write { connection in
            try connection.endSessions(of: login, but: digest)
            try connection.renewSession(digest, as: Token.digest(token), epoch: epoch)
        }
        return token
    }
}

extension Sessions {
    /// What the provider said when this session began; nil for who came in by password.
    package static func identityToken(_ token: String, _ installation: Installation) async throws -> String? {
        let digest = Token.digest(token)
        return try await installation.access.read { try $0.identityToken(ofSession: digest) }
    }
}
