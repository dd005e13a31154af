import Kernel
import Register
import Secrets
import Store
import Synchronization

/// Who a program is, by the token that it carries.
package struct Bearer: Sendable {
    package let actor: Actor
    /// The personal token or the client.
    package let credential: Int64
}

/// Knows bearers by their tokens. What was looked up is trusted for a few seconds, so that a program that asks quickly
/// costs one look-up and not thousands. A revocation counts at once on the server that made it, and after
/// `trustedSeconds` everywhere else.
package final class BearerDesk: Sendable {
    package static let trustedSeconds = 5
    private static let mostKept = 10_000
    /// A use is written down once a minute.
    private static let noteSeconds = 60

    private struct Known {
        let bearer: Bearer
        let since: Int
        let until: Int
    }

    /// Which credential a token stands for, and until when.
    private struct Proof {
        var credential: Int64?
        var until = Int.max
    }

    private let known = Mutex<[String: Known]>([:])
    private let noted = Mutex<[Int64: Int]>([:])

    package init() {}

    /// - Returns: nil for a token that is unknown, ended, revoked, or of an account that may not act.
    package func bearer(_ token: String, _ installation: Installation) async throws -> Bearer? {
        let now = installation.clock()
        if let found = known.withLock({ $0[token] }), now < found.until, now >= found.since { return found.bearer }
        guard let proof = try await proof(token, installation, now),
            let bearer = try await find(token, proof, installation)
        else {
            known.withLock { _ = $0.removeValue(forKey: token) }
            return nil
        }
        known.withLock { known in
            if known.count >= BearerDesk.mostKept { known.removeAll() }
            known[token] = Known(
                bearer: bearer, since: now, until: min(now + BearerDesk.trustedSeconds, proof.until))
        }
        try await noteUse(of: bearer.credential, installation, now)
        return bearer
    }

    /// After a revocation: nobody is known any more.
    package func forget() { known.withLock { $0.removeAll() } }

    /// - Returns: nil for what is neither a personal token nor an access token of ours that is still good.
    private func proof(_ token: String, _ installation: Installation, _ now: Int) async throws -> Proof? {
        if token.hasPrefix(CreateCredential.tokenPrefix) { return Proof() }
        guard token.contains(".") else { return nil }
        do {
            let claims = try await claims(of: token, installation, now)
            guard let id = IssueAccessToken.credential(of: claims.client) else { return nil }
            return Proof(credential: id, until: claims.expiresAt)
        } catch is AccessTokenFault {
            return nil
        } catch let refused as Refused where refused.isMissingKeys {
            // Without keys this installation has given no token.
            return nil
        }
    }

    private func find(_ token: String, _ proof: Proof, _ installation: Installation) async throws -> Bearer? {
        let (id, today, digest) = (proof.credential, installation.today(), Token.digest(token))
        return try await installation.database.read { connection in
            let found = try id.map { try connection.apiCredential($0) } ?? connection.apiCredential(digest: digest)
            guard let credential = found, credential.accepts(id == nil ? .token : .client, on: today),
                let account = try connection.account(login: credential.login), !account.isDisabled
            else { return nil }
            return Bearer(actor: Accounts.actor(account), credential: credential.id)
        }
    }

    private func noteUse(of credential: Int64, _ installation: Installation, _ now: Int) async throws {
        let isDue = noted.withLock { noted in
            guard now - (noted[credential] ?? .min / 2) >= BearerDesk.noteSeconds else { return false }
            noted[credential] = now
            return true
        }
        if isDue { try await installation.access.write { try $0.noteUse(of: credential, at: now) } }
    }
}

extension BearerDesk {
    /// The claims of an access token of ours, with the keys read anew when it names one that is not known.
    private func claims(
        of token: String, _ installation: Installation, _ now: Int
    ) async throws -> AccessClaims {
        func verified(_ keys: InstallationKeys) async throws(AccessTokenFault) -> AccessClaims {
            try await AccessToken.verify(
                token, with: keys.signing, issuer: installation.issuer, audience: installation.audience, at: now)
        }
        do {
            return try await verified(installation.keys.keys(at: now))
        } catch AccessTokenFault.unknownKey {
            return try await verified(installation.keys.keys(at: now, anew: true))
        }
    }
}

extension Refused {
    fileprivate var isMissingKeys: Bool { findings.first?.code == KeyFinding.missing.rawValue }
}

extension APICredentialRow {
    func accepts(_ kind: Kind, on today: Day) -> Bool {
        self.kind == kind && revokedAt == nil && expiresOn.map { today <= $0 } ?? true
    }
}
