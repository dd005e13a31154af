import Kernel
import Register
import Store
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("Issue 3 §3: letters by batch from the lists that ask for them") struct LetterPagesTests {
    private static let path = WebCampaign.path + "/courriers"
    private static let list = WebCampaign.path + "/travail/past-deadline"

    /// Two herds; the first one is short of a result long after its first visit, and everybody has an address.
    private func run(
        _ engine: Engine, _ body: @escaping @Sendable (WebScene, WebCampaign) async throws -> Void
    ) async throws {
        try await WebCampaign.run(engine, herds: 2) { scene, campaign in
            try await scene.installation.database.write { connection in
                for (id, kind, code) in [(19_901, "authority", "DDPP63"), (19_902, "delegate-section", "GDS63")] {
                    try connection.execute(
                        """
                        INSERT INTO organisation (id, kind, code, name, department, address, postcode, town, email)
                        VALUES (?, ?, ?, ?, '63', '1 rue des Prés', '99000', 'VILLENEUVE', 'a@exemple.invalid')
                        """, [.int(Int64(id)), .text(kind), .text(code), .text("Organisme \(code)")])
                }
                try connection.execute(
                    "UPDATE holding SET keeper = 'Jean Fictif', address = 'Le Bourg', postcode = '99120', town = 'X'")
                try connection.execute(
                    """
                    DELETE FROM blood_result WHERE intervention_id = ? AND disease = 'BRU' AND animal_id IN (
                        SELECT animal_id FROM requested_animal WHERE intervention_id = ? ORDER BY animal_id LIMIT 4)
                    """, [.int(campaign.intervention), .int(campaign.intervention)])
            }
            _ = try await RecomputeStatus(selector: WebCampaign.selector, extent: .all)
                .perform(scene.context(.inspector))
            try await body(scene, campaign)
        }
    }

    private func work(_ scene: WebScene) async throws {
        _ = try await Worker(scene.installation, WorkerSettings(name: "essai"), stop: StopSign()).runDue()
    }

    @Test(
        "PRO-253: the list preselects its letter; what is ticked is written, for whom and why not others is said",
        arguments: Engine.allCases)
    func written(engine: Engine) async throws {
        try await run(engine) { scene, campaign in
            var browser = try await scene.browser(.inspector)
            try await browser.get(Self.list)
            #expect(browser.text.contains(#"<option value="rappel-90-jours">"#))
            #expect(!browser.text.contains(#"<option value="avertissement">"#), "another list's, and the authority's")
            #expect(browser.text.contains("value=\"\(campaign.number)\" form=\"ecrire\""))
            let fields = [("liste", "past-deadline"), ("courrier", "rappel-90-jours"), ("portee", "choix")]
            try await browser.submit(Self.path, fields)
            #expect(browser.status == .unprocessableContent && browser.text.contains("coch"))
            let other = try await scene.installation.database.read { connection in
                try connection.first(
                    "SELECT number FROM intervention WHERE number <> ?", [.text(campaign.number)]
                ) { $0.text(0) } ?? ""
            }
            try await browser.submit(
                Self.path,
                fields + [("choix", campaign.number), ("choix", other), ("limite", "2021-03-01"), ("copies", "1")])
            let job = try #require(browser.location)
            try await work(scene)
            try await browser.get(job)
            #expect(browser.text.contains("<td>99000001</td>") && browser.text.contains("01/03/2021"))
            #expect(browser.text.contains("lot-rappel-90-jours-2021-02-15.pdf"))
            #expect(browser.text.contains("href=\"\(Self.path)\""))
            #expect(browser.text.contains(other), "the one without a ground is named")
            try await browser.get(job + "/fichiers/1")
            #expect(browser.text.hasPrefix("%PDF"))
        }
    }

    @Test("PRO-162: letters are marked as posted once, by who may write them", arguments: Engine.allCases)
    func sent(engine: Engine) async throws {
        try await run(engine) { scene, campaign in
            var browser = try await scene.browser(.inspector)
            try await browser.get(Self.path)
            #expect(browser.text.contains("Écrire des courriers") && !browser.text.contains("name=\"lettre\""))
            try await browser.submit(
                Self.path,
                [
                    ("liste", "past-deadline"), ("courrier", "rappel-90-jours"), ("portee", "toutes"),
                    ("limite", "2021-03-01"),
                ])
            #expect(browser.location?.hasPrefix("/travaux/") == true)
            try await work(scene)
            try await browser.get(Self.path + "?etat=a-envoyer")
            let letter = try #require(browser.value(of: "lettre"))
            try await browser.submit(Self.path + "/envoyes", [("jour", "2021-02-15"), ("portee", "choix")])
            #expect(browser.status == .unprocessableContent)
            try await browser.submit(
                Self.path + "/envoyes", [("jour", "2021-02-14"), ("portee", "choix"), ("lettre", letter)])
            #expect(browser.status == .unprocessableContent && browser.text.contains("15/02/2021"))
            #expect(browser.text.contains("value=\"2021-02-14\" max") && browser.text.contains("\" checked>"))
            try await browser.submit(Self.path + "/envoyes", [("jour", "hier"), ("portee", "toutes")])
            #expect(browser.status == .unprocessableContent && browser.text.contains("JJ/MM/AAAA"))
            try await browser.submit(
                Self.path + "/envoyes", [("jour", "2021-02-15"), ("portee", "choix"), ("lettre", letter)])
            let done = try #require(browser.location)
            try await browser.get(done)
            #expect(browser.text.contains("Envoi noté pour 1 courrier") && !browser.text.contains("id=\"envoi\""))
            try await browser.get("\(Self.path)/\(letter)/courrier.pdf")
            #expect(browser.last?.headers[.contentType] == "application/pdf")
            try await browser.get("\(Self.path)/77/courrier.pdf")
            #expect(browser.status == .notFound)
            let token = try await scene.installation.database.read { connection in
                try connection.first("SELECT COUNT(*) FROM audit_entry WHERE intention = 'letter.write'", []) {
                    $0.int(0)
                }
            }
            #expect((token ?? 0) >= 3, "queued, written, posted")
        }
    }

    @Test("decision 23, PRO-282: who may not write has no form, and is refused", arguments: Engine.allCases)
    func rights(engine: Engine) async throws {
        try await run(engine) { scene, campaign in
            var nation = try await scene.browser(.nationalAuthority)
            try await nation.get(Self.list)
            #expect(nation.status == .ok && !nation.text.contains("id=\"courriers\""))
            try await nation.submit(Self.path, [("courrier", "rappel-90-jours"), ("portee", "toutes")])
            #expect(nation.status == .forbidden)
            var browser = try await scene.browser(.inspector)
            try await browser.get(Self.path)
            try await browser.submit(Self.path, [("courrier", "avertissement"), ("portee", "toutes")])
            #expect(browser.status == .forbidden, "the authority's letter")
            try await browser.get(Self.path)
            try await browser.submit(
                Self.path, [("liste", "alerts"), ("courrier", "rappel-90-jours"), ("portee", "toutes")])
            #expect(browser.status == .badRequest)
            scene.clock.advance(80 * 86_400)
            browser = try await scene.browser(.inspector)
            try await browser.get(Self.list)
            #expect(browser.text.contains("30/04/2021") && !browser.text.contains("id=\"ecrire\""))
            try await browser.submit(Self.path, [("courrier", "rappel-90-jours"), ("portee", "toutes")])
            #expect(browser.status == .unprocessableContent, "the authority's since the end")
        }
    }

    @Test("of several kinds none is chosen for the person: a form without one writes nothing, and says so")
    func kind() async throws {
        try await run(.sqlite) { scene, _ in
            var browser = try await scene.browser(.inspector)
            try await browser.get(Self.path)
            #expect(browser.text.contains("<option value=\"\">Choisissez…</option>"))
            try await browser.submit(Self.path, [("courrier", ""), ("portee", "toutes")])
            #expect(browser.status == .unprocessableContent && browser.text.contains("Courrier"))
            #expect(
                try await scene.installation.database.read {
                    try $0.count("SELECT count(*) FROM job WHERE kind = 'letters'")
                } == 0)
        }
    }
}
