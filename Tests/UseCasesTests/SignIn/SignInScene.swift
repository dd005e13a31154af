import Register
import Secrets
import Store
import Synchronization
import TestSupport
import Testing
import UseCases

/// A running Vigie without pages, with an administrator and an inspector who have the same password.
struct SignInScene: Sendable {
    final class Clock: Sendable {
        private let seconds = Mutex(1_613_376_000)  // 2021-02-15T08:00:00Z
        var now: Int { seconds.withLock { $0 } }
        func advance(_ by: Int) { seconds.withLock { $0 += by } }
    }

    static let password = "une phrase de passe fictive"
    static let home = Browser(address: "192.0.2.1", agent: "test")

    var installation: Installation
    let clock: Clock

    static func run(_ engine: Engine, _ body: (SignInScene) async throws -> Void) async throws {
        try await withDatabase(engine) { database in
            let access = try await AccessBook.open(beside: database, now: testTime)
            let clock = Clock()
            var installation = Installation(database: database, access: access, clock: { clock.now })
            installation.keys = KeyBook(.text(InstallationKeys.make(at: clock.now).text))
            do {
                let hash = try PasswordHash.make(password)
                try await database.write { connection in
                    for (login, role) in [("admin", Role.administrator), ("opi", .inspector)] {
                        try connection.insert(
                            AccountRow(
                                login: login, name: "Personne fictive", role: role,
                                scope: role == .administrator ? .national : .departments(["63"])))
                        try connection.set(
                            CredentialRow(login: login, passwordHash: hash, setAt: testTime, mustChange: false))
                    }
                }
                try await body(SignInScene(installation: installation, clock: clock))
                try await access.close()
            } catch {
                try await access.close()
                throw error
            }
        }
    }

    /// What signing in answers: `in`, `code`, or the finding's code.
    func attempt(_ login: String = "opi", _ password: String = password, from browser: Browser = home) async throws
        -> String
    {
        try await code {
            try await SignIn(login: login, password: password, browser: browser).perform(on: installation)
        }
    }

    func signIn(_ login: String = "opi", from browser: Browser = home) async throws -> SignedIn {
        try await SignIn(login: login, password: Self.password, browser: browser).perform(on: installation)
    }

    func visit(_ token: String) async throws -> Sessions.Visit? { try await Sessions.visit(token, installation) }

    func context(_ login: String = "admin") async throws -> Context {
        installation.context(for: try await Accounts.actor(login: login, in: installation.database))
    }

    func code(_ body: () async throws -> SignedIn) async throws -> String {
        do {
            return try await body().awaitsCode ? "code" : "in"
        } catch let refused as Refused {
            return refused.findings[0].code
        }
    }

    /// Sets a second factor up for a fresh session.
    /// - Returns: its secret, the recovery codes, and the session's new secret.
    func enrol(_ login: String = "opi") async throws -> (secret: [UInt8], recovery: [String], token: String) {
        let visit = try #require(try await visit(try await signIn(login).token))
        let offer = try await SecondFactor.offer(to: visit, installation)
        let secret = try #require(Base32.decode(offer.secret))
        let outcome = try await ChangeSecondFactor(visit, .setUp(code: timeCode(secret))).perform(on: installation)
        return (secret, outcome.recovery, outcome.token)
    }

    func timeCode(_ secret: [UInt8]) -> String {
        TimeCode.code(secret: secret, step: TimeCode.step(at: clock.now))
    }
}

/// A failed expectation looks into what it names, which must not be all of a database.
extension SignInScene: CustomReflectable {
    var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// The first finding's code, or nil where nothing was refused.
func refusal(_ body: () async throws -> Void) async throws -> String? {
    do {
        try await body()
        return nil
    } catch let refused as Refused {
        return refused.findings.first?.code
    }
}
