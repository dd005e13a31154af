import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

/// What is asked for, and what does not matter for the status.
@Suite struct StatusCountingTests {
    /// One herd's `status requested proposal` by disease.
    private func states(
        _ engine: Engine, herdClass: HerdClass = .beef, today: String = "2021-04-20",
        _ fill:
            @escaping @Sendable (Fixture, (holding: Int64, herd: Int64), (campaign: Int64, id: Int64)) throws -> Void
    ) async throws -> [String: String] {
        try await withDatabase(engine) { database in
            try await database.write { connection in
                let fixture = Fixture(connection)
                let holding = try fixture.holding()
                let herd = try fixture.herd(in: holding, herdClass: herdClass)
                let campaign = try fixture.campaign(
                    CampaignParameters(department: Fixture.department, prophylaxisYear: 2021))
                let intervention = try fixture.intervention(in: campaign, of: herd)
                try fill(fixture, (holding, herd), (campaign, intervention))
            }
            _ = try await RecomputeStatus(
                selector: CampaignSelector(department: Fixture.department, year: 2021), extent: .all
            ).perform(context(database, today: today))
            let rows = try await database.read { connection in
                try connection.all("SELECT disease, status, requested, proposal FROM disease_state") {
                    ($0.text(0), "\($0.text(1)) \($0.int(2)) \($0.text(3))")
                }
            }
            return Dictionary(uniqueKeysWithValues: rows)
        }
    }

    @Test(
        "PRO-297: requested are the different animals of the validated document for the disease, cancelled ones aside",
        arguments: Engine.allCases)
    func requested(engine: Engine) async throws {
        let states = try await states(engine) { fixture, place, intervention in
            try fixture.plan(.brucellosis, .blood, in: intervention.campaign, intervention.id)
            try fixture.plan(.leukosis, .blood, in: intervention.campaign, intervention.id)
            let cows = try (0..<4).map { try fixture.animal("FR990001000\($0)", in: place.herd) }
            try fixture.document(
                in: intervention.campaign, intervention.id, animals: cows, for: [.brucellosis, .leukosis],
                on: "2020-11-01")
            try fixture.execute("UPDATE requested_animal SET diseases = 1 WHERE animal_id = ?", [.int(cows[0])])
            try fixture.execute(
                "UPDATE requested_animal SET cancelled_on = edited_on, cancel_reason = 'x' WHERE animal_id = ?",
                [.int(cows[1])])
        }
        #expect(states["BRU"] == "EC 3 NE")
        #expect(states["LEU"] == "EC 2 NE")
    }

    @Test(
        "PRO-213: milk after the advised months, within the campaign, is no anomaly", arguments: Engine.allCases,
        ["2020-10-01", "2021-02-28", "2021-03-15", "2021-04-30"])
    func lateMilk(engine: Engine, sampledOn: String) async throws {
        let states = try await states(engine, herdClass: .dairy, today: "2021-05-10") { fixture, place, intervention in
            try fixture.plan(.brucellosis, .milk, in: intervention.campaign, intervention.id)
            let laboratory = try fixture.laboratory("LIAL99", kind: "dairy-laboratory")
            try fixture.milk("BRU", of: place.holding, sampledOn, "NEG", by: laboratory)
        }
        #expect(states["BRU"] == "SA 1 A")
    }

    @Test(
        "PRO-215: an animal that reaches the age between edition and sampling is not asked for",
        arguments: Engine.allCases)
    func ageAtEdition(engine: Engine) async throws {
        let states = try await states(engine) { fixture, place, intervention in
            try fixture.plan(.brucellosis, .blood, in: intervention.campaign, intervention.id)
            let old = try fixture.animal("FR9900010000", in: place.herd, born: "2015-02-01")
            // 24 months on the day of the visit, not on that of the edition.
            _ = try fixture.animal("FR9900010001", in: place.herd, born: "2018-11-20")
            try fixture.document(
                in: intervention.campaign, intervention.id, animals: [old], for: [.brucellosis], on: "2020-11-01")
            try fixture.visit(in: intervention.campaign, intervention.id, on: "2020-11-20")
            try fixture.blood(.brucellosis, in: intervention.campaign, intervention.id, old, "NEG")
        }
        #expect(states["BRU"] == "SA 1 A")
    }
}
