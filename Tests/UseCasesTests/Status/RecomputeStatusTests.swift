import Kernel
import Prophylaxis
import Store
import TestSupport
import Testing
import UseCases

/// Statuses through the real store: what is counted, from which tables, and when it changes.
@Suite struct RecomputeStatusTests {
    /// What a test looks at of one state row.
    struct State: Equatable, Sendable {
        var status = ""
        var requested = 0
        var tested = 0
        var nonNegative = 0
        var proposal = ""
        var changesOn: String?
    }

    static let parameters = CampaignParameters(department: Fixture.department, prophylaxisYear: 2021)

    /// One beef herd with `count` cows, all requested for BRU and LEU in blood.
    private func herd(
        _ engine: Engine, cows count: Int, today: String = "2021-01-05",
        _ fill: @escaping @Sendable (Fixture, _ campaign: Int64, _ intervention: Int64, _ cows: [Int64]) throws -> Void
    ) async throws -> [String: State] {
        try await withDatabase(engine) { database in
            try await database.write { connection in
                let fixture = Fixture(connection)
                let herd = try fixture.herd(in: fixture.holding())
                let campaign = try fixture.campaign(RecomputeStatusTests.parameters)
                let intervention = try fixture.intervention(in: campaign, of: herd)
                for disease in [Disease.brucellosis, .leukosis] {
                    try fixture.plan(disease, .blood, in: campaign, intervention)
                }
                let cows = try (0..<count).map { try fixture.animal("FR99000\(10000 + $0)", in: herd) }
                try fill(fixture, campaign, intervention, cows)
            }
            return try await recompute(database, today: today)
        }
    }

    private func recompute(
        _ database: Database, today: String, _ extent: RecomputeStatus.Extent = .all
    ) async throws -> [String: State] {
        let useCase = RecomputeStatus(
            selector: CampaignSelector(department: Fixture.department, year: 2021), extent: extent)
        _ = try await useCase.perform(context(database, today: today))
        return try await database.read { connection in
            var states: [String: State] = [:]
            try connection.rows(
                "SELECT disease, status, requested, tested, non_negative, proposal, changes_on FROM disease_state"
            ) { row in
                states[row.text(0)] = State(
                    status: row.text(1), requested: Int(row.int(2)), tested: Int(row.int(3)),
                    nonNegative: Int(row.int(4)), proposal: row.text(5), changesOn: row.textOrNil(6))
            }
            return states
        }
    }

    @Test(
        "PRO-231, AMB-05: before the document is validated a programmed disease is SO, its proposal NE",
        arguments: Engine.allCases)
    func withoutDocument(engine: Engine) async throws {
        let states = try await herd(engine, cows: 3) { _, _, _, _ in }
        #expect(states["BRU"] == State(status: "SO", proposal: "NE", changesOn: "2021-05-01"))
        #expect(states["TUB"] == State(status: "SO", proposal: "SO"))
    }

    @Test("EX-08, PRO-309: a validated document without results is EC", arguments: Engine.allCases)
    func documentOnly(engine: Engine) async throws {
        let states = try await herd(engine, cows: 12) { fixture, campaign, intervention, cows in
            try fixture.document(
                in: campaign, intervention, animals: cows, for: [.brucellosis, .leukosis], on: "2020-11-01")
        }
        #expect(states["BRU"] == State(status: "EC", requested: 12, proposal: "NE", changesOn: "2021-05-01"))
    }

    @Test(
        "EX-01, PRO-306: the tolerance on animals counted from the store",
        arguments: Engine.allCases, [(12, 11, "SA"), (12, 10, "AA"), (10, 9, "SA"), (10, 8, "AA")])
    func tolerance(engine: Engine, _ example: (requested: Int, tested: Int, status: String)) async throws {
        let states = try await herd(engine, cows: example.requested) { fixture, campaign, intervention, cows in
            try fixture.document(
                in: campaign, intervention, animals: cows, for: [.brucellosis], on: "2020-11-01")
            try fixture.visit(in: campaign, intervention, on: "2020-11-02")
            for cow in cows.prefix(example.tested) {
                try fixture.blood(.brucellosis, in: campaign, intervention, cow, "NEG")
            }
        }
        #expect(states["BRU"]?.status == example.status)
        #expect(states["BRU"]?.tested == example.tested)
    }

    @Test("PRO-225: an animal with two negative lines counts once; a positive line wins", arguments: Engine.allCases)
    func animalsNotLines(engine: Engine) async throws {
        let states = try await herd(engine, cows: 2) { fixture, campaign, intervention, cows in
            try fixture.document(in: campaign, intervention, animals: cows, for: [.brucellosis], on: "2020-11-01")
            try fixture.visit(in: campaign, intervention, on: "2020-11-02")
            for code in ["NEG", "NEG"] { try fixture.blood(.brucellosis, in: campaign, intervention, cows[0], code) }
            for code in ["NEG", "POS"] { try fixture.blood(.brucellosis, in: campaign, intervention, cows[1], code) }
        }
        #expect(
            states["BRU"]
                == State(
                    status: "AS", requested: 2, tested: 2, nonNegative: 1, proposal: "NE", changesOn: "2021-02-01"))
    }

    @Test(
        "PRO-234, EX-14: exits up to 90 days after the visit are deducted for the evaluation, not for the status",
        arguments: Engine.allCases, [("2021-01-31", "A"), ("2021-02-01", "B")])
    func exits(engine: Engine, _ example: (exit: String, proposal: String)) async throws {
        let states = try await herd(engine, cows: 20, today: "2021-02-10") { fixture, campaign, intervention, cows in
            try fixture.document(in: campaign, intervention, animals: cows, for: [.brucellosis], on: "2020-11-01")
            try fixture.visit(in: campaign, intervention, on: "2020-11-02")
            for cow in cows.prefix(15) { try fixture.blood(.brucellosis, in: campaign, intervention, cow, "NEG") }
            for cow in cows.suffix(5).prefix(4) { try fixture.leave(cow, on: example.exit) }
        }
        #expect(states["BRU"]?.status == "AA")
        #expect(states["BRU"]?.proposal == example.proposal)
    }

    @Test(
        "PRO-175, PRO-185: milk is read for a milk plan by the holding, ignored for a blood plan",
        arguments: Engine.allCases)
    func milk(engine: Engine) async throws {
        let states = try await withDatabase(engine) { database in
            try await database.write { connection in
                let fixture = Fixture(connection)
                let holding = try fixture.holding()
                let campaign = try fixture.campaign(RecomputeStatusTests.parameters)
                let herd = try fixture.herd(in: holding, herdClass: .dairy)
                let intervention = try fixture.intervention(in: campaign, of: herd)
                try fixture.plan(.brucellosis, .milk, in: campaign, intervention)
                try fixture.plan(.leukosis, .blood, in: campaign, intervention)
                let laboratory = try fixture.laboratory("LIAL99", kind: "dairy-laboratory")
                for disease in ["BRU", "LEU"] {
                    try fixture.milk(disease, of: holding, "2020-11-10", "NEG", by: laboratory)
                }
            }
            return try await recompute(database, today: "2021-01-05")
        }
        #expect(states["BRU"]?.status == "SA")
        #expect(states["BRU"]?.proposal == "A")
        #expect(states["LEU"]?.status == "SO")
    }

    @Test("PRO-222: what changes by date alone is taken up by the nightly run on that day", arguments: Engine.allCases)
    func due(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            try await database.write { connection in
                let fixture = Fixture(connection)
                let herd = try fixture.herd(in: fixture.holding())
                let campaign = try fixture.campaign(RecomputeStatusTests.parameters)
                let intervention = try fixture.intervention(in: campaign, of: herd)
                try fixture.plan(.brucellosis, .blood, in: campaign, intervention)
                let cow = try fixture.animal("FR9900010000", in: herd)
                try fixture.document(in: campaign, intervention, animals: [cow], for: [.brucellosis], on: "2020-11-01")
            }
            #expect(try await recompute(database, today: "2021-04-29")["BRU"]?.status == "EC")
            #expect(try await recompute(database, today: "2021-04-30", .due)["BRU"]?.status == "EC")
            #expect(try await recompute(database, today: "2021-05-01", .due)["BRU"]?.status == "AA")
        }
    }

    @Test("PRO-222: an intervention that was never computed is due, whatever the day", arguments: Engine.allCases)
    func neverComputed(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            try await database.write { connection in
                let fixture = Fixture(connection)
                let herd = try fixture.herd(in: fixture.holding())
                let campaign = try fixture.campaign(RecomputeStatusTests.parameters)
                let intervention = try fixture.intervention(in: campaign, of: herd)
                try fixture.plan(.brucellosis, .milk, in: campaign, intervention)
            }
            #expect(try await recompute(database, today: "2020-10-02", .due)["BRU"]?.status == "EC")
        }
    }

    @Test("PRO-02: a laboratory may not recompute; another department is refused", arguments: Engine.allCases)
    func rights(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let useCase = RecomputeStatus(selector: CampaignSelector(department: "63", year: 2021), extent: .all)
            await #expect(throws: Refused.self) {
                try await useCase.perform(context(database, role: .laboratory))
            }
            let foreign = RecomputeStatus(selector: CampaignSelector(department: "15", year: 2021), extent: .all)
            await #expect(throws: Refused.self) { try await foreign.perform(context(database)) }
        }
    }
}
