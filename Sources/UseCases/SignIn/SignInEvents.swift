import Store

/// The diary of signing in, kept for a year: of accounts that exist only.
package enum SignInEvents {
    private static let keptSeconds = 366 * 86_400

    static func note(_ login: String, _ outcome: String, _ browser: Browser, _ installation: Installation) async throws
    {
        let now = installation.clock()
        let event = SignInEventRow(
            login: login, at: now, outcome: outcome, from: (browser.address, browser.agent))
        try await installation.access.write { connection in
            try connection.forgetSignInEvents(before: now - keptSeconds)
            try connection.insert(event)
        }
    }
}
