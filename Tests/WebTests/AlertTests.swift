import Kernel
import Store
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("Issue 3 §3: what came after a report, and each event once") struct AlertTests {
    private static let path = WebCampaign.path + "/travail/alerts"

    /// A report A stands; then a positive comes: four alerts of one event, as the reception of a file raises them.
    private static func run(
        _ engine: Engine, _ body: @escaping @Sendable (WebScene, WebCampaign) async throws -> Void
    ) async throws {
        try await WebCampaign.run(engine) { scene, campaign in
            var inspector = try await scene.browser(.inspector)
            let page = "/interventions/\(campaign.number)"
            try await inspector.get(page)
            try await inspector.submit(page + "/evaluation", [("valeur-BRU", "A"), ("valeur-LEU", "A")])
            try await inspector.get(page)
            try await inspector.submit(page + "/rapport", [("commentaire", ""), ("realisee", "")])
            try await scene.installation.database.write { connection in
                try connection.execute(
                    """
                    INSERT INTO organisation (id, kind, code, name, department)
                    VALUES (7000, 'laboratory', 'LDA63', 'Laboratoire fictif', '63')
                    """)
                try connection.execute(
                    """
                    INSERT INTO import_run (id, kind, file_name, digest, sender, department, received_at, received_on,
                        actor, policy, state, line_count, accepted_count, refused_count)
                    VALUES (209, 'blood', 'rai.xml', 'aa', 'LDA63', '63', '2021-03-01T08:00:00Z', '2021-03-01', 'labo',
                        'line', 'accepted', 1, 1, 0)
                    """)
                let alerts = [
                    ("authority", "alert-non-negative"), ("authority", "replacement-changes-sign"),
                    ("authority", "report-contradicted"), ("delegate", "report-contradicted"),
                ]
                for (index, (audience, kind)) in alerts.enumerated() {
                    try connection.execute(
                        """
                        INSERT INTO work_item (id, department, audience, kind, campaign_id, intervention_id, disease,
                            subject, facts, opened_on)
                        VALUES (?, '63', ?, ?, ?, ?, 'BRU', 'FR9910001000', ?, '2021-03-01')
                        """,
                        [
                            .int(9000 + index), .text(audience), .text(kind), .int(campaign.campaign),
                            .int(campaign.intervention), .text(Self.facts),
                        ])
                }
            }
            try await body(scene, campaign)
        }
    }

    private static let facts =
        #"{"animal":"FR9910001000","import":"209","interpretation":"POS","matrix":"blood","was":"NEG"}"#

    @Test("Decision 3: the intervention says at its top that its report is contradicted", arguments: Engine.allCases)
    func contradiction(engine: Engine) async throws {
        try await Self.run(engine) { scene, campaign in
            var browser = try await scene.browser(.inspector)
            let page = "/interventions/\(campaign.number)"
            try await browser.get(page)
            let top = browser.text.split(separator: "id=\"maladies\"").first.map(String.init) ?? ""
            #expect(top.contains("inspection est contredit"))
            #expect(top.contains("bovin FR9910001000, positif au lieu de négatif, Laboratoire fictif, fichier rai.xml"))
            #expect(top.contains("arrivé le 01/03/2021") && top.contains("href=\"/fichiers/209\""))
            #expect(top.ranges(of: "bovin FR9910001000").count == 1)
            #expect(browser.text.contains("contredit par un résultat arrivé le 01/03/2021"))
            // The report that stands no more is contradicted by nothing.
            let report = try #require(browser.value(of: "rapport"))
            try await browser.submit(page + "/invalidation", [("rapport", report), ("motif", "Positif reçu depuis")])
            try await browser.get(page)
            #expect(!browser.text.contains("est contredit"))
        }
    }

    @Test("one event is one line for each whose it is, and closed as one", arguments: Engine.allCases)
    func once(engine: Engine) async throws {
        try await Self.run(engine) { scene, campaign in
            var authority = try await scene.browser(.authority)
            try await authority.get(Self.path)
            #expect(authority.text.ranges(of: "bovin FR9910001000").count == 2)
            #expect(authority.text.contains("un remplacement change un résultat, résultat qui contredit le rapport"))
            try await authority.get(WebCampaign.path + "/bureau")
            #expect(authority.text.ranges(of: "bovin FR9910001000").count == 1)
            let counts = try await scene.installation.database.read { try $0.openAlerts(department: "63") }
            #expect(counts == ["authority": 1, "delegate": 1])
            try await authority.get(Self.path)
            try await authority.submit(WebCampaign.path + "/alertes/clore", [("alerte", "9002"), ("motif", "Vu")])
            let left = try await scene.installation.database.read { connection in
                try connection.all("SELECT audience FROM work_item WHERE state = 'open'") { $0.text(0) }
            }
            #expect(left == ["delegate"])
        }
    }

    @Test("the newest alert stands first, and files say the same as pages")
    func newestFirst() async throws {
        try await Self.run(.sqlite) { scene, _ in
            try await scene.installation.database.write { connection in
                try connection.execute(
                    """
                    INSERT INTO work_item (id, department, audience, kind, subject, facts, opened_on)
                    VALUES (8000, '63', 'authority', 'alert-non-negative', '2021-03-02',
                        '{"injectedOn":"2021-02-25","animals":"FR9910001001, FR9910001002"}', '2021-03-05')
                    """)
            }
            var browser = try await scene.browser(.authority)
            try await browser.get(Self.path + "/liste.csv")
            let lines = browser.text.split(separator: "\n")
            let words = "Résultat non négatif : tuberculination du 25/02/2021, bovins FR9910001001, FR9910001002"
            #expect(lines.count == 4 && lines[1].contains(words))
            #expect(!browser.text.contains("alert-non-negative") && !browser.text.contains("report-contradicted"))
        }
    }
}
