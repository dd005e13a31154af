import Secrets
import Store

/// Somebody who is signed in shows by the password that it is still them, before secrets are changed: a session left
/// open on a desk is enough to read, not to lock its owner out. Who signs in elsewhere shows it there.
package struct ConfirmIdentity: Sendable {
    package let visit: Sessions.Visit
    package let password: String
    package let browser: Browser

    package init(_ visit: Sessions.Visit, password: String, browser: Browser) {
        self.visit = visit
        self.password = password
        self.browser = browser
    }

    /// - Throws: `Refused`, `PasswordDeskBusy`.
    package func perform(on installation: Installation) async throws {
        let (login, digest, password) = (visit.actor.login, visit.session.digest, password)
        // Who finds a session left open guesses no faster than at the door.
        let throttle = SignInThrottle(login: login, address: "", device: digest)
        try await throttle.admit(login, browser, installation)
        guard let hash = try await installation.database.read({ try $0.credential(of: login) })?.passwordHash else {
            try await throttle.takeBack(installation)
            throw Refused(SignInFinding.passwordElsewhere)
        }
        let isRight: Bool
        do {
            isRight = try await installation.passwords.run { PasswordHash.matches(password, hash) }
        } catch {
            try await throttle.takeBack(installation)
            throw error
        }
        guard isRight else {
            try await SignInEvents.note(login, "failed password", browser, installation)
            throw Refused(SignInFinding.passwordWrong)
        }
        try await throttle.succeed(installation)
        let now = installation.clock()
        try await installation.access.write { try $0.noteProof(ofSession: digest, at: now) }
    }
}
