import HTTPTypes
import Hummingbird
import Kernel
import Register
import Secrets
import Store
import TestSupport
import Testing
import UseCases

@testable import Web

/// What is somebody else's answers exactly like what is not there: the same status, the same page but for its number.
@Suite("Issue 3 §2 and bad input: foreign like missing", .serialized) struct ForeignObjectTests {
    /// Those who have a territory or herds; the national authority and the administrator know no foreign ones.
    static let roles = Role.allCases.filter { ![.nationalAuthority, .administrator].contains($0) }

    /// Accounts of every role in another department, tied to nothing.
    private func withStrangers(
        _ engine: Engine, _ body: @escaping @Sendable (WebScene, WebCampaign, RouteExamples) async throws -> Void
    ) async throws {
        try await WebCampaign.run(engine) { scene, made in
            let hash = try PasswordHash.make(WebScene.password)
            try await scene.installation.database.write { connection in
                for role in Self.roles {
                    let login = Self.login(role)
                    try connection.insert(
                        AccountRow(login: login, name: "Personne d'ailleurs", role: role, scope: .departments(["15"])))
                    try connection.set(
                        CredentialRow(login: login, passwordHash: hash, setAt: testTime, mustChange: false))
                }
            }
            var inspector = try await scene.browser(.inspector)
            try await inspector.get("/fichiers")
            try await inspector.upload("/fichiers", [:], file: ("rapport.xml", "<analysis-report/>"))
            let job = inspector.location?.split(separator: "/").last.map(String.init) ?? "1"
            _ = try await Worker(scene.installation, WorkerSettings(name: "essai"), stop: StopSign()).runDue()
            let files = try await scene.installation.database.read {
                try $0.all("SELECT id FROM import_run ORDER BY id", []) { String($0.int(0)) }
            }
            try await body(scene, made, RouteExamples(made, job: job, file: files.first ?? "1"))
        }
    }

    private static func login(_ role: Role) -> String { "ailleurs-\(role.rawValue)" }

    private static func isAnObject(_ endpoint: Endpoint) -> Bool {
        // A link that confirms an address answers alike whatever it holds: the button below it judges.
        let others = ["/assets", "/aide", "/invitation", "/compte/avertissements/adresse"]
        return endpoint.path.contains(":") && others.allSatisfy { !endpoint.path.hasPrefix($0) }
    }

    @Test("pages of every route with an object in it, for every role", arguments: Engine.allCases)
    func pages(_ engine: Engine) async throws {
        try await withStrangers(engine) { scene, _, examples in
            for role in Self.roles {
                scene.clock.advance(3600)
                var browser = WebBrowser(client: scene.client)
                try await browser.signIn(Self.login(role), WebScene.password)
                for endpoint in Routes.all where endpoint.method == .get && Self.isAnObject(endpoint) {
                    try await browser.get(examples.path(of: endpoint))
                    let foreign = (browser.status, examples.blank(browser.text))
                    try await browser.get(RouteExamples.missing.path(of: endpoint))
                    let place = Comment(rawValue: "\(endpoint.path) as \(role)")
                    let isSame = foreign == (browser.status, examples.blank(browser.text))
                    #expect(isSame, place)
                    #expect(endpoint.access.allows(role) ? foreign.0 == .notFound : foreign.0 == .forbidden, place)
                }
            }
        }
    }

    @Test("forms of every route with an object in it, for every role") func forms() async throws {
        try await withStrangers(.sqlite) { scene, _, examples in
            for role in Self.roles {
                scene.clock.advance(3600)
                var browser = WebBrowser(client: scene.client)
                try await browser.signIn(Self.login(role), WebScene.password)
                try await browser.get("/compte")
                let token = browser.formToken
                for endpoint in Routes.all where endpoint.method == .post && Self.isAnObject(endpoint) {
                    for value in ["", "1", "2021-02-01"] {
                        let fields = [("_form", token)] + Hostile.fields.map { ($0, value) }
                        try await browser.send(fields: fields, to: examples.path(of: endpoint))
                        let foreign = (
                            browser.status, examples.blank(browser.text), examples.blank(browser.location ?? "")
                        )
                        try await browser.send(fields: fields, to: RouteExamples.missing.path(of: endpoint))
                        let place = Comment(rawValue: "\(endpoint.path) as \(role) with “\(value)”")
                        let isSame =
                            foreign == (
                                browser.status, examples.blank(browser.text), examples.blank(browser.location ?? "")
                            )
                        #expect(isSame, place)
                        #expect(foreign.0.code >= 400, place)
                    }
                }
            }
        }
    }

    @Test("searches for numbers of others find what searches for no number find") func searches() async throws {
        try await withStrangers(.sqlite) { scene, made, examples in
            for role in Self.roles where Policy.allows(.herdRead, to: role) {
                scene.clock.advance(3600)
                var browser = WebBrowser(client: scene.client)
                try await browser.signIn(Self.login(role), WebScene.password)
                for place in ["elevages", "bovins", "interventions"] {
                    let (one, other) = (examples.values[place] ?? "", RouteExamples.missing.values[place] ?? "")
                    try await browser.get("/recherche?q=\(one)")
                    let foreign = (browser.status, examples.blank(browser.text))
                    try await browser.get("/recherche?q=\(other)")
                    let isSame = foreign == (browser.status, examples.blank(browser.text))
                    #expect(isSame, "\(place) as \(role)")
                }
                #expect(!made.number.isEmpty)
            }
        }
    }

    @Test("operations of the API with an object in them, for every role") func operations() async throws {
        try await withStrangers(.sqlite) { scene, made, examples in
            let (here, gone) = (Self.values(of: examples), Self.values(of: .missing))
            for role in Self.roles {
                let made = try await CreateCredential(.token, of: Self.login(role), name: "essai", days: 30)
                    .perform(scene.context(.administrator))
                let program = APIProgram(client: scene.client, token: made.secret)
                for operation in APIRoutes.all where operation.path.contains("{") && !operation.path.contains("{rule}")
                {
                    var answers: [(HTTPResponse.Status, String)] = []
                    for values in [here, gone] {
                        let path = operation.path.split(separator: "/").map { values[String($0)] ?? String($0) }
                        let answer = try await program.send(
                            operation.method, "/api/v1/" + path.joined(separator: "/"),
                            [
                                "Idempotency-Key": "cle-\(answers.count)-\(operation.id)",
                                "Content-Type": "application/json",
                            ],
                            operation.body == nil ? nil : "{}")
                        answers.append((answer.status, examples.blank(answer.text)))
                    }
                    let place = Comment(rawValue: "\(operation.id) as \(role): \(answers)")
                    #expect(answers[0] == answers[1], place)
                    #expect([400, 403, 404, 406, 415, 422].contains(answers[0].0.code), place)
                }
            }
        }
    }

    /// By the names that operations give to the parts of their paths.
    private static func values(of examples: RouteExamples) -> [String: String] {
        [
            "{department}": "63", "{year}": examples.values[":department"] == "63" ? "2021" : "2019",
            "{holding}": examples.values["elevages"] ?? "", "{code}": "A",
            "{import}": examples.values["fichiers"] ?? "",
            "{number}": examples.values["interventions"] ?? "", "{file}": "1", "{id}": "1", "{version}": "1",
        ]
    }
}
