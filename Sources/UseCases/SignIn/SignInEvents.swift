import Store

/// The diary of signing in, kept for a year. Tries with a login that no account has are counted without it.
package enum SignInEvents {
    private static let keptSeconds = 366 * 86_400

    static func note(_ login: String, _ outcome: String, _ browser: Browser, _ installation: Installation) async throws
    {
        try await write(login, outcome, browser, installation) { try $0.insert($1) }
    }

    /// A try that was turned away unjudged, or whose login nobody has: they may be many.
    /// - Parameter login: nil: no account's.
    static func count(
        _ login: String?, _ outcome: String, _ browser: Browser, _ installation: Installation
    ) async throws {
        try await write(login ?? "", outcome, browser, installation) { try $0.count($1) }
    }

    private static func write(
        _ login: String, _ outcome: String, _ browser: Browser, _ installation: Installation,
        _ insert: @escaping @Sendable (Connection, SignInEventRow) throws -> Void
    ) async throws {
        let now = installation.clock()
        let event = SignInEventRow(
            login: login, at: now, outcome: outcome, from: (browser.address, browser.agent))
        try await installation.access.write { connection in
            try connection.forgetSignInEvents(before: now - keptSeconds)
            try insert(connection, event)
        }
    }
}

extension SignInThrottle {
    /// Counts a try; one that is turned away stands in the diary too, so that an attack is seen as large as it is.
    func admit(_ login: String, _ browser: Browser, _ installation: Installation) async throws {
        do {
            try await admit(installation)
        } catch let refused as Refused {
            let isKnown = try await installation.database.read { try $0.account(login: login) != nil }
            try await SignInEvents.count(isKnown ? login : nil, "failed pause", browser, installation)
            throw refused
        }
    }
}
