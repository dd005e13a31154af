import HTTPTypes
import Kernel
import Register
import Store
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("Issue 3: what is planned and listed changes on the intervention's page") struct PlanActTests {
    private func texts(_ scene: WebScene, _ sql: String) async throws -> [String] {
        try await scene.installation.database.read { try $0.all(sql, []) { $0.text(0) } }
    }

    /// Nobody came yet: no visit, no result.
    private func untouched(_ scene: WebScene) async throws {
        try await scene.installation.database.write { connection in
            for table in ["visit", "blood_result"] { try connection.execute("DELETE FROM \(table)") }
        }
    }

    @Test("PRO-202: the authority passes a herd from milk to blood; nobody else may", arguments: Engine.allCases)
    func toBlood(engine: Engine) async throws {
        try await WebCampaign.run(engine) { scene, campaign in
            try await untouched(scene)
            try await scene.installation.database.write { connection in
                try connection.execute("UPDATE requested_plan SET matrix = 'milk' WHERE disease = 'BRU'")
            }
            let path = "/interventions/\(campaign.number)"
            var inspector = try await scene.browser(.inspector)
            try await inspector.get(path)
            #expect(!inspector.text.contains("\(path)/lait-sang"))
            try await inspector.submit(path + "/lait-sang", [("maladie", "BRU"), ("motif", "Essai")])
            #expect(inspector.status == .forbidden)
            var authority = try await scene.browser(.authority)
            try await authority.get(path)
            let fields = [("formulaire", "lait-sang"), ("maladie", "BRU")]
            try await authority.submit(path + "/lait-sang", fields + [("motif", " ")])
            #expect(authority.status == .unprocessableContent)
            #expect(authority.text.contains("id=\"lait-sang-motif-aide\""))
            try await authority.submit(path + "/lait-sang", fields + [("motif", "Aucun lait livré")])
            #expect(authority.location == path + "?fait=toBlood")
            #expect(try await texts(scene, "SELECT matrix FROM requested_plan WHERE disease = 'BRU'") == ["blood"])
        }
    }

    @Test(
        "PRO-207, PRO-262: the delegate sets the day of an ordered retest, unless the convention keeps that",
        arguments: Engine.allCases)
    func retest(engine: Engine) async throws {
        let results = Array(repeating: "NEG", count: 11) + ["POS"]
        try await WebCampaign.run(engine, brucellosis: results) { scene, campaign in
            let order = OrderRetest(
                campaign: WebCampaign.selector, intervention: campaign.number,
                notifiedOn: try #require(Day("2021-02-01")))
            let second = try #require(try await order.perform(scene.context(.authority)).retestNumber)
            let path = "/interventions/\(second)"
            var inspector = try await scene.browser(.inspector)
            try await inspector.get("/interventions/\(campaign.number)")
            #expect(!inspector.text.contains("recontrole/jour"), "the first is no retest")
            try await inspector.get(path)
            #expect(inspector.text.contains("\(path)/recontrole/jour"))
            let fields = [("formulaire", "recontrole-jour")]
            try await inspector.submit(path + "/recontrole/jour", fields + [("jour", "2021-04-03")])
            #expect(inspector.status == .unprocessableContent)
            #expect(inspector.text.contains("id=\"recontrole-jour-jour-aide\""))
            try await inspector.submit(path + "/recontrole/jour", fields + [("jour", "2021-03-01")])
            #expect(inspector.location == path + "?fait=retestPlanned")
            #expect(
                try await texts(scene, "SELECT planned_on FROM intervention WHERE kind = 'retest'") == ["2021-03-01"])
            let kept = SetConvention(
                department: "63", tree: .object(["retestPlanningDelegated": .bool(false)]), justification: "essai")
            _ = try await kept.perform(scene.context(.authority))
            try await inspector.get(path)
            #expect(!inspector.text.contains("recontrole/jour"))
            try await inspector.submit(path + "/recontrole/jour", fields + [("jour", "2021-03-02")])
            #expect(inspector.status == .forbidden)
        }
    }

    @Test("PRO-137: a visit outside the campaign is planned, and its page is the next", arguments: Engine.allCases)
    func outsideVisit(engine: Engine) async throws {
        try await WebCampaign.run(engine) { scene, campaign in
            let path = "/interventions/\(campaign.number)"
            var browser = try await scene.browser(.authority)
            try await browser.get(path)
            let fields = [("formulaire", "hors-campagne"), ("maladies", "BRU"), ("motif", "Bovins en estive")]
            try await browser.submit(path + "/hors-campagne", fields + [("jour", "2021-02-20")])
            #expect(browser.status == .unprocessableContent)
            #expect(browser.text.contains("id=\"hors-campagne-jour-aide\""))
            try await browser.submit(path + "/hors-campagne", fields + [("jour", "2021-06-15")])
            let made = try await texts(scene, "SELECT number FROM intervention WHERE kind = 'outside'")
            #expect(made.count == 1)
            let next = "/interventions/\(made.first ?? "")?fait=outsidePlanned"
            #expect(browser.location == next)
            try await browser.get(next)
            #expect(browser.status == .ok && browser.text.contains("Visite hors campagne programmée"))
        }
    }

    @Test("PRO-127: before the first visit the whole list is cancelled and edited anew", arguments: Engine.allCases)
    func cancelList(engine: Engine) async throws {
        try await WebCampaign.run(engine) { scene, campaign in
            try await untouched(scene)
            let path = "/interventions/\(campaign.number)"
            var browser = try await scene.browser(.inspector)
            try await browser.get(path)
            let form = ("formulaire", "annulation-document")
            try await browser.submit(path + "/annulation/document", [form, ("motif", "")])
            #expect(browser.status == .unprocessableContent && browser.text.contains("Il manque : Motif."))
            try await browser.submit(path + "/annulation/document", [form, ("motif", "Mauvaise liste")])
            #expect(browser.status == .seeOther || browser.text.contains("Document annulé et réédité en projet"))
            #expect(
                try await texts(scene, "SELECT state FROM edition ORDER BY number").contains("cancelled"))
        }
    }

    @Test("decision 7: after the visit one person asks, another agrees", arguments: Engine.allCases)
    func cancelAnimals(engine: Engine) async throws {
        try await WebCampaign.run(engine) { scene, campaign in
            try await scene.installation.database.write { connection in
                try connection.execute(
                    """
                    DELETE FROM blood_result WHERE animal_id =
                        (SELECT id FROM animal WHERE number = 'FR9910001011')
                    """)
            }
            let path = "/interventions/\(campaign.number)"
            var first = try await scene.browser(.inspector)
            try await first.get(path)
            #expect(first.text.contains("value=\"FR9910001011\"") && !first.text.contains("value=\"FR9910001000\""))
            let form = ("formulaire", "annulation-bovins")
            try await first.submit(path + "/annulation/bovins", [form, ("motif", "Mort")])
            #expect(
                first.status == .unprocessableContent && first.text.contains("Aucun bovin n&#39;est coché.")
                    || first.text.contains("Aucun bovin n'est coché."))
            let animal = ("bovins", "FR9910001011")
            try await first.submit(path + "/annulation/bovins", [form, animal, ("motif", "Mort le 3 novembre")])
            #expect(first.location == path + "?fait=cancelProposed")
            try await first.get(path)
            #expect(!first.text.contains("annulation/accord") && first.text.contains("annulation/retrait"))
            try await first.submit(path + "/annulation/accord", [animal])
            #expect(first.status == .unprocessableContent)
            scene.clock.advance(60)
            var second = try await scene.browser(.authority)
            try await second.get(path)
            #expect(second.text.contains("FR9910001011 – Mort le 3 novembre (inspector)"))
            try await second.submit(path + "/annulation/accord", [animal])
            #expect(second.location == path + "?fait=cancelAgreed")
            #expect(
                try await texts(scene, "SELECT cancel_second FROM requested_animal WHERE cancelled_on IS NOT NULL")
                    == ["authority"])
        }
    }

    @Test("a stale page is told before anything is cancelled or planned")
    func stale() async throws {
        try await WebCampaign.run(.sqlite) { scene, campaign in
            let path = "/interventions/\(campaign.number)"
            var first = try await scene.browser(.inspector)
            var second = try await scene.browser(.authority)
            try await second.get(path)
            try await first.get(path)
            try await first.submit(path + "/evaluation", [("valeur-BRU", "A")])
            #expect(first.status == .seeOther)
            let basis = ["etat", "vu"].compactMap { name in second.value(of: name).map { (name, $0) } }
            for (address, fields) in [
                ("hors-campagne", [("jour", "2021-06-15"), ("maladies", "BRU"), ("motif", "Essai")]),
                ("annulation/bovins", [("bovins", "FR9910001011"), ("motif", "Essai")]),
            ] {
                try await second.submit("\(path)/\(address)", basis + fields)
                #expect(second.status == .unprocessableContent)
                #expect(second.text.contains("inspector (évaluation)"))
            }
            #expect(try await texts(scene, "SELECT number FROM intervention WHERE kind = 'outside'").isEmpty)
        }
    }

    @Test("who only looks on has no form, and is refused; late cancellation is not the region's")
    func rights() async throws {
        try await WebCampaign.run(.sqlite) { scene, campaign in
            let path = "/interventions/\(campaign.number)"
            for (role, addresses) in [
                (Role.nationalAuthority, ["hors-campagne", "annulation/document", "annulation/bovins", "lait-sang"]),
                (.delegateRegion, ["annulation/bovins", "annulation/accord", "annulation/retrait", "lait-sang"]),
            ] {
                var browser = try await scene.browser(role)
                try await browser.get(path)
                for address in addresses {
                    #expect(browser.status != .ok || !browser.text.contains("action=\"\(path)/\(address)\""))
                    try await browser.submit("\(path)/\(address)", [("motif", "Essai"), ("jour", "2021-06-15")])
                    #expect(browser.status == .forbidden)
                }
            }
        }
    }
}
