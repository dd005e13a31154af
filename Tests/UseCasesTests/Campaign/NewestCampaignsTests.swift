import Kernel
import Prophylaxis
import Register
import TestSupport
import Testing
import UseCases

@Suite("Campaigns of the newest year") struct NewestCampaignsTests {
    @Test("only those that are followed, of the actor's departments", arguments: Engine.allCases)
    func newest(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            try await database.write { connection in
                let fixture = Fixture(connection, from: 1000)
                for (department, year, state) in [
                    ("63", 2020, "closed"), ("63", 2021, "executed"), ("63", 2022, "draft"), ("15", 2021, "closed"),
                    ("03", 2023, "executed"),
                ] {
                    _ = try fixture.campaign(
                        CampaignParameters(department: department, prophylaxisYear: year), state: state)
                }
            }
            let actor = Actor(
                login: "region", name: "Personne fictive", role: .delegateRegion, scope: .departments(["63", "15"]))
            let context = Context(
                database: database, actor: actor, today: try #require(Day("2021-02-15")), now: testTime)
            func found(newestOnly: Bool) async throws -> [String] {
                try await ListCampaigns(newestOnly: newestOnly).perform(context).map { "\($0.department) \($0.year)" }
            }
            #expect(try await found(newestOnly: true) == ["15 2021", "63 2021"])
            #expect(try await found(newestOnly: false) == ["63 2022", "15 2021", "63 2021", "63 2020"])
        }
    }
}
