import Hummingbird
import HummingbirdTesting
import Register
import Store
import TestSupport
import Testing
import UseCases

@testable import Web

/// Every form with every role, in its own department, with the right token, about things that are there.
@Suite("Issue 3 §2: rights of every form") struct FormRightsTests {
    private static let forms = Routes.all.filter { $0.method == .post }

    @Test(
        "ABV-15: each form is taken from those whom its row of the table names, and refused to everybody else",
        arguments: Role.allCases)
    func everyForm(_ role: Role) async throws {
        try await WebCampaign.run(.sqlite) { scene, made in
            let examples = try await Self.examples(made, scene)
            var (browser, token) = (try await scene.browser(role), "")
            for endpoint in Self.forms {
                try await browser.get("/compte")
                if browser.status != .ok {
                    browser = try await scene.browser(role)
                    try await browser.get("/compte")
                }
                token = browser.formToken
                try #require(browser.status == .ok && !token.isEmpty, "\(role) before \(endpoint.path)")
                if Self.uploads.contains(endpoint.path) {
                    try await browser.upload(
                        examples.path(of: endpoint), ["_form": token], file: ("rai.xml", "<analysis-report/>"))
                } else {
                    let fields = [("_form", token)] + Hostile.fields.map { ($0, "1") }
                    try await browser.send(fields: fields, to: examples.path(of: endpoint))
                }
                let place = Comment(rawValue: "\(endpoint.path) as \(role): \(browser.status)")
                let isAllowed = endpoint.access.allows(role) && Self.inner(endpoint, role)
                #expect((browser.status == .forbidden) == !isAllowed, place)
                #expect(browser.status.code < 500, place)
            }
        }
    }

    @Test("a stranger is sent to the sign-in by every form that is not for everyone")
    func strangers() async throws {
        try await WebCampaign.run(.sqlite) { scene, made in
            let examples = RouteExamples(made)
            for endpoint in Self.forms where endpoint.access != .everyone {
                var browser = try await scene.browser()
                try await browser.get("/connexion")
                let fields = [("_form", browser.formToken)] + Hostile.fields.map { ($0, "1") }
                try await browser.send(fields: fields, to: examples.path(of: endpoint))
                #expect(browser.location?.hasPrefix("/connexion?") == true, Comment(rawValue: endpoint.path))
            }
        }
    }

    /// Forms that hold a file.
    private static let uploads: Set = ["/fichiers", "/interventions/:number/pieces"]

    /// With a received file and its job.
    private static func examples(_ made: WebCampaign, _ scene: WebScene) async throws -> RouteExamples {
        var inspector = try await scene.browser(.inspector)
        try await inspector.get("/fichiers")
        try await inspector.upload("/fichiers", [:], file: ("rapport.xml", "<analysis-report/>"))
        let job = inspector.location?.split(separator: "/").last.map(String.init) ?? "1"
        _ = try await Worker(scene.installation, WorkerSettings(name: "essai"), stop: StopSign()).runDue()
        let file = try await scene.installation.database.read {
            try $0.first("SELECT max(id) FROM import_run", []) { String($0.int(0)) }
        }
        return RouteExamples(made, job: job, file: file ?? "1")
    }

    /// Forms that ask for more than their row does: what the right is for depends on what is sent, or on its object.
    private static func inner(_ endpoint: Endpoint, _ role: Role) -> Bool {
        switch endpoint.path {
        // A file of blood results; a laboratory does not see another's.
        case "/fichiers": Policy.allows(.resultsImport, to: role)
        case "/fichiers/:id/rejouer": Policy.allows(.resultsImport, to: role) || role.isLaboratory
        default: true
        }
    }
}
