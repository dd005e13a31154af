import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("Issue 3 §3: a campaign opened, validated and executed in the browser") struct CampaignLifeTests {
    private static let path = WebCampaign.path

    /// One beef herd with a cow, in a commune where every disease is screened each year.
    @Sendable private static func register(_ connection: Connection) throws {
        let fixture = Fixture(connection, from: 5000)
        try fixture.insertRow("commune", ["insee": "63113", "name": "Commune", "department": "63"])
        for disease in Disease.allCases {
            try fixture.insertRow(
                "screening",
                [
                    "department": "63", "insee": "63113", "disease": .text(disease.rawValue), "interval_years": 1,
                    "phase": 0,
                ])
        }
        _ = try fixture.laboratory()
        let holding = try fixture.insert(
            "holding",
            [
                "number": "99000001", "name": "Ferme fictive", "department": "63", "search_name": "ferme fictive",
                "insee": "63113", "keeper": "M. Fictif",
            ])
        let herd = try fixture.insert(
            "herd",
            [
                "holding_id": .int(holding), "code": "A", "class": "beef", "orientation": "beef",
                "department": "63", "milk_delivery": "none", "opened_on": "2010-01-01",
            ])
        _ = try fixture.animal("FR9910000001", in: herd)
    }

    @Test(
        "PRO-55, PRO-98, PRO-106: opened once, validated as it was seen, executed as a job; a stale page is told",
        arguments: Engine.allCases)
    func life(engine: Engine) async throws {
        try await WebScene.run(engine, prepare: Self.register) { scene in
            _ = try await scene.installation.database.ids(20_000)
            var browser = try await scene.browser(.authority)
            try await browser.get("/campagnes")
            #expect(browser.text.contains("href=\"/ouvrir-campagne\""))
            try await browser.get("/ouvrir-campagne")
            let fields = [("departement", "63"), ("annee", "2021"), ("libelle", "PB")]
            try await browser.submit("/ouvrir-campagne", fields + [("copie", "1")])
            #expect(browser.status == .unprocessableContent && browser.text.contains("id=\"copie-faute\""))
            try await browser.submit(
                "/ouvrir-campagne", [("departement", "63"), ("annee", "2021"), ("libelle", "BIS")])
            #expect(browser.status == .unprocessableContent && browser.text.contains("id=\"libelle-faute\""))
            try await browser.submit("/ouvrir-campagne", fields)
            #expect(browser.location == "\(Self.path)?fait=campaignOpened")
            try await browser.get(Self.path + "?fait=campaignOpened")
            #expect(browser.text.contains("Campagne ouverte.") && browser.text.contains("\(Self.path)/validation"))
            let stamp = try #require(browser.value(of: "etat"))
            try await browser.get("/ouvrir-campagne")
            try await browser.submit("/ouvrir-campagne", fields)
            #expect(browser.status == .unprocessableContent && browser.text.contains("id=\"annee-faute\""))
            try await browser.submit(Self.path + "/validation", [("etat", "autre")])
            #expect(browser.status == .unprocessableContent && browser.text.contains("a changé depuis"))
            try await browser.submit(Self.path + "/execution", [("etat", stamp)])
            #expect(browser.status == .unprocessableContent, "not validated yet")
            try await browser.submit(Self.path + "/validation", [("etat", stamp)])
            #expect(browser.location == "\(Self.path)?fait=campaignValidated")
            try await browser.get(Self.path)
            try await browser.submit(Self.path + "/execution", [("etat", stamp)])
            let job = try #require(browser.location)
            _ = try await Worker(scene.installation, WorkerSettings(name: "essai"), stop: StopSign()).runDue()
            try await browser.get(job)
            #expect(browser.text.contains("terminé") && browser.text.contains("plans sur sang"))
            try await browser.get(Self.path)
            #expect(!browser.text.contains("/validation\"") && !browser.text.contains("/execution\""))
            try await browser.submit(
                Self.path + "/execution", [("etat", stamp), ("_form", browser.value(of: "_form") ?? "")])
            #expect(browser.status == .unprocessableContent)
        }
    }

    @Test("who may not prepare has no form; a foreign department is a missing one", arguments: Engine.allCases)
    func rights(engine: Engine) async throws {
        try await WebScene.run(engine) { scene in
            var nation = try await scene.browser(.nationalAuthority)
            try await nation.get("/campagnes")
            #expect(nation.status == .ok && !nation.text.contains("/ouvrir-campagne"))
            try await nation.submit(Self.path + "/validation", [("etat", "x")])
            #expect(nation.status == .forbidden)
            var browser = try await scene.browser(.authority)
            try await browser.get("/ouvrir-campagne")
            try await browser.submit(
                "/ouvrir-campagne", [("departement", "15"), ("annee", "2021"), ("libelle", "PB")])
            #expect(browser.status == .notFound)
            try await browser.get("/ouvrir-campagne")
            try await browser.submit(
                "/ouvrir-campagne", [("departement", "63"), ("annee", "l'an prochain"), ("libelle", "PB")])
            #expect(browser.status == .badRequest)
        }
    }
}
