import Hummingbird
import HummingbirdTesting
import Kernel
import Logging
import OpenID
import Register
import Secrets
import Store
import Synchronization
import TestSupport
import UseCases

@testable import Web

/// A Vigie whose pages are asked without a network: the real router over a real database.
struct WebScene: Sendable {
    /// The clock of the scene, which stands still until a test moves it.
    final class Clock: Sendable {
        private let seconds = Mutex(1_613_376_000)  // 2021-02-15T08:00:00Z

        var now: Int { seconds.withLock { $0 } }
        func advance(_ by: Int) { seconds.withLock { $0 += by } }
    }

    /// How one signs in, where a test is about that.
    struct SignInSettings: Sendable {
        var rules = SignInRules()
        var provider: OpenIDProvider?
    }

    /// Of the installation.
    static let keys = InstallationKeys.make(at: 1_613_376_000).text
    static let password = "une phrase de passe fictive"

    let installation: Installation
    let clock: Clock
    let client: any TestClientProtocol

    /// Runs `body` with a server over a fresh database, with an account of every role: its login is the role's code.
    static func run(
        _ engine: Engine, secure: Bool = false, signIn: SignInSettings = SignInSettings(),
        keys: KeyBook = KeyBook(.text(WebScene.keys)),
        prepare: @escaping @Sendable (Connection) throws -> Void = { _ in },
        configure: @escaping @Sendable (inout WebConfiguration) -> Void = { _ in },
        _ body: @Sendable (WebScene) async throws -> Void
    ) async throws {
        try await withDatabase(engine) { database in
            let access = try await AccessBook.open(beside: database, now: testTime)
            do {
                let clock = Clock()
                var installation = Installation(database: database, access: access, clock: { clock.now })
                installation.rules = signIn.rules
                installation.keys = keys
                installation.webhooks.allowed = ["127.0.0.0/8"].compactMap { AddressRange($0) }
                installation.publicAddress = secure ? "https://vigie.example" : "http://127.0.0.1:8080"
                try await addAccounts(installation)
                try await database.write { try prepare($0) }
                let address = secure ? "https://vigie.example" : "http://127.0.0.1:8080"
                var configuration = WebConfiguration(
                    host: "127.0.0.1", port: 0, assets: nil, publicAddress: address)
                configuration.provider = signIn.provider
                configuration.takesFictitious = true
                configure(&configuration)
                let server = try WebServer(installation, configuration)
                var logger = Logger(label: "test")
                logger.logLevel = .critical
                try await server.application(logger: logger).test(.router) { [installation] client in
                    try await body(WebScene(installation: installation, clock: clock, client: client))
                }
                try await access.close()
            } catch {
                try await access.close()
                throw error
            }
        }
    }

    /// A browser with an account: nil for a stranger.
    func browser(_ role: Role? = nil) async throws -> WebBrowser {
        var browser = WebBrowser(client: client)
        if let role { try await browser.signIn(role.rawValue, WebScene.password) }
        return browser
    }

    private static func addAccounts(_ installation: Installation) async throws {
        let hash = try PasswordHash.make(password)
        try await installation.database.write { connection in
            for role in Role.allCases {
                try connection.insert(
                    AccountRow(
                        login: role.rawValue, name: "Personne fictive", role: role,
                        scope: role == .nationalAuthority ? .national : .departments([Fixture.department])))
                try connection.set(
                    CredentialRow(login: role.rawValue, passwordHash: hash, setAt: testTime, mustChange: false))
            }
        }
    }
}

/// See `WebBrowser`.
extension WebScene: CustomReflectable {
    var customMirror: Mirror { Mirror(self, children: [:]) }
}
