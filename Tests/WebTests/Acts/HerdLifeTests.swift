import Kernel
import Register
import Store
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("Issue 3: herds opened, closed, placed and linked on their pages") struct HerdLifeTests {
    private static let path = "/elevages/99000001/A"

    private func texts(_ scene: WebScene, _ sql: String) async throws -> [String] {
        try await scene.installation.database.read { try $0.all(sql, []) { $0.text(0) } }
    }

    private static let opening = [
        ("formulaire", "ouverture"), ("classe", "dairy"), ("orientation", ""), ("lait", "dairy"),
        ("libelle", "Étable neuve"), ("jour", "2021-02-10"), ("motif", "Atelier laitier créé"),
    ]

    @Test("PRO-20: a herd is opened in its holding, told what is wrong at the field", arguments: Engine.allCases)
    func opens(engine: Engine) async throws {
        try await WebCampaign.run(engine) { scene, _ in
            var browser = try await scene.browser(.inspector)
            try await browser.get(Self.path)
            #expect(browser.text.contains("action=\"/elevages/99000001/ateliers\""))
            try await browser.submit("/elevages/99000001/ateliers", Self.opening + [("code", "a")])
            #expect(browser.status == .unprocessableContent)
            #expect(browser.text.contains("id=\"ouverture-code-aide\"") && browser.text.contains("Étable neuve"))
            try await browser.submit("/elevages/99000001/ateliers", Self.opening + [("code", "l")])
            #expect(browser.location == "/elevages/99000001/L?fait=herdOpened")
            try await browser.get("/elevages/99000001")
            #expect(browser.text.contains("Atelier L") && browser.text.contains("Atelier A"))
            #expect(
                try await texts(scene, "SELECT class || ' ' || orientation || ' ' || name FROM herd WHERE code = 'L'")
                    == ["dairy dairy Étable neuve"])
            #expect(
                try await texts(scene, "SELECT subject FROM audit_entry WHERE intention = 'herd.maintain'")
                    == ["herd:99000001/L"])
        }
    }

    @Test("PRO-20: a holding without any herd is shown to who may open one, and to nobody else")
    func emptyHolding() async throws {
        try await WebCampaign.run(.sqlite) { scene, _ in
            try await scene.installation.database.write { connection in
                _ = try Fixture(connection, from: 9000).holding("99000077")
            }
            var inspector = try await scene.browser(.inspector)
            try await inspector.get("/elevages/99000077")
            #expect(
                inspector.status == .ok && inspector.text.contains("Aucun atelier n&#39;est ouvert")
                    || inspector.text.contains("Aucun atelier n'est ouvert"))
            #expect(inspector.text.contains("/elevages/99000077/ateliers"))
            var nation = try await scene.browser(.nationalAuthority)
            try await nation.get("/elevages/99000077")
            #expect(nation.status == .ok && !nation.text.contains("/elevages/99000077/ateliers"))
            var keeper = try await scene.browser(.keeper)
            try await keeper.get("/elevages/99000077")
            #expect(keeper.status == .notFound)
        }
    }

    @Test("PRO-20, PRO-31: closed only without cattle or by force, and opened again", arguments: Engine.allCases)
    func closes(engine: Engine) async throws {
        try await WebCampaign.run(engine) { scene, _ in
            var browser = try await scene.browser(.inspector)
            try await browser.get(Self.path)
            let form = [("formulaire", "fermeture"), ("jour", "2021-02-14"), ("motif", "Cessation")]
            try await browser.submit(Self.path + "/fermeture", form)
            #expect(browser.status == .unprocessableContent && browser.text.contains("id=\"fermeture-malgre-aide\""))
            try await browser.submit(Self.path + "/fermeture", form + [("malgre", "1")])
            #expect(browser.location == Self.path + "?fait=herdClosed")
            try await browser.get(Self.path)
            #expect(browser.text.contains("/reouverture") && !browser.text.contains("action=\"\(Self.path)/fermeture"))
            try await browser.submit(Self.path + "/reouverture", [("formulaire", "reouverture"), ("motif", "Reprise")])
            #expect(browser.location == Self.path + "?fait=herdReopened")
            #expect(try await texts(scene, "SELECT code FROM herd WHERE closed_on IS NULL") == ["A"])
        }
    }

    @Test("PRO-42, PRO-43: cattle of the holding pass to another of its herds", arguments: Engine.allCases)
    func places(engine: Engine) async throws {
        try await WebCampaign.run(engine) { scene, _ in
            var browser = try await scene.browser(.inspector)
            try await browser.get(Self.path)
            try await browser.submit("/elevages/99000001/ateliers", Self.opening + [("code", "L")])
            try await scene.installation.database.write { connection in
                try connection.execute(
                    """
                    INSERT INTO stay (animal_id, entered_on, holding_id, entry_cause)
                    SELECT a.id, a.birth_date, h.id, 'N' FROM animal a, holding h
                    WHERE a.number IN ('FR9910001000', 'FR9910001001')
                    """)
            }
            let place = "/elevages/99000001/L"
            try await browser.get(place)
            let form = [("formulaire", "rattachement"), ("lesquels", ""), ("jour", "2021-02-12")]
            for wrong in ["FR99", "FR9910001000 FR9910009999", ""] {
                try await browser.submit(place + "/bovins", form + [("bovins", wrong)])
                #expect(browser.status == .unprocessableContent && browser.text.contains("rattachement"), "\(wrong)")
            }
            try await browser.submit(place + "/bovins", form + [("bovins", "FR 9910001000\nFR9910001001")])
            #expect(browser.status == .unprocessableContent, "a number with a blank in it is two")
            try await browser.submit(place + "/bovins", form + [("bovins", "FR9910001000\nFR9910001001")])
            #expect(browser.location == place + "?fait=animalsPlaced")
            #expect(
                try await texts(
                    scene,
                    """
                    SELECT a.number FROM herd_assignment s JOIN animal a ON a.id = s.animal_id
                    JOIN herd h ON h.id = s.herd_id WHERE h.code = 'L' AND s.until IS NULL ORDER BY a.number
                    """) == ["FR9910001000", "FR9910001001"])
        }
    }

    @Test("PRO-22: linked, the link ended, placed on the map, where the convention leaves it to the delegate")
    func links() async throws {
        try await WebCampaign.run(.sqlite, herds: 2) { scene, _ in
            var inspector = try await scene.browser(.inspector)
            try await inspector.get(Self.path)
            #expect(!inspector.text.contains("/liens\"") && !inspector.text.contains("/position\""))
            var browser = try await scene.browser(.authority)
            try await browser.get(Self.path)
            let link = [("formulaire", "lien"), ("jour", "2021-02-01"), ("motif", "Pâture commune")]
            for (other, field) in [("99000001", "itself"), ("99999999", "unknown"), ("", "empty")] {
                try await browser.submit(Self.path + "/liens", link + [("autre", other)])
                #expect(
                    browser.status == .unprocessableContent && browser.text.contains("id=\"lien-autre-aide\""),
                    "\(field)")
            }
            try await browser.submit(Self.path + "/liens", link + [("autre", "99000002")])
            #expect(browser.location == Self.path + "?fait=herdLinked")
            try await browser.get("/elevages/99000002/A")
            #expect(browser.text.contains("Pâture commune") && browser.text.contains("99000001/A, 01/02/2021"))
            try await browser.submit(
                "/elevages/99000002/A/liens/fin", [("autre", "99000001/A"), ("jour", "2021-02-15")])
            #expect(browser.location == "/elevages/99000002/A?fait=herdUnlinked")
            try await browser.get(Self.path)
            #expect(!browser.text.contains("/liens/fin"))
            let place = [("formulaire", "position"), ("source", "Relevé sur place")]
            try await browser.submit(Self.path + "/position", place + [("position", "91,200")])
            #expect(browser.status == .unprocessableContent && browser.text.contains("position-position-aide"))
            try await browser.submit(Self.path + "/position", place + [("position", "45.777222, 3.087025")])
            #expect(browser.location == Self.path + "?fait=herdLocated")
            try await browser.get(Self.path)
            #expect(browser.text.contains("45.777222,3.087025 (Relevé sur place, 15/02/2021)"))
        }
    }
}
