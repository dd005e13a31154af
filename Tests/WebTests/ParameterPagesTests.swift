import HTTPTypes
import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("Issue 3 §3: tolerance rules and the other parameters of a campaign, in the browser") struct ParameterPagesTests
{
    private static let list = "\(WebCampaign.path)/parametres"
    private static let tolerance = list + "/evaluation.tolerance.share"

    private static func fields(_ value: String, reason: String = "Convention 2021", urgent: String = "Urgence") -> [(
        String, String
    )] { [("valeur", value), ("justification", reason), ("urgence", urgent)] }

    @Test("PRO-13, PRO-15, PRO-229: seen in words, changed with its reason, traced", arguments: Engine.allCases)
    func tolerance(engine: Engine) async throws {
        try await WebCampaign.run(engine) { scene, _ in
            var browser = try await scene.browser(.inspector)
            try await browser.get("/parametres/63")
            #expect(browser.text.contains("href=\"\(Self.list)#follow-up\""))
            try await browser.get(Self.list)
            #expect(browser.text.contains("id=\"follow-up\"") && browser.text.contains("href=\"\(Self.tolerance)\""))
            try await browser.get(Self.tolerance)
            #expect(browser.text.contains("10 %") && browser.text.contains("valeur nationale"))
            try await browser.submit(Self.tolerance, Self.fields("5 %"))
            #expect(browser.location == Self.tolerance + "?fait=parameter")
            try await browser.get(Self.tolerance)
            for words in ["5 %", "valeur locale : Convention 2021", "Convention 2021 ; Urgence"] {
                #expect(browser.text.contains(words), Comment(rawValue: words))
            }
            let rule = Self.list + "/evaluation.tuberculinRule"
            try await browser.get(rule)
            #expect(browser.text.contains("<option value=\"noTolerance\""))
            try await browser.submit(rule, Self.fields("noTolerance"))
            #expect(browser.location == rule + "?fait=parameter")
            let acts = try await scene.installation.database.read {
                try $0.count("SELECT count(*) FROM audit_entry WHERE intention = 'campaign.prepare'")
            }
            #expect(acts == 2)
        }
    }

    @Test(
        "what cannot be is told at its field, and what was typed stays",
        arguments: [
            (fields("beaucoup"), "valeur"), (fields("5 %", reason: ""), "justification"),
            (fields("5 %", urgent: ""), "urgence"),
        ])
    func faults(_ fields: [(String, String)], _ field: String) async throws {
        try await WebCampaign.run(.sqlite) { scene, _ in
            var browser = try await scene.browser(.inspector)
            try await browser.get(Self.tolerance)
            try await browser.submit(Self.tolerance, fields)
            #expect(browser.status == .unprocessableContent)
            #expect(browser.text.contains("id=\"faute-\(field)\"") && browser.text.contains("aria-invalid=\"true\""))
            #expect(browser.text.contains("value=\"\(fields[0].1)\"") && !browser.text.contains("--emergency"))
            try await browser.get(Self.tolerance)
            #expect(browser.text.contains("valeur nationale"))
        }
    }

    @Test("two people on one parameter: the second is told, and nothing is overwritten", arguments: Engine.allCases)
    func second(engine: Engine) async throws {
        try await WebCampaign.run(engine) { scene, _ in
            var first = try await scene.browser(.inspector)
            var second = try await scene.browser(.authority)
            try await first.get(Self.tolerance)
            try await second.get(Self.tolerance)
            try await first.submit(Self.tolerance, Self.fields("5 %"))
            try await second.submit(Self.tolerance, Self.fields("7 %"))
            #expect(second.status == .unprocessableContent && second.text.contains("inspector"))
            #expect(second.text.contains("Rien n&#39;a été enregistré") || second.text.contains("Rien n'a été"))
            try await second.get(Self.tolerance)
            #expect(second.text.contains("5 %"))
            try await second.submit(Self.tolerance, Self.fields("7 %"))
            #expect(second.location == Self.tolerance + "?fait=parameter")
        }
    }

    @Test("PRO-88: the laboratory of a disease is the authority's to set; unknown parameters are not there")
    func rights() async throws {
        try await WebCampaign.run(.sqlite) { scene, _ in
            try await scene.installation.database.write { _ = try Fixture($0, from: 800_000).laboratory() }
            let path = Self.list + "/laboratories"
            var inspector = try await scene.browser(.inspector)
            try await inspector.get(path)
            #expect(inspector.status == .ok && !inspector.text.contains("name=\"valeur\""))
            #expect(inspector.text.contains("fixé par la DD(CS)PP"))
            try await inspector.get(Self.tolerance)
            try await inspector.submit(
                path, [("cle", "BRU"), ("valeur", "LDA99"), ("justification", "x"), ("urgence", "x"), ("vu", "x")])
            #expect(inspector.status == .unprocessableContent)
            var authority = try await scene.browser(.authority)
            try await authority.get(path)
            #expect(authority.text.contains("LDA99 – Laboratoire fictif"))
            try await authority.submit(
                path, [("cle", ""), ("valeur", "LDA99"), ("justification", ""), ("urgence", "Appel d'offres")])
            #expect(authority.text.contains("id=\"faute-cle\""))
            try await authority.submit(
                path, [("cle", "BRU"), ("valeur", "LDA99"), ("justification", ""), ("urgence", "Appel d'offres")])
            #expect(authority.location == path + "?fait=parameter")
            try await authority.get(path)
            #expect(authority.text.contains("brucellose : LDA99"))
            for missing in [Self.list + "/rien", Self.list + "/laboratories.BRU", "/campagnes/63/1999/parametres"] {
                try await authority.get(missing)
                #expect(authority.status == .notFound, Comment(rawValue: missing))
            }
            var national = try await scene.browser(.nationalAuthority)
            try await national.get(Self.tolerance)
            #expect(national.status == .ok && !national.text.contains("name=\"valeur\""))
        }
    }

    @Test("PRO-81: a copied campaign's criteria are reviewed from the list; another has none")
    func review() async throws {
        try await WebCampaign.run(.sqlite) { scene, campaign in
            var browser = try await scene.browser(.inspector)
            try await browser.get(Self.list)
            #expect(!browser.text.contains("name=\"critere\""))
            try await browser.submit(Self.list + "/revue", [("critere", "dates")])
            #expect(browser.status == .unprocessableContent)
            try await scene.installation.database.write { connection in
                try connection.execute(
                    "UPDATE campaign SET state = 'draft', copied_from = ? WHERE id = ?",
                    [.int(campaign.campaign), .int(campaign.campaign)])
            }
            try await browser.get(Self.list)
            try await browser.submit(Self.list + "/revue", [("critere", "dates")])
            #expect(browser.location == Self.list + "?fait=reviewed")
        }
    }

    @Test("each item of the check-list leads to a page that is there, or names its command", arguments: Engine.allCases)
    func checkList(engine: Engine) async throws {
        try await WebCampaign.run(engine) { scene, _ in
            var browser = try await scene.browser(.authority)
            let address = CampaignAddress("63", 2021)
            for finding in SetupFinding.allCases {
                guard let page = CheckPage(finding.rawValue) else { continue }
                let path = String(page.path(of: address).prefix { $0 != "#" })
                try await browser.get(path)
                #expect(browser.status == .ok, "\(finding): \(path)")
            }
            try await browser.get(WebCampaign.path)
            #expect(browser.text.contains("<a href=\"/parametres/63\">Ouvrir les paramètres du département</a>"))
            #expect(!browser.text.contains("« vigie campaign set"))
        }
    }
}
