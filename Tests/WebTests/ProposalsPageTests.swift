import Kernel
import Register
import Store
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("Issue 3 §3: proposals by batch, statuses computed on demand") struct ProposalsPageTests {
    private static let path = WebCampaign.path + "/propositions"

    @Test(
        "AMB-14: the confirmation counts each value; stale counts are told; what was evaluated stays",
        arguments: Engine.allCases)
    func accepts(engine: Engine) async throws {
        try await WebCampaign.run(engine, herds: 3) { scene, campaign in
            _ = try await SetEvaluation(
                campaign: WebCampaign.selector, interventions: [campaign.number],
                choices: [.leukosis: .init(value: .compliant)]
            ).perform(scene.context(.inspector))
            var browser = try await scene.browser(.inspector)
            try await browser.get(WebCampaign.path + "/suivi")
            #expect(browser.text.contains("href=\"\(Self.path)\""))
            try await browser.get(Self.path)
            #expect(browser.text.contains("name=\"vu-A\" value=\"5\"") && browser.text.contains("1 évaluation(s)"))
            try await browser.submit(Self.path, [("vu-A", "5")])
            #expect(browser.status == .unprocessableContent && browser.text.contains("coch"))
            #expect(!browser.text.contains("checked"), "what was left out is not taken unasked")
            try await browser.submit(Self.path, [("valeur", "A"), ("vu-A", "6")])
            #expect(browser.status == .unprocessableContent && browser.text.contains("au lieu de 6"))
            #expect(browser.text.contains("checked"))
            try await browser.submit(Self.path, [("valeur", "A"), ("vu-A", "5")])
            let done = try #require(browser.location)
            try await browser.get(done)
            #expect(browser.text.contains("5 évaluation(s) enregistrée(s)"))
            let count = try await scene.installation.database.read { connection in
                try connection.first("SELECT COUNT(*) FROM evaluation WHERE value = 'A'", []) { $0.int(0) }
            }
            #expect(count == 6)
            try await browser.submit(Self.path, [("valeur", "A"), ("vu-A", "5")])
            #expect(browser.status == .unprocessableContent, "the page of before is stale")
            try await browser.submit(Self.path, [("valeur", "NE"), ("vu-NE", "1")])
            #expect(browser.status == .badRequest || browser.status == .forbidden)
        }
    }

    @Test(
        "PRO-222: computing on demand is a job; not after the closing, nor for who may not", arguments: Engine.allCases)
    func recomputes(engine: Engine) async throws {
        try await WebCampaign.run(engine) { scene, campaign in
            let path = WebCampaign.path + "/calcul"
            var region = try await scene.browser(.delegateRegion)
            try await region.get(WebCampaign.path + "/suivi")
            #expect(region.text.contains(path) && !region.text.contains(Self.path))
            try await region.submit(path, [])
            let job = try #require(region.location)
            _ = try await Worker(scene.installation, WorkerSettings(name: "essai"), stop: StopSign()).runDue()
            try await region.get(job)
            #expect(region.text.contains("terminé") && region.text.contains("calcul des statuts"))
            var nation = try await scene.browser(.nationalAuthority)
            try await nation.get(WebCampaign.path + "/suivi")
            #expect(nation.status == .ok && !nation.text.contains(path))
            try await nation.submit(path, [])
            #expect(nation.status == .forbidden)
            try await scene.installation.database.write { try $0.execute("UPDATE campaign SET state = 'closed'") }
            try await region.get(WebCampaign.path + "/suivi")
            #expect(!region.text.contains(path))
            try await region.submit(path, [("_form", region.value(of: "_form") ?? "")])
            #expect(region.status == .unprocessableContent)
        }
    }
}
