import Kernel
import Secrets
import Store

/// Gives a client an access token for its identity and secret (RFC 6749 §4.4).
///
/// The token is a random secret known by its digest, not a signed statement: it ends with its client, at once.
package struct IssueAccessToken: Sendable {
    package static let prefix = "vga_"
    package static let seconds = 900

    /// `vigie-123`
    package let client: String
    package let secret: String

    package init(client: String, secret: String) {
        self.client = client
        self.secret = secret
    }

    package static func clientID(_ id: Int64) -> String { "vigie-\(id)" }

    /// Nobody guesses a secret of 256 bits, so that failures are not counted by client: who knows its identity could
    /// lock it out. The server counts requests by address.
    /// - Throws: `Refused` for an unknown client or a wrong secret.
    package func perform(on installation: Installation) async throws -> String {
        guard let id = try await credential(installation) else { throw Refused(APIFinding.clientRefused) }
        let (token, now) = (IssueAccessToken.prefix + Token.make(), installation.clock())
        try await installation.access.write { connection in
            try connection.forgetEndedAccessTokens(at: now)
            try connection.insertAccessToken(Token.digest(token), of: id, endsAt: now + IssueAccessToken.seconds)
        }
        return token
    }

    private func credential(_ installation: Installation) async throws -> Int64? {
        guard client.hasPrefix("vigie-"), let id = Int64(client.dropFirst(6)) else { return nil }
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
