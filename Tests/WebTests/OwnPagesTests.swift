import Hummingbird
import HummingbirdTesting
import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("Issue 3 §3: herds, search, and the pages of veterinarians and keepers") struct OwnPagesTests {
    /// A herd of the veterinarian and the keeper with a tuberculin document, and a stranger's.
    static let farm: @Sendable (Connection) throws -> Void = { connection in
        let fixture = Fixture(connection)
        let holdings = [try fixture.holding(), try fixture.holding("99000002")]
        let herds = try holdings.map { try fixture.herd(in: $0) }
        let vet = try fixture.veterinarian("99001")
        try fixture.relation(of: vet, with: herds[0])
        try connection.tie("veterinarian", toVeterinarian: vet)
        try connection.tie("keeper", toHolding: holdings[0])
        let campaign = try fixture.campaign(
            CampaignParameters(department: Fixture.department, prophylaxisYear: 2021))
        for (index, herd) in herds.enumerated() {
            let id = try fixture.intervention(in: campaign, of: herd)
            try connection.execute(
                "UPDATE intervention SET number = ? WHERE id = ?", [.text("99000000000\(index + 1)"), .int(id)])
            try fixture.plan(.tuberculosis, .skin, in: campaign, id)
            let cow = try fixture.animal("FR990000100\(index + 1)", in: herd)
            try fixture.insertRow(
                "stay",
                [
                    "animal_id": .int(cow), "entered_on": "2015-02-01", "holding_id": .int(holdings[index]),
                    "entry_cause": "N",
                ])
            try fixture.document(in: campaign, id, animals: [cow], for: [.tuberculosis], on: "2021-01-04")
        }
    }

    /// The documents of the farm as the ordinary use case validates them: a document to print has frozen facts.
    private func validateDocuments(_ scene: WebScene) async throws {
        try await scene.installation.database.write { connection in
            for table in ["requested_animal", "edition"] { try connection.execute("DELETE FROM \(table)") }
        }
        let actor = Actor(
            login: "authority", name: "Personne fictive", role: .authority, scope: .departments([Fixture.department]))
        var choice = EditChoice()
        choice.validates = true
        _ = try await EditDocuments(
            campaign: CampaignSelector(department: Fixture.department, year: 2021), filter: DocumentFilter(),
            choice: choice
        ).perform(scene.installation.context(for: actor, department: Fixture.department))
    }

    @Test(
        "CAL-30, CAL-43: a foreign thing answers exactly like a missing one",
        arguments: [
            ("/elevages/99000002", "/elevages/99000009"), ("/elevages/99000002/A", "/elevages/99000009/A"),
            ("/bovins/FR9900001002", "/bovins/FR9900001009"),
            ("/interventions/990000000002", "/interventions/990000000009"),
            ("/interventions/990000000002/document.pdf", "/interventions/990000000009/document.pdf"),
        ])
    func foreign(_ foreign: String, _ missing: String) async throws {
        try await WebScene.run(.sqlite, prepare: OwnPagesTests.farm) { scene in
            try await validateDocuments(scene)
            for role in [Role.veterinarian, .keeper] {
                var browser = try await scene.browser(role)
                try await browser.get(missing)
                let answer = (browser.status, browser.text)
                try await browser.get(foreign)
                #expect(browser.status == .notFound)
                #expect((browser.status, browser.text) == answer)
                try await browser.get(
                    foreign.replacing("99000002", with: "99000001").replacing("1002", with: "1001")
                        .replacing("990000000002", with: "990000000001"))
                #expect(browser.status == .ok, Comment(rawValue: foreign))
            }
        }
    }

    @Test(
        "CAL-30: a herd's page: facts, sections with their places, links to animals and interventions",
        arguments: Engine.allCases)
    func herd(_ engine: Engine) async throws {
        try await WebScene.run(engine, prepare: OwnPagesTests.farm) { scene in
            for role in [Role.inspector, .veterinarian, .keeper, .nationalAuthority] {
                var browser = try await scene.browser(role)
                try await browser.get("/elevages/99000001")
                #expect(browser.status == .ok)
                for part in [
                    "<h1>Atelier 99000001/A</h1>", "href=\"/bovins/FR9900001001\"",
                    "href=\"/interventions/990000000001\"", "<td>sanitaire</td>", "href=\"#rubrique-1\"",
                ] {
                    #expect(browser.text.contains(part), "\(role) \(part)")
                }
                try await browser.get("/bovins/FR9900001001")
                #expect(browser.text.contains("<h1>Bovin FR9900001001</h1>"))
                #expect(browser.text.contains("href=\"/elevages/99000001\""))
            }
        }
    }

    @Test("an intervention's page for the people of its herd: what is to be done first, no technical trace")
    func intervention() async throws {
        try await WebScene.run(.sqlite, prepare: OwnPagesTests.farm) { scene in
            for role in [Role.veterinarian, .keeper] {
                var browser = try await scene.browser(role)
                try await browser.get("/interventions/990000000001")
                #expect(browser.status == .ok)
                #expect(browser.text.contains("<h2>Ce qui est à faire</h2>"))
                #expect(browser.text.contains("Documents de prélèvement"))
                for word in ["Empreinte", "Trace de la demande", "validated", "planned", "Journal"] {
                    #expect(!browser.text.contains(word), "\(role) \(word)")
                }
            }
        }
    }

    @Test(
        "Issue 3 §3: search from everywhere: an exact number leads to its page",
        arguments: [
            ("99+000+001", "/elevages/99000001"), ("fr+99+0000+1001", "/bovins/FR9900001001"),
            ("990000000001", "/interventions/990000000001"), ("", "/elevages"),
        ])
    func exact(_ text: String, _ path: String) async throws {
        try await WebScene.run(.sqlite, prepare: OwnPagesTests.farm) { scene in
            var browser = try await scene.browser(.inspector)
            try await browser.get("/recherche?q=\(text)")
            #expect(browser.location == path)
        }
    }

    @Test("Issue 3 §3: a name gives a list; hostile text is shown, not executed")
    func lists() async throws {
        try await WebScene.run(.sqlite, prepare: OwnPagesTests.farm) { scene in
            var browser = try await scene.browser(.veterinarian)
            try await browser.get("/recherche?q=FICTIVE")
            #expect(browser.text.contains("Ferme fictive") || browser.text.contains("Rien de tel"))
            try await browser.get("/recherche?q=ferme")
            #expect(browser.text.contains("/elevages/99000001") == browser.text.contains("99000001"))
            #expect(!browser.text.contains("99000002"))
            for text in ["%3Cscript%3Ealert(1)%3C/script%3E", String(repeating: "x", count: 3000), "%E2%80%AE", "%25"] {
                try await browser.get("/recherche?q=\(text)")
                #expect(browser.status == .ok)
                #expect(!browser.text.contains("<script>alert"))
            }
        }
    }

    @Test(
        "CAL-29, CAL-30: the first page of veterinarian and keeper: what is theirs, and what waits",
        arguments: Engine.allCases)
    func home(_ engine: Engine) async throws {
        try await WebScene.run(engine, prepare: OwnPagesTests.farm) { scene in
            for (role, entersReports) in [(Role.veterinarian, true), (.keeper, false)] {
                var browser = try await scene.browser(role)
                try await browser.get("/")
                #expect(browser.status == .ok)
                #expect(browser.text.contains("990000000001") && !browser.text.contains("990000000002"))
                #expect(browser.text.contains("/interventions/990000000001/tuberculination") == entersReports)
            }
        }
    }

    @Test("CAL-37: from the barn: draft, warning at its field, confirmation, stored", arguments: Engine.allCases)
    func tuberculin(_ engine: Engine) async throws {
        try await WebScene.run(engine, prepare: OwnPagesTests.farm) { scene in
            var browser = try await scene.browser(.veterinarian)
            let path = "/interventions/990000000001/tuberculination"
            // On paper too, for the barn without a telephone.
            try await browser.get("/interventions/990000000001")
            #expect(browser.text.contains("href=\"\(path).pdf\"") && browser.text.contains("href=\"\(path)\""))
            try await browser.get(path)
            #expect(browser.status == .ok && browser.text.contains("id=\"r.FR9900001001\""))
            try await browser.post("\(path)/brouillon", ["injection": "2021-02-12", "r.FR9900001001": "positive"])
            #expect(browser.location == path)
            try await browser.get(path)
            #expect(browser.text.contains("Brouillon gardé"))
            #expect(
                browser.text.contains("value=\"2021-02-12\"") && browser.text.contains("value=\"positive\" selected"))
            try await browser.post(path, ["methode": "IDS", "injection": "2021-02-12", "lecture": "2021-02-14"])
            #expect(browser.status == .unprocessableContent)
            #expect(browser.text.contains("href=\"#lecture\"") && browser.text.contains("name=\"confirmer\""))
            try await browser.post(
                path,
                [
                    "methode": "IDS", "injection": "2021-02-12", "lecture": "2021-02-15", "subjective": "oui",
                    "r.FR9900001001": "positive",
                ])
            #expect(browser.location == "\(path)?enregistre=1")
            try await browser.get(path)
            #expect(browser.text.contains("injection du 12/02/2021") && !browser.text.contains("Brouillon gardé"))
        }
    }

    @Test("CAL-43: nothing is typed for a foreign herd, and the form needs its token")
    func foreignForms() async throws {
        try await WebScene.run(.sqlite, prepare: OwnPagesTests.farm) { scene in
            var browser = try await scene.browser(.veterinarian)
            for page in ["tuberculination", "tuberculination/brouillon", "tuberculination/effacer", "reedition"] {
                try await browser.get("/interventions/990000000001/tuberculination")
                try await browser.post(
                    "/interventions/990000000002/\(page)", ["motif": "x", "injection": "2021-02-12"])
                #expect(browser.status == .notFound, Comment(rawValue: page))
            }
        }
    }

    @Test("PRO-132: the veterinarian asks for a new edition, the delegate answers", arguments: Engine.allCases)
    func reedition(_ engine: Engine) async throws {
        try await WebScene.run(engine, prepare: OwnPagesTests.farm) { scene in
            var vet = try await scene.browser(.veterinarian)
            try await vet.get("/interventions/990000000001/reedition")
            try await vet.post("/interventions/990000000001/reedition", ["motif": "bovins achetés"])
            #expect(vet.location == "/interventions/990000000001/reedition?envoyee=1")
            var inspector = try await scene.browser(.inspector)
            try await inspector.get("/campagnes/63/2021/documents")
            #expect(inspector.status == .ok && inspector.text.contains("bovins achetés"))
            let start = try #require(inspector.text.firstRange(of: "name=\"demande\" value=\""))
            let item = String(inspector.text[start.upperBound...].prefix { $0 != "\"" })
            try await inspector.post("/campagnes/63/2021/documents/reedition", ["demande": item, "valider": "oui"])
            #expect(inspector.location == "/campagnes/63/2021/documents?fait=documents-reedit")
            try await inspector.get("/campagnes/63/2021/documents?etat=unprinted")
            #expect(inspector.text.contains("édition 2") && !inspector.text.contains("bovins achetés"))
        }
    }

    @Test("PRO-121, PRO-162: documents as PDF in the browser, and the sending register")
    func documents() async throws {
        try await WebScene.run(.sqlite, prepare: OwnPagesTests.farm) { scene in
            try await validateDocuments(scene)
            for role in [Role.inspector, .veterinarian, .keeper] {
                var browser = try await scene.browser(role)
                try await browser.get("/interventions/990000000001/document-eleveur.pdf")
                #expect(browser.status == .ok && browser.text.hasPrefix("%PDF"), "\(role)")
            }
            var browser = try await scene.browser(.inspector)
            for page in ["registre-des-envois", "registre-des-envois.pdf", "registre-des-envois.csv"] {
                try await browser.get("/campagnes/63/2021/\(page)")
                #expect(browser.status == .ok, Comment(rawValue: page))
            }
        }
    }
}
