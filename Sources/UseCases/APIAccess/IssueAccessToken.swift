import Kernel
import Secrets
import Store

/// Gives a client an access token for its identity and secret (RFC 6749 §4.4): a signed statement (RFC 9068) that other
/// services of the installation can verify too. Here its client is looked up all the same: it ends with it, at once.
package struct IssueAccessToken: Sendable {
    package static let seconds = 900
    private static let clientPrefix = "vigie-"

    /// `vigie-123`
    package let client: String
    package let secret: String

    package init(client: String, secret: String) {
        self.client = client
        self.secret = secret
    }

    package static func clientID(_ id: Int64) -> String { "\(clientPrefix)\(id)" }

    /// The credential that a client's identity names.
    static func credential(of client: String) -> Int64? {
        guard client.hasPrefix(clientPrefix) else { return nil }
        return Int64(client.dropFirst(clientPrefix.count))
    }

    /// Nobody guesses a secret of 256 bits, so that failures are not counted by client: who knows its identity could
    /// lock it out. The server counts requests by address.
    /// - Throws: `Refused` for an unknown client or a wrong secret, and where the installation has no keys.
    package func perform(on installation: Installation) async throws -> String {
        guard let id = try await credential(installation) else { throw Refused(APIFinding.clientRefused) }
        let now = installation.clock()
        guard let key = try installation.keys.keys(at: now).signing.first else { throw Refused(KeyFinding.missing) }
        let claims = AccessClaims(
            issuer: installation.issuer, audience: installation.audience, client: IssueAccessToken.clientID(id),
            from: now, seconds: IssueAccessToken.seconds)
        return try await AccessToken.sign(claims, with: key)
    }

    private func credential(_ installation: Installation) async throws -> Int64? {
        guard let id = IssueAccessToken.credential(of: client) else { return nil }
        let (digest, today) = (Token.digest(secret), installation.today())
        return try await installation.database.read { connection in
            guard let credential = try connection.apiCredential(id), credential.accepts(.client, on: today),
                Token.equal(credential.digest, digest),
                let account = try connection.account(login: credential.login), !account.isDisabled
            else { return nil }
            return credential.id
        }
    }
}
