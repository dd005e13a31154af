import Kernel
import Secrets
import Store

/// The second step: a code of the telephone, or a recovery code. Five tries, then the password is asked for anew.
package struct ConfirmSignIn: Sendable {
    package static let mostTries = 5

    /// The cookie's value after the first step.
    package let token: String
    package let code: String
    package let browser: Browser

    package init(token: String, code: String, browser: Browser) {
        self.token = token
        self.code = code.trimmingSpaces
        self.browser = browser
    }

    /// - Throws: `Refused`: with `codeLate` the first step has to be done again.
    package func perform(on installation: Installation) async throws -> SignedIn {
        let digest = Token.digest(token)
        guard let half = try await Sessions.half(token, installation) else { throw Refused(SignInFinding.codeLate) }
        let login = half.login
        let device = try await browser.knownDevice(of: login, installation)
        let throttle = SignInThrottle(login: login, address: browser.address, device: device, step: "code")
        try await throttle.admit(login, browser, installation)
        guard let tries = try await installation.access.write({ try $0.countTry(ofHalfSession: digest) }),
            tries <= ConfirmSignIn.mostTries
        else {
            try await installation.access.write { try $0.endHalfSession(digest) }
            throw Refused(SignInFinding.codeLate)
        }
        let (account, factor) = try await installation.database.read { connection in
            (try connection.account(login: login), try connection.secondFactor(of: login))
        }
        guard let account, !account.isDisabled, account.epoch == half.epoch, let factor else {
            throw Refused(SignInFinding.codeLate)
        }
        guard let proof = try await proof(by: factor, installation) else {
            try await SignInEvents.note(login, "failed code", browser, installation)
            throw Refused(SignInFinding.codeWrong)
        }
        try await throttle.succeed(installation)
        try await installation.access.write { try $0.endHalfSession(digest) }
        return try await Sessions.begin(for: account, proof: proof, browser, installation)
    }

    private func proof(by factor: SecondFactorRow, _ installation: Installation) async throws -> Proof? {
        if try await SecondFactor.accepts(code, factor, installation) { return .passwordAndCode }
        return try await SecondFactor.useRecoveryCode(code, of: factor.login, installation) ? .passwordAndRecovery : nil
    }
}

extension String {
    /// Without spaces: telephones show `123 456`.
    fileprivate var trimmingSpaces: String { String(filter { !$0.isWhitespace }) }
}
