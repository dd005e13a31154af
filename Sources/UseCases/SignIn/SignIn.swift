import Kernel
import Register
import Secrets
import Store

/// Signs somebody in by login and password, and begins a session.
///
/// Every failure takes as long and answers the same, whether the account exists or not. Failures are counted by login
/// *and* address together, and by address: a stranger who tries somebody's login from elsewhere never locks that person
/// out.
package struct SignIn: Sendable {
    /// Where the browser is and what it calls itself.
    package struct Browser: Sendable {
        package let address: String
        package let agent: String

        package init(address: String, agent: String) {
            self.address = address
            self.agent = String(agent.unicodeScalars.filter { $0.value >= 32 }.prefix(200).map(Character.init))
        }
    }

    package let login: String
    package let password: String
    package let browser: Browser

    package init(login: String, password: String, browser: Browser) {
        self.login = login
        self.password = password
        self.browser = browser
    }

    /// - Returns: the secret for the cookie.
    /// - Throws: `Refused`, `PasswordDeskBusy`.
    package func perform(on installation: Installation) async throws -> String {
        let throttle = SignInThrottle(login: login, address: browser.address)
        try await throttle.require(installation)
        let (account, credential) = try await installation.database.read { [login] connection in
            (try connection.account(login: login), try connection.credential(of: login))
        }
        let hash = credential?.passwordHash ?? SignIn.nobodysHash
        let isRight = try await installation.passwords.run { [password] in PasswordHash.matches(password, hash) }
        guard isRight, credential != nil, let account, !account.isDisabled else {
            try await throttle.noteFailure(installation)
            throw Refused(SignInFinding.notRecognised)
        }
        try await throttle.forget(installation)
        return try await Sessions.begin(for: login, proof: "password", browser, installation)
    }

    /// The hash of a password that nobody has, so that an unknown login takes as long as a known one.
    private static let nobodysHash =
        "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
}
