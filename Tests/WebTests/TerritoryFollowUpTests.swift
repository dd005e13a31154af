import HTTPTypes
import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("Issue 3 §2, §3: the follow-up of a territory with several campaigns") struct TerritoryFollowUpTests {
    /// The campaign of department 63 with three herds, and fourteen others, of which two have two herds each.
    private static func run(
        _ engine: Engine, _ body: @escaping @Sendable (WebScene, WebCampaign) async throws -> Void
    ) async throws {
        try await WebCampaign.run(engine, herds: 3) { scene, campaign in
            try await scene.installation.database.write { connection in
                let fixture = Fixture(connection, from: 500_000)
                for department in ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13", "95"] {
                    let other = try fixture.campaign(
                        CampaignParameters(department: department, prophylaxisYear: 2021))
                    guard department == "02" || department == "95" else { continue }
                    for number in 1...2 {
                        let herd = try fixture.herd(in: try fixture.holding("99\(department)000\(number)"))
                        _ = try fixture.intervention(in: other, of: herd)
                    }
                }
            }
            try await body(scene, campaign)
        }
    }

    private static func numbers(_ browser: WebBrowser) -> [String] {
        browser.text.split(separator: "<a href=\"/interventions/").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    }

    @Test("one campaign: its page; several: their lines, department by department", arguments: Engine.allCases)
    func leads(engine: Engine) async throws {
        try await Self.run(engine) { scene, _ in
            var inspector = try await scene.browser(.inspector)
            try await inspector.get("/suivi?niveau=1")
            #expect(inspector.location == WebCampaign.path + "/suivi")
            var national = try await scene.browser(.nationalAuthority)
            try await national.get("/suivi")
            #expect(national.status == .ok)
            // Twelve campaigns are looked into; department 63 is the fourteenth.
            #expect(Self.numbers(national).count == 2)
            #expect(national.text.contains("n&#39;ont pas encore été parcourus"))
            try await national.get("/suivi?annee=2020")
            #expect(national.location == "/")
        }
    }

    @Test(
        "the pages of a territory walk all lines once, in every order", arguments: Engine.allCases,
        FollowUpOrders.all.map(\.name))
    func walks(engine: Engine, order: String) async throws {
        try await Self.run(engine) { scene, _ in
            var filter = FollowUpFilter()
            filter.order = try #require(FollowUpOrders.named(order))
            filter.limit = 2
            let actor = Actor(login: "national", name: "Personne fictive", role: .nationalAuthority, scope: .national)
            let context = scene.installation.context(for: actor, department: nil)
            var (seen, departments, pages): ([String], [String], Int) = ([], [], 0)
            var position: ListTerritoryFollowUp.Position?
            repeat {
                let page = try await ListTerritoryFollowUp(filter: filter, from: position).perform(context)
                seen += page.lines.map(\.row.number)
                departments += page.lines.map(\.department)
                position = page.next.flatMap { ListTerritoryFollowUp.Position(text: $0.text) }
                #expect(position == page.next)
                pages += 1
            } while position != nil && pages < 20
            // Lines that no computation has reached have no place in an order by disease.
            let isByDisease = if case .disease = filter.order.key { true } else { false }
            #expect(seen.count == (isByDisease ? 3 : 7) && Set(seen).count == seen.count)
            #expect(departments == departments.sorted())
        }
    }

    @Test("a page that begins in a foreign campaign begins at one's own", arguments: Engine.allCases)
    func foreign(engine: Engine) async throws {
        try await Self.run(engine) { scene, campaign in
            let foreign = try await scene.installation.database.read { connection in
                try connection.first("SELECT id FROM campaign WHERE department = '95'") { $0.int(0) } ?? 0
            }
            let actor = Actor(
                login: "region", name: "Personne fictive", role: .delegateRegion, scope: .departments(["02", "63"]))
            let page = try await ListTerritoryFollowUp(
                filter: FollowUpFilter(), from: .init(campaign: foreign, after: nil)
            ).perform(scene.installation.context(for: actor, department: nil))
            #expect(page.lines.map(\.department) == ["02", "02", "63", "63", "63"] && page.next == nil)
        }
    }
}
