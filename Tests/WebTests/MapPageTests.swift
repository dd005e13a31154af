import Kernel
import Register
import Store
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("Issue 3 §3: the map, always with its table") struct MapPageTests {
    private static let communes = "\(WebCampaign.path)/carte"

    @Test("communes are counted; placed herds put them on the map", arguments: Engine.allCases)
    func communes(engine: Engine) async throws {
        let sick = ["POS"] + Array(repeating: "NEG", count: 11)
        try await WebCampaign.run(engine, herds: 3, brucellosis: sick) { scene, _ in
            try await scene.installation.database.write { connection in
                try connection.execute(
                    "INSERT INTO commune (insee, name, department) VALUES ('99001', 'Sept-Prés', '63')")
                try connection.execute("UPDATE holding SET insee = '99001' WHERE number <> '99000002'")
                try connection.execute("UPDATE holding SET insee = NULL WHERE number = '99000002'")
            }
            var browser = try await scene.browser(.inspector)
            try await browser.get(Self.communes)
            #expect(browser.text.contains("n'a de place") || browser.text.contains("n&#39;a de place"))
            #expect(browser.text.contains(">Sept-Prés</a>") && browser.text.contains("sans commune connue"))
            #expect(browser.text.contains(#"data-all="2" data-alerts="1""#), "\(browser.text)")
            let context = scene.context(.authority)
            for (herd, point) in [("99000001", "45.1,3.0"), ("99000003", "45.3,3.2")] {
                let found = try #require(try await FindHerd(herd).all(context).first)
                let place = try #require(MapPoint(point))
                try await LocateHerd(found, at: place, on: context.today, source: "essai").perform(context)
            }
            try await browser.get(Self.communes)
            #expect(browser.text.contains(#"data-latitude="45.200000""#))
            #expect(browser.text.contains(#"data-longitude="3.100000""#))
        }
    }

    @Test(
        "a commune leads to the tab that has its lines: decisions of non-completion have no report",
        arguments: Engine.allCases)
    func tabs(engine: Engine) async throws {
        try await WebCampaign.run(engine, herds: 3) { scene, campaign in
            try await scene.installation.database.write { connection in
                for (herd, insee) in [("99000001", "99001"), ("99000002", "99002"), ("99000003", "99003")] {
                    try connection.execute(
                        "INSERT INTO commune (insee, name, department) VALUES (?, ?, '63')",
                        [.text(insee), .text(insee)])
                    try connection.execute(
                        "UPDATE holding SET insee = ? WHERE number = ?", [.text(insee), .text(herd)])
                }
                try connection.execute(
                    """
                    INSERT INTO non_completion (id, campaign_id, intervention_id, code, decided_on, decided_by)
                    SELECT 990001, i.campaign_id, i.id, 'DECNR_AA', '2021-02-01', 'essai'
                    FROM intervention i JOIN herd h ON h.id = i.herd_id JOIN holding g ON g.id = h.holding_id
                    WHERE g.number = '99000002'
                    """)
            }
            var browser = try await scene.browser(.inspector)
            try await browser.get("/interventions/\(campaign.number)")
            try await browser.submit(
                "/interventions/\(campaign.number)/evaluation", [("valeur-BRU", "A"), ("valeur-LEU", "A")])
            let report = IssueReports(campaign: WebCampaign.selector, interventions: [campaign.number])
            _ = try await report.perform(scene.context(.inspector))
            try await browser.get(Self.communes)
            for (level, insee) in [(2, "99001"), (1, "99002"), (1, "99003")] {
                #expect(browser.text.contains("niveau=\(level)&amp;commune=\(insee)"), Comment(rawValue: insee))
            }
            try await browser.get(WebCampaign.path + "/suivi?niveau=1&commune=99002")
            #expect(browser.text.contains("99000002 Ferme"))
        }
    }

    @Test("a country's role sees departments, a stranger's department is not there")
    func departments() async throws {
        try await WebCampaign.run(.sqlite) { scene, _ in
            var browser = try await scene.browser(.nationalAuthority)
            try await browser.get("/carte")
            #expect(browser.text.contains(#"data-code="63""#) && browser.text.contains("ne sont pas installés"))
            try await browser.get("/carte?annee=1999")
            #expect(browser.status == .ok && browser.text.contains("Aucune intervention"))
            var inspector = try await scene.browser(.inspector)
            try await inspector.get("/campagnes/71/2021/carte")
            #expect(inspector.status == .notFound)
            var keeper = try await scene.browser(.keeper)
            try await keeper.get("/carte")
            #expect(keeper.status == .forbidden)
        }
    }
}
