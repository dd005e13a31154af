import Kernel
import Register
import Store
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("Issue 3 §3: sampling documents edited, printed and sent from their list") struct DocumentBatchTests {
    private static let list = "\(WebCampaign.path)/documents"

    @Test("PRO-124, PRO-151, PRO-154: each stage offers its act; long ones are jobs", arguments: Engine.allCases)
    func acts(engine: Engine) async throws {
        try await WebCampaign.run(engine) { scene, campaign in
            var browser = try await scene.browser(.inspector)
            try await browser.get(Self.list + "?etat=unprinted")
            #expect(browser.text.contains(#"name="acte" value="print""#))
            try await browser.submit(Self.list + "/lot?etat=unprinted", [("acte", "print")])
            #expect(browser.status == .unprocessableContent && browser.text.contains("coch"))
            try await browser.submit(
                Self.list + "/lot?etat=unprinted", [("acte", "print"), ("choix", campaign.number)])
            let job = try #require(browser.location)
            #expect(job.hasPrefix("/travaux/"))
            try await browser.get(job)
            #expect(browser.text.contains("impression"))
            try await browser.get(Self.list)
            #expect(!browser.text.contains(#"name="acte""#), "nothing to do with all of them at once")
            try await browser.submit(Self.list + "/lot?etat=unsent", [("acte", "send"), ("choix", campaign.number)])
            #expect(browser.status == .unprocessableContent, "nothing is printed yet")
            try await browser.submit(Self.list + "/lot?etat=none", [("acte", "edit"), ("toutes", "1")])
            #expect(browser.location?.hasPrefix("/travaux/") == true)
            try await browser.get(Self.list)
            try await browser.submit(Self.list + "/lot?etat=none", [("acte", "burn"), ("toutes", "1")])
            #expect(browser.status == .badRequest)
        }
    }
}
