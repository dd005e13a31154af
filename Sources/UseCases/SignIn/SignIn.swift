import Kernel
import Register
import Secrets
import Store

/// Signs somebody in by login and password. Who has a second factor is asked for it next (`ConfirmSignIn`).
///
/// Every failure takes as long and answers the same, whether the account exists or not.
package struct SignIn: Sendable {
    package typealias Browser = UseCases.Browser

    package let login: String
    package let password: String
    package let browser: Browser

    package init(login: String, password: String, browser: Browser) {
        self.login = login
        self.password = password
        self.browser = browser
    }

    /// - Throws: `Refused`, `PasswordDeskBusy`.
    package func perform(on installation: Installation) async throws -> SignedIn {
        let device = try await browser.knownDevice(of: login, installation)
        let throttle = SignInThrottle(login: login, address: browser.address, device: device)
        try await throttle.admit(login, browser, installation)
        let (account, credential, factor) = try await installation.database.read { [login] connection in
            (
                try connection.account(login: login), try connection.credential(of: login),
                try connection.secondFactor(of: login)
            )
        }
        let hash = credential?.passwordHash ?? SignIn.nobodysHash
        let isRight: Bool
        do {
            isRight = try await installation.passwords.run { [password] in PasswordHash.matches(password, hash) }
        } catch {
            try await throttle.takeBack(installation)
            throw error
        }
        guard isRight, credential != nil, let account, !account.isDisabled else {
            if account == nil {
                try await SignInEvents.count(nil, "failed password", browser, installation)
            } else {
                try await SignInEvents.note(login, "failed password", browser, installation)
            }
            throw Refused(SignInFinding.notRecognised)
        }
        try await throttle.succeed(installation)
        guard factor == nil else { return try await Sessions.beginHalf(for: account, installation) }
        return try await Sessions.begin(for: account, proof: .password, browser, installation)
    }

    /// The hash of a password that nobody has, so that an unknown login takes as long as a known one.
    private static let nobodysHash =
        "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
}

/// What the browser gets.
package struct SignedIn: Sendable {
    /// The secret for the cookie.
    package let token: String
    /// The secret by which the browser is known later; nil while a code is awaited.
    package let device: String?

    package var awaitsCode: Bool { device == nil }
}
