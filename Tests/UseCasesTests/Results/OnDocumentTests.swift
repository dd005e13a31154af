import Prophylaxis
import Store
import TestSupport
import Testing

@Suite struct OnDocumentTests {
    @Test(
        "PRO-91, decision 9: a test off the document joins it once an edition asks for its animal",
        arguments: Engine.allCases)
    func refreshed(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let flags = try await database.write { connection in
                let fixture = Fixture(connection)
                let herd = try fixture.herd(in: fixture.holding())
                let campaign = try fixture.campaign(
                    CampaignParameters(department: Fixture.department, prophylaxisYear: 2021))
                let intervention = try fixture.intervention(in: campaign, of: herd)
                let cows = try ["FR9900010000", "FR9900010001"].map { try fixture.animal($0, in: herd) }
                for cow in cows { try fixture.blood(.brucellosis, in: campaign, intervention, cow, "NEG") }
                try fixture.document(
                    in: campaign, intervention, animals: [cows[0]], for: [.brucellosis], on: "2020-11-01")
                try connection.refreshOnDocument(campaign: campaign, interventions: [intervention])
                return try connection.all("SELECT on_document FROM blood_result ORDER BY animal_id") { $0.int(0) }
            }
            #expect(flags == [1, 0])
        }
    }
}
