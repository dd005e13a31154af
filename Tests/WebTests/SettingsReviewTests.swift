import Kernel
import Register
import Store
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("Issue 3: the register's settings verified, the region's rules set") struct SettingsReviewTests {
    private static let verification = "/parametres/63/verification"

    @Test("PRO-13, PRO-50: verified and archived; a number is changed with its reason", arguments: Engine.allCases)
    func verifies(engine: Engine) async throws {
        try await WebCampaign.run(engine) { scene, _ in
            var inspector = try await scene.browser(.inspector)
            try await inspector.get(Self.verification)
            #expect(inspector.text.contains("jamais faite ici") && inspector.text.contains("12 mois"))
            #expect(!inspector.text.contains(Self.verification + "/reglage"))
            try await inspector.submit(Self.verification, [])
            #expect(inspector.status == .ok && inspector.text.contains("Vérification faite et archivée."))
            try await inspector.get(Self.verification)
            #expect(inspector.text.contains("15/02/2021, inspector"))
            var browser = try await scene.browser(.authority)
            try await browser.get(Self.verification)
            let form = [("formulaire", "reglage"), ("reglage", "idle-months"), ("motif", "Convention, article 4")]
            for wrong in ["", "beaucoup", "-1"] {
                try await browser.submit(Self.verification + "/reglage", form + [("valeur", wrong)])
                #expect(
                    browser.status == .unprocessableContent && browser.text.contains("id=\"reglage-valeur-aide\""),
                    "\(wrong)")
            }
            try await browser.submit(Self.verification + "/reglage", form + [("valeur", "18")])
            #expect(browser.location == Self.verification + "?fait=registerSetting")
            try await browser.get(Self.verification)
            #expect(browser.text.contains("18 mois") && browser.text.contains("Convention, article 4"))
            let shares = [("reglage", "absence-limit"), ("motif", "Avis"), ("valeur", "5 %")]
            try await browser.submit(Self.verification + "/reglage", shares)
            try await browser.get(Self.verification)
            #expect(browser.text.contains("5 %"))
        }
    }

    @Test(
        "PRO-141: a region's rules set for all its departments, and read where they count", arguments: Engine.allCases)
    func region(engine: Engine) async throws {
        try await WebCampaign.run(engine) { scene, _ in
            let path = "/regions/84"
            var browser = try await scene.browser(.nationalAuthority)
            try await browser.get("/regions")
            #expect(browser.text.contains("Auvergne-Rhône-Alpes") && browser.text.contains("Bretagne"))
            try await browser.get(path)
            #expect(browser.text.contains("chaque département"))
            let name = "documents.validityMonths"
            try await browser.submit(path, [("formulaire", "regles"), (name, "3"), ("motif", "")])
            #expect(browser.status == .unprocessableContent && browser.text.contains("id=\"regles-motif-aide\""))
            try await browser.submit(path, [("formulaire", "regles"), (name, "mille"), ("motif", "Comité du 2")])
            #expect(browser.status == .unprocessableContent && browser.text.contains("mille"))
            try await browser.submit(path, [(name, "3"), ("motif", "Comité du 2 juin")])
            #expect(browser.location == path + "?fait=regionalRules")
            try await browser.get(path)
            #expect(browser.text.contains("3 mois") && browser.text.contains("Comité du 2 juin"))
            var inspector = try await scene.browser(.inspector)
            try await inspector.get("/regions")
            #expect(inspector.text.contains("Auvergne") && !inspector.text.contains("Bretagne"))
            try await inspector.get(path)
            #expect(inspector.status == .ok && !inspector.text.contains("action=\"\(path)\""))
            try await inspector.get("/regions/53")
            #expect(inspector.status == .notFound)
            try await inspector.submit(path, [(name, "2"), ("motif", "x")])
            #expect(inspector.status == .forbidden)
            let parameters = WebCampaign.path + "/parametres"
            try await inspector.get(parameters)
            #expect(inspector.text.contains("href=\"\(path)\""))
            try await inspector.submit(parameters + "/region", [("urgence", "Comité")])
            try await inspector.get(parameters)
            #expect(inspector.text.contains("paramètre régional (région 84)"))
        }
    }

    @Test("PRO-141: who acts for one department of the region alone does not set its rules")
    func partOfRegion() async throws {
        try await WebCampaign.run(.sqlite) { scene, _ in
            var browser = try await scene.browser(.delegateRegion)
            try await browser.get("/regions/84")
            #expect(!browser.text.contains("action=\"/regions/84\""))
            try await browser.submit("/regions/84", [("documents.validityMonths", "3"), ("motif", "x")])
            #expect(browser.status == .notFound, "other departments of the region are foreign ones")
        }
    }
}
