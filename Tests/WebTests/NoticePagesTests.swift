import Kernel
import Register
import Store
import TestSupport
import Testing

@testable import UseCases
@testable import Web

@Suite("Issue 3 §5: the bell and its pages") struct NoticePagesTests {
    /// An alert on a result, as an import raises it.
    private func warn(_ scene: WebScene, _ campaign: WebCampaign) async throws {
        let context = scene.context(.inspector)
        try await scene.installation.database.write { connection in
            var alert = ResultAlert(
                .authority, "alert-non-negative", department: Fixture.department, subject: "x", facts: "{}")
            (alert.campaign, alert.intervention) = (campaign.campaign, campaign.intervention)
            try connection.warn([alert], context)
        }
    }

    @Test("the figure at the bell, the line, the way to the intervention, and nothing left to read")
    func read() async throws {
        try await WebCampaign.run(.sqlite) { scene, campaign in
            try await warn(scene, campaign)
            var browser = try await scene.browser(.authority)
            try await browser.get("/")
            #expect(browser.text.contains("aria-label=\"Avertissements, 1 non lu\""))
            try await browser.get("/avertissements")
            #expect(browser.text.contains("Résultat non négatif"))
            #expect(browser.text.contains("Campagne 2020-2021, département 63"))
            let link = try #require(browser.text.firstMatch(of: /href="(\/avertissements\/\d+)"/)).1
            try await browser.get(String(link))
            #expect(browser.location == "/interventions/\(campaign.number)")
            try await browser.get("/avertissements")
            #expect(browser.text.contains("aria-label=\"Avertissements\"") && browser.text.contains("Tout est lu."))
            var other = try await scene.browser(.keeper)
            try await other.get(String(link))
            #expect(other.status == .notFound)
        }
    }

    @Test("marking one, and all that the page showed")
    func mark() async throws {
        try await WebCampaign.run(.sqlite, herds: 1) { scene, campaign in
            try await warn(scene, campaign)
            var browser = try await scene.browser(.authority)
            try await browser.get("/avertissements")
            let id = try #require(browser.text.firstMatch(of: /name="jusqua" value="(\d+)"/)).1
            try await browser.post("/avertissements/lu", ["jusqua": String(id)])
            #expect(browser.location == "/avertissements")
            try await browser.get("/avertissements")
            #expect(browser.text.contains("Tout est lu."))
            try await browser.post("/avertissements/lu", ["jusqua": "x"])
            #expect(browser.status == .badRequest || browser.status == .unprocessableContent)
        }
    }

    @Test("one chooses; what concerns the own account stays shown whatever the form says")
    func choose() async throws {
        try await WebScene.run(.sqlite) { scene in
            var browser = try await scene.browser(.inspector)
            try await browser.get("/compte/avertissements")
            #expect(browser.text.contains("Sécurité de mon compte") && browser.text.contains("disabled"))
            #expect(
                browser.text.contains("Ce serveur n&#39;envoie pas") || browser.text.contains("Ce serveur n'envoie"))
            try await browser.post("/compte/avertissements", ["courriel": "work-lists", "courriel": "rien"])
            let context = scene.context(.inspector)
            let settings = try await ReadNoticeSettings().perform(context)
            #expect(settings.lines.filter(\.inApp).map(\.kind) == [.account])
            #expect(settings.lines.filter(\.byMail).map(\.kind) == [.workLists])
            var laboratory = try await scene.browser(.laboratory)
            try await laboratory.get("/compte/avertissements")
            #expect(!laboratory.text.contains("Résultats non négatifs"))
        }
    }

    @Test("an address is asked for, confirmed by its owner, and removed; a wrong one stays in its field")
    func address() async throws {
        try await WebScene.run(.sqlite) { scene in
            var browser = try await scene.browser(.inspector)
            try await browser.get("/compte/avertissements")
            let form = browser.formToken
            try await browser.post("/compte/avertissements/adresse", ["adresse": "<b>@x", "_form": form])
            #expect(browser.status == .unprocessableContent && browser.text.contains("&lt;b&gt;@x"))
            try await browser.post("/compte/avertissements/adresse", ["adresse": "opi@exemple.fr", "_form": form])
            #expect(browser.location == "/compte/avertissements?fait=mailAsked")
            try await browser.get("/compte/avertissements")
            #expect(browser.text.contains("En attente de confirmation"))
            let row = try await scene.installation.database.read { try $0.mailConfirmation(of: "inspector") }
            let token = try #require(row).token
            var other = try await scene.browser(.authority)
            try await other.get("/compte/avertissements/adresse/\(token)")
            #expect(other.status == .unprocessableContent || other.status == .notFound)
            try await browser.get("/compte/avertissements/adresse/\(token)")
            #expect(browser.text.contains("opi@exemple.fr"))
            try await browser.post("/compte/avertissements/adresse/confirmer", ["token": token])
            #expect(browser.location == "/compte/avertissements?fait=mailSet")
            try await browser.get("/compte/avertissements")
            #expect(browser.text.contains("<strong>opi@exemple.fr</strong>"))
            try await browser.post("/compte/avertissements/adresse", ["retirer": "1", "adresse": ""])
            try await browser.get("/compte/avertissements")
            #expect(!browser.text.contains("opi@exemple.fr"))
        }
    }

    @Test("the administrator gives an address, and sees what was given up")
    func administrator() async throws {
        try await WebScene.run(.sqlite) { scene in
            var browser = try await scene.browser(.administrator)
            try await browser.get("/administration/comptes/inspector")
            let form = browser.formToken
            let path = "/administration/comptes/inspector/courriel"
            try await browser.post(path, ["mail": "pas une adresse", "_form": form])
            #expect(browser.status == .unprocessableContent)
            #expect(browser.text.contains("value=\"pas une adresse\""), "what was typed is still there")
            try await browser.post(path, ["mail": "opi@exemple.fr", "_form": form])
            #expect(browser.status == .seeOther)
            try await scene.installation.database.write { connection in
                try connection.execute(
                    "UPDATE notice SET channel = 'mail', state = 'failed', fault = 'refused-550', done_at = ?",
                    [.int(scene.clock.now)])
            }
            try await browser.get("/administration/sante")
            #expect(browser.text.contains("refusé par le serveur (550)"))
            #expect(browser.text.contains("Adresse de courriel changée"))
            try await browser.get("/")
            #expect(
                browser.text.contains("<a href=\"/administration/sante\">Courriels abandonnés depuis 30 jours : 1<"))
        }
    }
}
