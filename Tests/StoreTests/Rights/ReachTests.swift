import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing

@Suite("What a scope reaches, in SQL") struct ReachTests {
    private static let today = "2021-02-15"

    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    @Test(
        "CAL-14, CAL-30: a relation counts from its beginning and its acceptance to its end",
        arguments: [
            ("2018-01-01", "2018-01-01", nil, true), ("2021-02-15", "2021-02-15", nil, true),
            ("2021-02-16", "2021-02-15", nil, false), ("2018-01-01", "2021-02-16", nil, false),
            ("2018-01-01", "", nil, false), ("2018-01-01", "2018-01-01", "2021-02-15", false),
            ("2018-01-01", "2018-01-01", "2021-02-16", true),
        ] as [(String, String, String?, Bool)], Engine.allCases)
    func relations(_ tie: (since: String, accepted: String, until: String?, isReached: Bool), _ engine: Engine)
        async throws
    {
        let today = try day(ReachTests.today)
        let reached = try await withDatabase(engine) { database in
            try await database.write { connection in
                let fixture = Fixture(connection)
                let herd = try fixture.herd(in: fixture.holding())
                let vet = try fixture.veterinarian()
                try fixture.relation(
                    of: vet, with: herd, since: tie.since, accepted: tie.accepted, until: tie.until)
                return try connection.reaches(.herd(herd), Reach(.relations(of: vet), on: today))
            }
        }
        #expect(reached == tie.isReached)
    }

    /// Two holdings; the first is the keeper's, and its herd the veterinarian's.
    private func reached(_ engine: Engine, _ scope: @escaping @Sendable (Int64) -> Scope) async throws -> [Bool] {
        let today = try day(ReachTests.today)
        return try await withDatabase(engine) { database in
            try await database.write { connection in
                let fixture = Fixture(connection)
                let (own, other) = (try fixture.holding(), try fixture.holding("99000002"))
                let herds = (try fixture.herd(in: own), try fixture.herd(in: other))
                let animals = (
                    try fixture.animal("FR9900000001", in: herds.0), try fixture.animal("FR9900000002", in: herds.1)
                )
                let vet = try fixture.veterinarian()
                try fixture.relation(of: vet, with: herds.0, role: "treating")
                try fixture.keeper("eleveur", own)
                let campaign = try fixture.campaign(
                    CampaignParameters(department: Fixture.department, prophylaxisYear: 2021))
                let interventions = (
                    try fixture.intervention(in: campaign, of: herds.0),
                    try fixture.intervention(in: campaign, of: herds.1)
                )
                let reach = Reach(scope(vet), on: today)
                let subjects: [Subject] = [
                    .herd(herds.0), .animal(animals.0), .intervention(campaign: campaign, id: interventions.0),
                    .herd(herds.1), .animal(animals.1), .intervention(campaign: campaign, id: interventions.1),
                    .herd(0), .animal(0), .intervention(campaign: campaign, id: 0),
                ]
                return try subjects.map { try connection.reaches($0, reach) }
            }
        }
    }

    private static let (all, none) = (Array(repeating: true, count: 3), Array(repeating: false, count: 3))

    @Test(
        "CAL-43, PRO-03: a keeper reaches the holdings tied to the account, and nothing else",
        arguments: Engine.allCases)
    func keeper(_ engine: Engine) async throws {
        #expect(try await reached(engine) { _ in .holdings(of: "eleveur") } == Self.all + Self.none + Self.none)
        #expect(try await reached(engine) { _ in .holdings(of: "autre") } == Self.none + Self.none + Self.none)
    }

    @Test(
        "CAL-30, CAL-43: a veterinarian reaches the herds of his relations, and nothing else",
        arguments: Engine.allCases)
    func veterinarian(_ engine: Engine) async throws {
        #expect(try await reached(engine) { .relations(of: $0) } == Self.all + Self.none + Self.none)
        #expect(try await reached(engine) { .relations(of: $0 + 1) } == Self.none + Self.none + Self.none)
        #expect(try await reached(engine) { _ in .nothing } == Self.none + Self.none + Self.none)
    }

    @Test("PRO-03: a territory reaches all that is in its departments", arguments: Engine.allCases)
    func territory(_ engine: Engine) async throws {
        #expect(try await reached(engine) { _ in .national } == Self.all + Self.all + Self.none)
        #expect(try await reached(engine) { _ in .departments(["63", "15"]) } == Self.all + Self.all + Self.none)
        #expect(try await reached(engine) { _ in .departments(["15"]) } == Self.none + Self.none + Self.none)
        #expect(try await reached(engine) { _ in .departments([]) } == Self.none + Self.none + Self.none)
    }
}
