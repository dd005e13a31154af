import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

/// The worked examples of the catalogue through the real store; the rules alone have their own tests of them.
@Suite struct WorkedExamplesTests {
    /// What happened in one beef herd of `requested` cows, all asked for.
    struct Example: Sendable {
        var requested = 20
        var disease = Disease.brucellosis
        /// Interpretation and decision of each tested cow.
        var results: [(code: String?, decision: String?)] = []
        var visits: [String] = []
        var today = "2021-01-05"
        var nonCompletion = false

        static func negatives(_ count: Int) -> [(code: String?, decision: String?)] {
            Array(repeating: ("NEG", nil), count: count)
        }
    }

    /// `status tested nonNegative` as the store has it afterwards.
    private func run(_ engine: Engine, _ example: Example) async throws -> String? {
        try await withDatabase(engine) { database in
            try await database.write { connection in
                let fixture = Fixture(connection)
                let herd = try fixture.herd(in: fixture.holding())
                let campaign = try fixture.campaign(SamplingDesk.parameters())
                let intervention = try fixture.intervention(in: campaign, of: herd)
                try fixture.plan(example.disease, .blood, in: campaign, intervention)
                let cows = try (0..<example.requested).map { try fixture.animal("FR99000\(10000 + $0)", in: herd) }
                try fixture.document(
                    in: campaign, intervention, animals: cows, for: [example.disease], on: "2020-10-01")
                for visit in example.visits { try fixture.visit(in: campaign, intervention, on: visit) }
                for (cow, result) in zip(cows, example.results) {
                    try fixture.blood(example.disease, in: campaign, intervention, cow, result.code)
                    if let decision = result.decision {
                        try fixture.execute(
                            "UPDATE blood_result SET decision = ? WHERE animal_id = ?", [.text(decision), .int(cow)])
                    }
                }
                if example.nonCompletion {
                    try fixture.insert(
                        "non_completion",
                        [
                            "campaign_id": .int(campaign), "intervention_id": .int(intervention), "code": "DECNR_PBE",
                            "decided_on": "2021-04-30", "decided_by": "essai",
                        ])
                }
            }
            return try await state(database, today: example.today)
        }
    }

    private func state(_ database: Database, today: String) async throws -> String? {
        _ = try await RecomputeStatus(selector: SamplingDesk.campaign, extent: .all)
            .perform(context(database, today: today))
        return try await database.read { connection in
            try connection.first(
                """
                SELECT status, tested, non_negative FROM disease_state
                WHERE requested > 0 OR plan_requested = 1 ORDER BY disease
                """
            ) {
                "\($0.text(0)) \($0.int(1)) \($0.int(2))"
            }
        }
    }

    @Test("EX-02, EX-03: decisions and unreadable results, counted from the store", arguments: Engine.allCases)
    func decisions(engine: Engine) async throws {
        var example = Example(requested: 10, disease: .leukosis, visits: ["2020-11-02"])
        example.results = Example.negatives(8) + [("IN_ITPBLE", nil), (nil, nil)]
        #expect(try await run(engine, example) == "AA 8 0")
        example.results = Example.negatives(8) + [("IN_ITPBLE", "NEG"), ("DTX", nil)]
        #expect(try await run(engine, example) == "SA 9 0")
        example.requested = 1
        example.results = [("NEG", "POS")]
        #expect(try await run(engine, example) == "SA 1 0")
        example.results = [("DTX", "POS")]
        #expect(try await run(engine, example) == "AS 1 1")
        example.results = [("POS", "NEG")]
        #expect(try await run(engine, example) == "AS 1 1")
    }

    @Test(
        "EX-04, EX-05, EX-06: a positive before the delay; 90 and 91 days; the campaign's own dates",
        arguments: Engine.allCases,
        [
            (29, ["2020-11-01", "2021-03-01"], "AS 30 1"), (19, ["2020-11-01", "2021-01-30"], "SA 20 0"),
            (19, ["2020-11-01", "2021-01-31"], "AA 20 0"), (19, ["2020-09-30"], "AA 20 0"),
            (19, ["2020-10-01"], "SA 20 0"), (19, ["2021-04-30"], "SA 20 0"), (19, ["2021-05-01"], "AA 20 0"),
        ])
    func delays(engine: Engine, _ given: (negative: Int, visits: [String], state: String)) async throws {
        var example = Example(requested: given.negative + 1, visits: given.visits, today: "2021-05-02")
        example.results = Example.negatives(given.negative) + [(given.negative == 29 ? "POS" : "NEG", nil)]
        #expect(try await run(engine, example) == given.state)
    }

    @Test(
        "EX-07, EX-08: nothing tested on the last day, after it, and with a decision of non-completion",
        arguments: Engine.allCases,
        [
            (20, "2021-04-30", false, "EC 0 0"), (20, "2021-05-01", false, "AA 0 0"),
            (20, "2021-05-01", true, "EC 0 0"), (0, "2021-01-05", false, "EC 0 0"),
            (0, "2021-05-01", false, "AA 0 0"), (0, "2021-05-01", true, "EC 0 0"),
        ])
    func undone(
        engine: Engine, _ given: (requested: Int, today: String, nonCompletion: Bool, state: String)
    ) async throws {
        let example = Example(
            requested: given.requested, today: given.today, nonCompletion: given.nonCompletion)
        #expect(try await run(engine, example) == given.state)
    }

    @Test(
        "EX-09, EX-10: milk by its window, its codes and its dates, read from the store", arguments: Engine.allCases,
        [
            ([("2020-08-31", "NEG")], "EC 0 0"), ([("2020-11-10", "NEG")], "SA 1 0"),
            ([("2020-11-10", "POS_FBL")], "AS 1 1"), ([("2020-11-10", "ABS")], "AS 1 1"),
            ([("2021-07-01", "POS")], "EC 0 0"), ([("2020-11-10", "DTX"), ("2020-12-15", "NEG")], "AS 1 1"),
            ([("2020-09-01", "NEG")], "SA 1 0"), ([("2021-06-30", "NEG")], "SA 1 0"),
        ])
    func milk(engine: Engine, _ given: (results: [(day: String, code: String)], state: String)) async throws {
        try await withDatabase(engine) { database in
            try await database.write { connection in
                let fixture = Fixture(connection)
                let holding = try fixture.holding()
                let campaign = try fixture.campaign(SamplingDesk.parameters())
                let herd = try fixture.herd(in: holding, code: "L", herdClass: .dairy)
                let intervention = try fixture.intervention(in: campaign, of: herd)
                try fixture.plan(.brucellosis, .milk, in: campaign, intervention)
                let laboratory = try fixture.laboratory("LIAL99", kind: "dairy-laboratory")
                for result in given.results {
                    try fixture.milk("BRU", of: holding, result.day, result.code, by: laboratory)
                }
            }
            #expect(try await state(database, today: "2021-01-05") == given.state)
            if given.results.map(\.day) == ["2020-09-01"] || given.results.map(\.day) == ["2021-06-30"] {
                let proposals = try await database.read { connection in
                    try connection.all("SELECT proposal FROM disease_state WHERE disease = 'BRU'") { $0.text(0) }
                }
                #expect(proposals == ["B"], "a delay that the status does not see (decision 10)")
            }
        }
    }
}
