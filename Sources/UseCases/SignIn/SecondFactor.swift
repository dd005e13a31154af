import Kernel
import Register
import Secrets
import Store

/// A telephone as a second proof: set up by the person, removed by the person or an administrator.
package enum SecondFactor {
    /// What the page of the enrolment shows.
    package struct Offer: Sendable {
        /// Base32, for who types it.
        package let secret: String
        /// `otpauth://totp/…`
        package let address: String
    }

    /// How long the enrolment may take.
    private static let offerSeconds = 1800

    /// The secret offered to this session: the same until it is confirmed, so that the page may be asked again.
    package static func offer(to visit: Sessions.Visit, _ installation: Installation) async throws -> Offer {
        let (digest, login, now) = (visit.session.digest, visit.actor.login, installation.clock())
        let seal = try installation.seal()
        let made = try seal.seal(TimeCode.makeSecret(), of: login)
        let kept = try await installation.access.write { connection -> String in
            try connection.forgetEndedSessions(at: now)
            try connection.offerFactor(made, toSession: digest, until: now + offerSeconds)
            return try connection.offeredFactor(toSession: digest) ?? ""
        }
        guard let secret = seal.open(kept, of: login) else { throw Refused(SignInFinding.codeLate) }
        let address = TimeCode.address(secret: secret, issuer: "Vigie", account: login)
        return Offer(secret: Base32.encode(secret), address: address)
    }

    /// How many second factors the installation's keys do not open: others sealed them.
    package static func sealedElsewhere(_ installation: Installation) async throws -> Int {
        let seal = try installation.seal()
        return try await installation.database.read { try $0.sealedFactors() }.count { !seal.knows($0) }
    }

    /// Whether it is a code of now that was not used before; then it is used.
    static func accepts(_ code: String, _ factor: SecondFactorRow, _ installation: Installation) async throws -> Bool {
        guard let secret = try installation.seal().open(factor.secret, of: factor.login) else { return false }
        let (now, login) = (installation.clock(), factor.login)
        return try await installation.access.write { connection in
            let last = try connection.lastStep(of: login) ?? 0
            guard let step = TimeCode.matchingStep(code, secret: secret, at: now, after: last) else { return false }
            return try connection.useStep(step, of: login)
        }
    }

    static func useRecoveryCode(_ code: String, of login: String, _ installation: Installation) async throws -> Bool {
        let codes = try await installation.database.read { try $0.recoveryCodes(of: login) }
        guard let match = codes.first(where: { Token.equal(RecoveryCode.digest(code, salt: $0.salt), $0.digest) })
        else { return false }
        let (id, now) = (try await installation.database.id(), installation.now)
        return try await installation.database.write { connection in
            guard try connection.useRecoveryCode(match.digest, of: login, at: now),
                let account = try connection.account(login: login)
            else { return false }
            try connection.audit(
                AuditEntry("recovery-used", on: login, .secondFactorSet, by: Accounts.actor(account), as: (id, now)))
            return true
        }
    }

    /// Ten new codes and how they are kept.
    static func makeRecoveryCodes() -> (codes: [String], rows: [RecoveryCodeRow]) {
        let codes = (0..<RecoveryCode.count).map { _ in RecoveryCode.make() }
        let rows = codes.map { code in
            let salt = Token.base64URL(RandomBytes.make(16))
            return RecoveryCodeRow(salt: salt, digest: RecoveryCode.digest(code, salt: salt))
        }
        return (codes, rows)
    }
}

extension AuditEntry {
    /// An entry on one account.
    /// - Parameter stamp: its identifier, and the instant.
    init(
        _ outcome: String, on login: String, _ intention: Intention, by actor: Actor, as stamp: (id: Int64, at: String)
    ) {
        self.init(
            id: stamp.id, at: stamp.at, actor: actor.login, role: actor.role.rawValue, intention: intention.rawValue)
        subject = "account:\(login)"
        details = [AuditDetail(subject: login, outcome: outcome)]
    }
}
