import HTTPTypes
import Register
import TestSupport
import Testing

@testable import Web

@Suite("Issue 3 §3: a filter of an address that cannot be read is refused, with what it admits") struct FilterTests {
    private static let refused: [(Role, String, label: String, admits: String)] = [
        (.inspector, WebCampaign.path + "/suivi?statut=ZZ", "Statut", "AS, SO"),
        (.inspector, WebCampaign.path + "/suivi?maladie=brucellose", "Maladie", "BRU, LEU, TUB"),
        (.inspector, WebCampaign.path + "/suivi?niveau=3", "Onglet", "1, 2"),
        (.inspector, WebCampaign.path + "/suivi?tri=bogus", "Trier par", "numero, prevue"),
        (.inspector, WebCampaign.path + "/suivi?apres=xx", "Suite de la liste", "la page elle-même"),
        (.inspector, WebCampaign.path + "/suivi?sans-evaluation=oui", "Sans évaluation définitive", "1"),
        (.inspector, WebCampaign.path + "/suivi?colonnes=commune,couleur", "Colonnes", "commune"),
        (.inspector, WebCampaign.path + "/suivi?commune=Thiers", "Commune", "code INSEE"),
        (.inspector, WebCampaign.path + "/suivi?exploitation=EARL%20du%20Lac", "Exploitation", "numéro EDE"),
        (.inspector, WebCampaign.path + "/suivi.csv?valeur=Z", "Valeur du rapport", "A, B"),
        (.inspector, "/suivi?classe=vaches", "Classe", "dairy"),
        (.inspector, "/suivi?annee=mille", "Année", "un nombre entier"),
        (.inspector, WebCampaign.path + "/documents?etat=tous", "État", "unprinted"),
        (.inspector, WebCampaign.path + "/courriers?etat=envoye", "État", "a-envoyer"),
        (.inspector, WebCampaign.path + "/travail/alerts?depuis=-5", "Suite de la liste", "un nombre entier"),
        (.inspector, "/fichiers?sorte=photo", "Sorte de fichier", "milk"),
        (.authority, "/journal?acte=tout", "Acte", "liste du formulaire"),
        (.authority, "/journal?depuis=15/02/2021", "Du", "AAAA-MM-JJ"),
        (.authority, "/lectures?jusque=demain", "Au", "AAAA-MM-JJ"),
        (.administrator, "/administration/comptes?profil=chef", "Profil", "inspector"),
    ]

    @Test(
        "the address's filter is named, what it admits is said, and no list stands beside it",
        arguments: refused.indices)
    func refusedFilters(_ index: Int) async throws {
        let (role, address, label, admits) = Self.refused[index]
        try await WebCampaign.run(.sqlite) { scene, _ in
            var browser = try await scene.browser(role)
            try await browser.get(address)
            #expect(browser.status == .badRequest)
            #expect(browser.text.contains("Le filtre « \(label)"))
            #expect(browser.text.contains(admits))
            #expect(!browser.text.contains("<table") && !browser.text.contains("name=\"choix\""))
        }
    }

    @Test("an address that cannot be decoded is refused whole")
    func undecodable() async throws {
        try await WebCampaign.run(.sqlite) { scene, _ in
            var browser = try await scene.browser(.inspector)
            try await browser.get(WebCampaign.path + "/suivi?statut=%ZZ")
            #expect(browser.status == .badRequest)
        }
    }

    @Test("a batch whose address names a filter that is none does nothing")
    func batch() async throws {
        try await WebCampaign.run(.sqlite) { scene, campaign in
            var browser = try await scene.browser(.inspector)
            try await browser.get(WebCampaign.path + "/suivi")
            try await browser.post(
                WebCampaign.path + "/suivi/lot/evaluation?statut=ZZ",
                ["choix": "\(campaign.number)|", "BRU": "A"])
            #expect(browser.status.code >= 400)
        }
    }

    @Test("what a filter says is shown as text")
    func hostile() async throws {
        try await WebCampaign.run(.sqlite) { scene, _ in
            var browser = try await scene.browser(.inspector)
            try await browser.get(WebCampaign.path + "/suivi?statut=%3Cscript%3E")
            #expect(browser.text.contains("&lt;script&gt;") && !browser.text.contains("« <script>"))
        }
    }
}
