import HTTPTypes
import Kernel
import Register
import Store
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("Issue 3: results, proofs and malfunctions entered on the intervention's page") struct EntryActTests {
    static let animal = "FR9910001000"

    private func texts(_ scene: WebScene, _ sql: String) async throws -> [String] {
        try await scene.installation.database.read { try $0.all(sql, []) { $0.text(0) } }
    }

    private static let blood = [
        ("formulaire", "saisie-resultat"), ("maladie", "BRU"), ("bovin", animal), ("interpretation", "POS"),
        ("preleve", "2020-11-03"), ("preuve", "Rapport 12 du laboratoire"),
    ]

    @Test("PRO-192, PRO-242: a result on paper, a proof and a test elsewhere are kept", arguments: Engine.allCases)
    func enters(engine: Engine) async throws {
        try await WebCampaign.run(engine) { scene, campaign in
            let path = "/interventions/\(campaign.number)"
            var browser = try await scene.browser(.inspector)
            try await browser.get(path)
            try await browser.submit(path + "/saisie/resultat", Self.blood)
            #expect(browser.location == path + "?fait=resultEntered")
            #expect(
                try await texts(
                    scene, "SELECT interpretation || ' ' || proof FROM blood_result WHERE dossier = 'saisie'")
                    == ["POS Rapport 12 du laboratoire"])
            #expect(try await texts(scene, "SELECT status FROM disease_state WHERE disease = 'BRU'") == ["AS"])
            #expect(try await texts(scene, "SELECT kind FROM work_item") == ["alert-non-negative"])
            try await browser.get(path)
            try await browser.submit(
                path + "/saisie/preuve", [("maladie", "LEU"), ("preuve", "Ordonnance du 3 novembre")])
            #expect(browser.location == path + "?fait=proofEntered")
            try await browser.get(path)
            try await browser.submit(
                path + "/saisie/test-ailleurs",
                [("maladie", "LEU"), ("bovin", Self.animal), ("teste", "2020-10-20"), ("preuve", "Passeport")])
            #expect(browser.location == path + "?fait=elsewhereEntered")
            #expect(
                try await texts(scene, "SELECT kind FROM evidence ORDER BY kind")
                    == ["negative-test-elsewhere", "realisation"])
        }
    }

    @Test(
        "what is missing or wrong is said at its field, and what was typed stays",
        arguments: [
            ("preuve", " ", "Il manque la référence du justificatif."), ("bovin", "", "Il manque : Bovin."),
            ("preleve", "", "Il manque : Date du prélèvement."), ("preleve", "2021-03-01", "est dans le futur"),
            ("interpretation", "", "Il manque : Interprétation du laboratoire."), ("bovin", "FR9999999998", "inconnu"),
        ])
    func wrongFields(_ name: String, _ value: String, _ sentence: String) async throws {
        try await WebCampaign.run(.sqlite) { scene, campaign in
            let path = "/interventions/\(campaign.number)"
            var browser = try await scene.browser(.delegateRegion)
            try await browser.get(path)
            try await browser.submit(
                path + "/saisie/resultat", Self.blood.map { $0.0 == name ? (name, value) : $0 })
            #expect(browser.status == .unprocessableContent || browser.status == .notFound)
            #expect(browser.text.contains("id=\"saisie-resultat-\(name)-aide\""))
            #expect(browser.text.contains(sentence) || sentence == "inconnu", "\(name)")
            #expect(browser.text.contains("aria-invalid=\"true\""))
            #expect(browser.text.contains("value=\"POS\" selected") == (name != "interpretation"))
            #expect(try await texts(scene, "SELECT dossier FROM blood_result WHERE dossier = 'saisie'").isEmpty)
        }
    }

    @Test("PRO-194, PRO-216: malfunctions and the absent tuberculin report are noted", arguments: Engine.allCases)
    func dysfunctions(engine: Engine) async throws {
        try await WebCampaign.run(engine) { scene, campaign in
            let path = "/interventions/\(campaign.number)"
            var browser = try await scene.browser(.inspector)
            try await browser.get(path)
            #expect(!browser.text.contains("compte-rendu-absent"))
            try await browser.submit(
                path + "/dysfonctionnement",
                [("nature", "results-late"), ("concerne", "LDA63"), ("note", "Trois semaines")])
            #expect(browser.location == path + "?fait=dysfunction")
            try await browser.get(path)
            try await browser.submit(path + "/dysfonctionnement", [("nature", "results-late"), ("note", "")])
            #expect(browser.status == .unprocessableContent && browser.text.contains("Il manque le motif."))
            let number = campaign.number
            try await scene.installation.database.write { connection in
                try connection.execute(
                    """
                    INSERT INTO requested_plan (campaign_id, intervention_id, disease, matrix, method)
                    SELECT campaign_id, id, 'TUB', 'skin', 'IDS' FROM intervention WHERE number = ?
                    """, [.text(number)])
            }
            try await browser.get(path)
            try await browser.submit(path + "/compte-rendu-absent", [])
            #expect(browser.location == path + "?fait=reportAbsent")
            #expect(try await texts(scene, "SELECT kind FROM dysfunction ORDER BY kind") == ["ABSRAP", "results-late"])
        }
    }

    @Test("entered meanwhile by a colleague: the second is told, and nothing is entered twice")
    func stale() async throws {
        try await WebCampaign.run(.sqlite) { scene, campaign in
            let path = "/interventions/\(campaign.number)"
            var first = try await scene.browser(.inspector)
            var second = try await scene.browser(.authority)
            try await first.get(path)
            try await second.get(path)
            try await first.submit(path + "/saisie/resultat", Self.blood)
            #expect(first.status == .seeOther)
            for (address, fields) in [
                ("saisie/resultat", Self.blood), ("saisie/preuve", [("maladie", "LEU"), ("preuve", "P")]),
                ("dysfonctionnement", [("nature", "results-late"), ("note", "n")]),
            ] {
                try await second.submit("\(path)/\(address)", fields)
                #expect(second.status == .unprocessableContent)
                #expect(second.text.contains("a changé depuis que vous avez ouvert la page : inspector"))
            }
            #expect(try await texts(scene, "SELECT dossier FROM blood_result WHERE dossier = 'saisie'").count == 1)
        }
    }

    @Test("who enters no results has no form, and is refused")
    func rights() async throws {
        try await WebCampaign.run(.sqlite) { scene, campaign in
            let path = "/interventions/\(campaign.number)"
            var browser = try await scene.browser(.nationalAuthority)
            try await browser.get(path)
            #expect(browser.status == .ok && !browser.text.contains("/saisie/"))
            #expect(!browser.text.contains("/dysfonctionnement\""))
            for address in ["saisie/resultat", "saisie/preuve", "saisie/test-ailleurs", "dysfonctionnement"] {
                try await browser.submit("\(path)/\(address)", Self.blood + [("nature", "results-late")])
                #expect(browser.status == .forbidden)
            }
        }
    }
}
