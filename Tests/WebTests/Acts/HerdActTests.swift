import HTTPTypes
import Kernel
import Register
import Store
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("Issue 3: what officers do on the page of a herd or an animal") struct HerdActTests {
    private static let path = "/elevages/99000001/A"

    private func texts(_ scene: WebScene, _ sql: String) async throws -> [String] {
        try await scene.installation.database.read { try $0.all(sql, []) { $0.text(0) } }
    }

    private static let exemption = [
        ("formulaire", "autorisation"), ("nature", "blood-test-exemption"), ("maladie", "BRU"),
        ("depuis", "2021-02-01"), ("jusqu", ""), ("reference", "Arrêté 12"),
    ]

    @Test("PRO-59, PRO-63: the authority authorises and ends, with findings at the field", arguments: Engine.allCases)
    func authorises(engine: Engine) async throws {
        try await WebCampaign.run(engine) { scene, _ in
            var browser = try await scene.browser(.authority)
            try await browser.get(Self.path)
            #expect(browser.text.contains("value=\"raw-milk-sale\""))
            try await browser.submit(
                Self.path + "/autorisations",
                Self.exemption.map { $0.0 == "jusqu" ? ("jusqu", "2021-01-01") : $0 })
            #expect(browser.status == .unprocessableContent)
            #expect(browser.text.contains("id=\"autorisation-jusqu-aide\"") && browser.text.contains("Arrêté 12"))
            try await browser.submit(Self.path + "/autorisations", Self.exemption)
            #expect(browser.location == Self.path + "?fait=authorised")
            try await browser.get(Self.path + "?fait=authorised")
            #expect(browser.text.contains("dérogation au contrôle sérologique, Brucellose, 01/02/2021"))
            try await browser.submit(
                Self.path + "/autorisations/fin",
                [("autorisation", "blood-test-exemption BRU"), ("fin", "2021-02-14"), ("reference", "")])
            #expect(browser.location == Self.path + "?fait=authorisationEnded")
            #expect(
                try await texts(scene, "SELECT reference FROM authorisation WHERE until = '2021-02-14'") == [
                    "Arrêté 12"
                ])
            let acts = try await texts(scene, "SELECT subject FROM audit_entry WHERE intention = 'authorisation.set'")
            #expect(acts == ["herd:99000001/A", "herd:99000001/A"])
        }
    }

    @Test("PRO-25, PRO-148, PRO-207: what is told is noted and taken back; an enquiry is the authority's")
    func notes() async throws {
        try await WebCampaign.run(.sqlite) { scene, _ in
            var browser = try await scene.browser(.inspector)
            try await browser.get(Self.path)
            #expect(!browser.text.contains("value=\"enquiry\"") && !browser.text.contains("/autorisations"))
            let note = [
                ("nature", "cessation"), ("par", "keeper"), ("jour", "2021-02-10"), ("texte", "Arrête en mars"),
            ]
            try await browser.submit(Self.path + "/informations", note)
            #expect(browser.location == Self.path + "?fait=herdNoted")
            try await browser.get(Self.path)
            try await browser.submit(Self.path + "/informations/retrait", [("nature", "cessation")])
            #expect(browser.location == Self.path + "?fait=herdNoteGone")
            try await browser.get(Self.path)
            let enquiry = [("nature", "enquiry")] + note.dropFirst()
            try await browser.submit(Self.path + "/informations", enquiry)
            #expect(browser.status == .forbidden)
            var authority = try await scene.browser(.authority)
            try await authority.get(Self.path)
            try await authority.submit(Self.path + "/informations", enquiry)
            #expect(authority.location == Self.path + "?fait=herdNoted")
            #expect(try await texts(scene, "SELECT kind FROM herd_note ORDER BY kind") == ["cessation", "enquiry"])
        }
    }

    @Test("PRO-20, PRO-39: class and production type are changed by hand", arguments: Engine.allCases)
    func changes(engine: Engine) async throws {
        try await WebCampaign.run(engine) { scene, _ in
            var browser = try await scene.browser(.inspector)
            try await browser.get(Self.path)
            let form = [("formulaire", "classe"), ("classe", "dairy"), ("lait", "dairy")]
            try await browser.submit(Self.path + "/classe", form + [("motif", "")])
            #expect(browser.status == .unprocessableContent && browser.text.contains("id=\"classe-motif-aide\""))
            try await browser.submit(Self.path + "/classe", form + [("motif", "Reprise de la traite")])
            #expect(browser.status == .seeOther || browser.text.contains("Atelier modifié."))
            #expect(try await texts(scene, "SELECT class || ' ' || milk_delivery FROM herd") == ["dairy dairy"])
            let animal = "/bovins/FR9910001000"
            try await scene.installation.database.write { connection in
                try connection.execute(
                    """
                    INSERT INTO stay (animal_id, entered_on, holding_id, entry_cause)
                    SELECT a.id, a.birth_date, h.id, 'N' FROM animal a, holding h WHERE a.number = 'FR9910001000'
                    """)
            }
            try await browser.get(animal)
            try await browser.submit(animal + "/type", [("formulaire", "type"), ("type", "")])
            #expect(browser.status == .unprocessableContent && browser.text.contains("Il manque : Type de production."))
            try await browser.submit(animal + "/type", [("type", "dairy")])
            #expect(browser.location == animal + "?fait=typeSet")
            #expect(
                try await texts(scene, "SELECT production_type FROM animal WHERE production_type IS NOT NULL")
                    == ["dairy"])
        }
    }

    @Test("a stale page of a herd is told by whom it changed", arguments: Engine.allCases)
    func stale(engine: Engine) async throws {
        try await WebCampaign.run(engine) { scene, _ in
            var first = try await scene.browser(.inspector)
            var second = try await scene.browser(.authority)
            try await first.get(Self.path)
            try await second.get(Self.path)
            let fields = [("classe", "dairy"), ("lait", ""), ("motif", "Premier")]
            try await first.submit(Self.path + "/classe", fields)
            #expect(first.status == .seeOther || first.text.contains("Atelier modifié."))
            let other = [("classe", "bull-ranch"), ("lait", ""), ("motif", "Second")]
            try await second.submit(Self.path + "/classe", other)
            #expect(second.status == .unprocessableContent)
            #expect(second.text.contains("Cette fiche a changé depuis que vous avez ouvert la page : inspector"))
        }
    }

    @Test("who may not has no form, and is refused; a foreign herd is not there")
    func rights() async throws {
        try await WebCampaign.run(.sqlite) { scene, _ in
            var browser = try await scene.browser(.nationalAuthority)
            try await browser.get(Self.path)
            #expect(browser.status == .ok && !browser.text.contains("id=\"actes\""))
            for address in ["autorisations", "informations", "classe"] {
                try await browser.submit("\(Self.path)/\(address)", Self.exemption)
                #expect(browser.status == .forbidden)
            }
            var authority = try await scene.browser(.authority)
            try await authority.get(Self.path)
            try await scene.installation.database.write { try $0.execute("UPDATE herd SET department = '15'") }
            try await authority.submit("\(Self.path)/autorisations", Self.exemption)
            #expect(authority.status == .notFound)
            #expect(try await texts(scene, "SELECT kind FROM authorisation").isEmpty)
        }
    }
}
