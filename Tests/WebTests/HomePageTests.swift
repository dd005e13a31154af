import Kernel
import Register
import Store
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("Issue 3 §3: the first page tells each role what waits") struct HomePageTests {
    private static let day = 86_400

    /// What stands between a heading and the next one.
    private func part(_ text: String, after heading: String) -> String {
        guard let start = text.firstRange(of: heading)?.upperBound else { return "" }
        let rest = text[start...]
        return String(rest[..<(rest.firstRange(of: "<h3>")?.lowerBound ?? rest.endIndex)])
    }

    @Test(
        "PRO-283: after the campaign's end, what the closing needs waits for who evaluates", arguments: Engine.allCases)
    func afterTheEnd(engine: Engine) async throws {
        try await WebCampaign.run(engine, herds: 2) { scene, _ in
            var browser = try await scene.browser(.inspector)
            try await browser.get("/")
            #expect(!browser.text.contains("Avant la clôture"), "the campaign goes on until 30/04/2021")
            // 1 May 2021.
            scene.clock.advance(75 * Self.day)
            for role in [Role.inspector, .authority] {
                browser = try await scene.browser(role)
                try await browser.get("/")
                let mine = part(browser.text, after: "Ce qui vous attend</h3>")
                #expect(mine.contains("Avant la clôture : à évaluer"), "\(role)")
                #expect(mine.contains("<span class=\"count\">2</span>"), "\(role)")
                #expect(mine.contains("\(WebCampaign.path)/cloture?etape=evaluate"), "\(role)")
            }
            browser = try await scene.browser(.delegateRegion)
            try await browser.get("/")
            #expect(!part(browser.text, after: "Ce qui vous attend</h3>").contains("Avant la clôture"))
            #expect(part(browser.text, after: "inspecteur et l&#39;autorité</h3>").contains("Avant la clôture"))
            try await browser.get("\(WebCampaign.path)/cloture?etape=report")
            #expect(browser.status == .ok && !browser.text.contains("<th scope=\"row\"><a href=\"/interventions/"))
            try await browser.get("\(WebCampaign.path)/cloture?etape=inconnue")
            #expect(browser.status == .badRequest)
        }
    }

    @Test("PRO-281: the ministry's own waits are the closings that are late, not other people's acts")
    func national() async throws {
        try await WebCampaign.run(.sqlite) { scene, _ in
            var browser = try await scene.browser(.nationalAuthority)
            try await browser.get("/")
            #expect(
                browser.text.contains("ni en retard de clôture") && !browser.text.contains("Ce qui vous attend</h3>"))
            scene.clock.advance(220 * Self.day)
            browser = try await scene.browser(.nationalAuthority)
            try await browser.get("/")
            let mine = part(browser.text, after: "Ce qui vous attend</h2>")
            #expect(mine.contains("href=\"\(WebCampaign.path)/cloture\"") && !mine.contains("ni en retard"))
            #expect(!browser.text.contains("Ce qui vous attend</h3>"))
        }
    }

    @Test("a form to send files is for who may send some", arguments: Role.allCases)
    func upload(role: Role) async throws {
        try await WebScene.run(.sqlite) { scene in
            guard Policy.allows(.importRead, to: role) else { return }
            var browser = try await scene.browser(role)
            try await browser.get("/fichiers")
            let sends = [Intention.registerImport, .resultsImport, .milkResultsImport].contains {
                Policy.allows($0, to: role)
            }
            #expect(browser.text.contains("data-upload") == sends)
        }
    }
}
