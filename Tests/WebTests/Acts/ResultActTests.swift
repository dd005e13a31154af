import HTTPTypes
import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("Issue 3: what the laboratory left open is decided on the intervention's page") struct ResultActTests {
    static let doubtful = ["DTX"] + Array(repeating: "NEG", count: 11)
    static let animal = "FR9910001000"

    private func decisions(_ scene: WebScene) async throws -> [String] {
        try await scene.installation.database.read { connection in
            try connection.all("SELECT decision || ' ' || decision_reason FROM blood_result WHERE decision IS NOT NULL")
            {
                $0.text(0)
            }
        }
    }

    private func fields(_ decision: String, _ reason: String) -> [(String, String)] {
        [
            ("formulaire", "decision-BRU-\(Self.animal)"), ("maladie", "BRU"), ("bovin", Self.animal),
            ("decision", decision), ("motif", reason),
        ]
    }

    @Test(
        "PRO-298: a doubtful result is decided from its form, and the list leads there", arguments: Engine.allCases)
    func decides(engine: Engine) async throws {
        try await WebCampaign.run(engine, brucellosis: Self.doubtful) { scene, campaign in
            var browser = try await scene.browser(.inspector)
            try await browser.get(WebCampaign.path + "/travail/doubtful")
            #expect(browser.text.contains("/interventions/\(campaign.number)#decisions"))
            let path = "/interventions/\(campaign.number)"
            try await browser.get(path)
            #expect(browser.text.contains("id=\"decision-BRU-\(Self.animal)\""))
            #expect(browser.text.contains("DTX – douteux"))
            try await browser.submit(path + "/decision", fields("POS", "Profil confirmé"))
            #expect(browser.location == path + "?fait=resultDecided")
            try await browser.get(path + "?fait=resultDecided")
            #expect(browser.text.contains("Décision enregistrée sur le résultat"))
            #expect(browser.text.contains("(décidé : POS, inspector)"))
            #expect(try await decisions(scene) == ["POS Profil confirmé"])
            let status = try await scene.installation.database.read { connection in
                try connection.all("SELECT status FROM disease_state WHERE disease = 'BRU'") { $0.text(0) }
            }
            #expect(status == ["AS"])
        }
    }

    @Test("PRO-298: without reason or decision nothing is kept, and the form says so at its field")
    func needsReason() async throws {
        try await WebCampaign.run(.sqlite, brucellosis: Self.doubtful) { scene, campaign in
            var browser = try await scene.browser(.authority)
            let path = "/interventions/\(campaign.number)"
            try await browser.get(path)
            try await browser.submit(path + "/decision", fields("NEG", "  "))
            #expect(browser.status == .unprocessableContent)
            #expect(browser.text.contains("id=\"decision-BRU-\(Self.animal)-motif-aide\""))
            #expect(browser.text.contains("Il manque le motif."))
            #expect(browser.text.contains("value=\"NEG\" selected"))
            try await browser.submit(path + "/decision", fields("", "Essai"))
            #expect(browser.status == .unprocessableContent && browser.text.contains("Il manque : Décision."))
            #expect(try await decisions(scene).isEmpty)
        }
    }

    @Test(
        "decided meanwhile: the second person is told by whom, and nothing is overwritten", arguments: Engine.allCases)
    func stale(engine: Engine) async throws {
        try await WebCampaign.run(engine, brucellosis: Self.doubtful) { scene, campaign in
            let path = "/interventions/\(campaign.number)"
            var first = try await scene.browser(.inspector)
            var second = try await scene.browser(.authority)
            try await first.get(path)
            try await second.get(path)
            try await first.submit(path + "/decision", fields("NEG", "Premier"))
            #expect(first.status == .seeOther)
            try await second.submit(path + "/decision", fields("POS", "Second"))
            #expect(second.status == .unprocessableContent)
            #expect(second.text.contains("inspector (décision sur un résultat)"))
            #expect(second.text.contains("Second"))
            #expect(try await decisions(scene) == ["NEG Premier"])
        }
    }

    @Test("who may not decide has no form, and is refused", arguments: [Role.delegateRegion, .nationalAuthority])
    func rights(_ role: Role) async throws {
        try await WebCampaign.run(.sqlite, brucellosis: Self.doubtful) { scene, campaign in
            var browser = try await scene.browser(role)
            let path = "/interventions/\(campaign.number)"
            try await browser.get(path)
            #expect(browser.status == .ok && !browser.text.contains("\(path)/decision\""))
            try await browser.submit(path + "/decision", fields("NEG", "Essai"))
            #expect(browser.status == .forbidden)
            #expect(try await decisions(scene).isEmpty)
        }
    }

    @Test("PRO-12: a convention that keeps the step back takes the form away from the delegate")
    func convention() async throws {
        try await WebCampaign.run(.sqlite, brucellosis: Self.doubtful) { scene, campaign in
            _ = try await SetConvention(
                department: Fixture.department, tree: .object(["delegation": .object(["9": .string("none")])]),
                justification: "Essai"
            ).perform(scene.context(.authority))
            let path = "/interventions/\(campaign.number)"
            var inspector = try await scene.browser(.inspector)
            try await inspector.get(path)
            #expect(!inspector.text.contains("\(path)/decision\""))
            try await inspector.submit(path + "/decision", fields("NEG", "Essai"))
            #expect(inspector.status == .forbidden)
            var authority = try await scene.browser(.authority)
            try await authority.get(path)
            #expect(authority.text.contains("\(path)/decision\""))
        }
    }
}
