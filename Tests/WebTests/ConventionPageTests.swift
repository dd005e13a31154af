import Prophylaxis
import Register
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("PRO-12, PRO-13: the convention is changed in the settings by the authority") struct ConventionPageTests {
    private static let path = "/parametres/63/convention"

    @Test("what it keeps back binds the delegate at once; a stale version is told", arguments: Engine.allCases)
    func changes(engine: Engine) async throws {
        try await WebCampaign.run(engine) { scene, _ in
            var browser = try await scene.browser(.authority)
            try await browser.get("/parametres/63")
            #expect(browser.text.contains("href=\"\(Self.path)\""))
            try await browser.get(Self.path)
            let fields = [
                ("maladie", "BRU"), ("maladie", "LEU"), ("etape-10", "partial"), ("garde", "letter.write"),
                ("accord", "mapDelegated"), ("quadripartite", "Convention <sang>"), ("delai", "15"),
            ]
            let stamp = try #require(browser.value(of: "etat"))
            try await browser.submit(Self.path, fields)
            #expect(browser.status == .unprocessableContent, "without its reason")
            #expect(browser.text.contains("Convention &lt;sang&gt;"), "what was typed stays")
            try await browser.submit(Self.path, fields + [("motif", "Signée"), ("delai", "bientôt")].reversed())
            #expect(browser.location == "/parametres/63?fait=convention")
            let stored = try await ShowConvention(department: "63").perform(scene.context(.authority))
            #expect(stored?.delegatedDiseases == [.brucellosis, .leukosis] && stored?.orderTransmissionDays == 15)
            #expect(stored?.delegation == ["10": .partial] && stored?.withheld == [.letterWrite])
            #expect(stored?.mapDelegated == true && stored?.retestPlanningDelegated == false)
            try await browser.get(Self.path)
            try await browser.submit(Self.path, [("etat", stamp), ("motif", "Encore")])
            #expect(browser.status == .unprocessableContent && browser.text.contains("a changé depuis"))
            try await browser.submit(Self.path, [("motif", "Encore"), ("delai", "bientôt")])
            #expect(browser.status == .unprocessableContent && browser.text.contains("orderTransmissionDays"))
            var inspector = try await scene.browser(.inspector)
            try await inspector.get(WebCampaign.path + "/courriers")
            #expect(inspector.status == .ok && !inspector.text.contains("id=\"courriers\""))
            try await inspector.get("/parametres/63")
            #expect(inspector.text.contains("Convention &lt;sang&gt;") && !inspector.text.contains(Self.path))
            try await inspector.submit(Self.path, [("etat", stamp), ("motif", "x")])
            #expect(inspector.status == .forbidden)
        }
    }
}
