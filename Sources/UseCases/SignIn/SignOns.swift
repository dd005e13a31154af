import Secrets
import Store

/// What is remembered of somebody on the way to a provider: for ten minutes, for one return, in one browser.
package enum SignOns {
    private static let awaySeconds = 600

    /// - Parameter browser: the cookie's value; only who bears it may come back.
    package static func remember(
        state: String, secrets: (nonce: String, verifier: String), target: String, browser: String,
        _ installation: Installation
    ) async throws {
        let now = installation.clock()
        let row = SignOnRow(
            state: Token.digest(state), browser: Token.digest(browser), secrets: secrets, target: target,
            endsAt: now + awaySeconds)
        try await installation.access.write { connection in
            try connection.forgetEndedSessions(at: now)
            try connection.insert(row)
        }
    }

    /// - Returns: nil for a return that was not begun here, in this browser, of late.
    package static func take(state: String, browser: String, _ installation: Installation) async throws -> SignOnRow? {
        let (digest, now) = (Token.digest(state), installation.clock())
        guard let row = try await installation.access.write({ try $0.takeSignOn(state: digest) }), now < row.endsAt,
            Token.equal(row.browser, Token.digest(browser))
        else { return nil }
        return row
    }
}
