import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

@Suite("CAL-43: what laboratories and veterinarians see of themselves") struct OwnAnalysesTests {
    @Test(
        "CAL-43, PRO-88: a laboratory sees the requests to it and the results that it sent, and no other's",
        arguments: Engine.allCases)
    func laboratory(_ engine: Engine) async throws {
        try await OwnFarm.run(engine) { farm in
            let laboratories = try await farm.database.write { connection in
                let fixture = Fixture(connection, from: 500)
                let laboratories = [try fixture.laboratory("LDA99"), try fixture.laboratory("LDA98")]
                for (index, laboratory) in laboratories.enumerated() {
                    try fixture.insertRow(
                        "analysis_request",
                        [
                            "campaign_id": .int(farm.intervention.campaign),
                            "intervention_id": .int(farm.intervention.id), "edition": 1,
                            "laboratory_id": .int(laboratory), "diseases": 3, "animals": .int(Int64(10 + index)),
                            "issued_at": "2021-01-04T08:00:00Z", "issued_by": "essai",
                        ])
                    let holding = try #require(try connection.holdingID(number: "99000001"))
                    try fixture.milk("BRU", of: holding, "2021-01-0\(index + 4)", "NEG", by: laboratory)
                }
                return laboratories
            }
            func seen(_ organisation: Int64?) async throws -> ListOwnAnalyses.Outcome {
                let today = try #require(Day("2021-02-15"))
                let actor = Actor(
                    login: "labo", name: "Labo", role: .laboratory, scope: .national, organisation: organisation)
                return try await ListOwnAnalyses().perform(
                    Context(database: farm.database, actor: actor, today: today, now: "\(today)T08:00:00Z"))
            }
            for (laboratory, animals, day) in [
                (laboratories[0], 10, "2021-01-04"), (laboratories[1], 11, "2021-01-05"),
            ] {
                let own = try await seen(laboratory)
                #expect(own.requests.map(\.animals) == [animals])
                #expect(own.dossiers.map(\.sampledOn.description) == [day])
                #expect(own.dossiers.map(\.nonNegative) == [0])
            }
            let none = try await seen(nil)
            #expect(none.requests.isEmpty && none.dossiers.isEmpty)
        }
    }

    @Test("CAL-04: a veterinarian reads his own identification data", arguments: Engine.allCases)
    func identity(_ engine: Engine) async throws {
        try await OwnFarm.run(engine) { farm in
            let own = try await ReadOwnIdentity().perform(farm.context())
            #expect(own?.orderNumber == "99001" && own?.isAccredited == true)
            let keeper = try await ReadOwnIdentity().perform(farm.context(.keeper))
            #expect(keeper == nil)
        }
    }
}
