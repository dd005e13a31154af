import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

/// Extraction BO 12 (PRO-206).
@Suite struct ExtractResultsTests {
    private static let brucellosis: [String?] = Array(repeating: "NEG", count: 12)
    private static let leukosis: [String?] = Array(repeating: "NEG", count: 9) + ["POS", "DTX", nil]

    /// The scene's herd in a contact zone for leukosis, screened every five years for it.
    private func run(
        _ engine: Engine, _ body: @escaping @Sendable (EvaluationScene) async throws -> Void
    ) async throws {
        try await EvaluationScene.run(engine, brucellosis: Self.brucellosis, leukosis: Self.leukosis) { scene in
            try await scene.database.write { connection in
                let fixture = Fixture(connection, from: 7000)
                let herds = try connection.all("SELECT id FROM herd") { $0.int(0) }
                for (kind, disease) in [("contact-zone", SQLValue.text("LEU")), ("raw-milk-sale", .null)] {
                    try fixture.insert(
                        "authorisation",
                        [
                            "herd_id": .int(herds[0]), "kind": .text(kind), "disease": disease,
                            "since": .day(day("2020-01-01")),
                        ])
                }
                try connection.execute(
                    "INSERT INTO screening (department, insee, disease, interval_years, phase) "
                        + "VALUES ('63', '63113', 'LEU', 5, 1)")
            }
            try await body(scene)
        }
    }

    @Test("PRO-206: the share of animals that are not negative, by category of herd", arguments: Engine.allCases)
    func shares(engine: Engine) async throws {
        try await run(engine) { scene in
            func rows(_ category: HerdCategory, as role: Role = .inspector) async throws -> [[String]] {
                try await scene.perform(
                    ShareOfPositives(selector: EvaluationScene.selector, by: category), as: role
                ).rows
            }
            let counts = ["1", "1", "12", "10", "1", "10,00 %"]
            let byLink = try await rows(.link)
            #expect(
                byLink == [
                    ["BRU", "sans lien connu", "1", "0", "12", "12", "0", "0,00 %"],
                    ["LEU", "lien épidémiologique"] + counts,
                ])
            #expect(try await rows(.rank).contains(["LEU", "tous les 5 ans"] + counts))
            #expect(try await rows(.herdClass).contains(["LEU", "allaitant"] + counts))
            // Raw milk makes a herd one of risk, for those who may know it (PRO-53).
            #expect(try await rows(.risk).contains(["LEU", "autres troupeaux"] + counts))
            #expect(try await rows(.risk, as: .authority).contains(["LEU", "troupeaux à risque"] + counts))
        }
    }

    @Test("PRO-206: results one by one, narrowed by filters", arguments: Engine.allCases)
    func results(engine: Engine) async throws {
        try await run(engine) { scene in
            func count(_ change: (inout ResultExtractionFilter) -> Void = { _ in }) async throws -> Int {
                var filter = ResultExtractionFilter()
                change(&filter)
                let outcome = try await scene.perform(
                    ExtractResults(selector: EvaluationScene.selector, filter: filter))
                #expect(outcome.next == nil)
                return outcome.table.rows.count
            }
            #expect(try await count() == 23)
            #expect(try await count { $0.disease = .leukosis } == 11)
            #expect(try await count { $0.onlyNonNegative = true } == 2)
            #expect(try await count { $0.category = .link } == 11)
            #expect(try await count { $0.category = .risk } == 0)
            #expect(try await count { $0.matrix = .milk } == 0)
            #expect(try await count { $0.commune = "63113" } == 23)
            #expect(try await count { $0.herdClass = "dairy" } == 0)
            var filter = ResultExtractionFilter()
            filter.onlyNonNegative = true
            let table = try await scene.perform(
                ExtractResults(selector: EvaluationScene.selector, filter: filter)
            ).table
            #expect(table.objects.map { $0["bovin"] } == ["FR9900010009", "FR9900010010"])
            #expect(table.objects.map { $0["interpretation"] } == ["POS", "DTX"])
            #expect(table.objects.map { $0["lien"] } == ["oui", "oui"])
        }
    }

    @Test("PRO-206: milk and named tuberculin results stand beside blood", arguments: Engine.allCases)
    func otherMatrices(engine: Engine) async throws {
        try await run(engine) { scene in
            try await scene.database.write { connection in
                let fixture = Fixture(connection, from: 8000)
                let holdings = try connection.all("SELECT id FROM holding") { $0.int(0) }
                let laboratory = try fixture.laboratory("LIAL99", kind: "dairy-laboratory")
                try fixture.plan(.brucellosis, .milk, in: scene.campaign, scene.intervention)
                try fixture.milk("BRU", of: holdings[0], "2020-11-10", "POS", by: laboratory)
                try fixture.insertRow(
                    "tuberculin_report",
                    [
                        "campaign_id": .int(scene.campaign), "intervention_id": .int(scene.intervention), "id": 8500,
                        "method": "IDS", "injected_on": "2020-11-02", "read_on": "2020-11-05",
                        "received_on": "2020-11-10", "keep_until": "2025-11-10", "approved_model": 1,
                        "incomplete": 0, "consistent": 1, "entered_by": "essai",
                    ])
                for (number, outcome) in [("FR9900010001", "positive"), ("FR9900010002", "untested")] {
                    try fixture.insertRow(
                        "tuberculin_animal",
                        [
                            "campaign_id": .int(scene.campaign), "intervention_id": .int(scene.intervention),
                            "report_id": 8500, "number": .text(number), "outcome": .text(outcome),
                        ])
                }
            }
            var filter = ResultExtractionFilter()
            filter.onlyNonNegative = true
            let rows = try await scene.perform(
                ExtractResults(selector: EvaluationScene.selector, filter: filter)
            ).table.objects
            #expect(rows.contains { $0["nature"] == "lait de mélange" && $0["interpretation"] == "POS" })
            #expect(rows.filter { $0["maladie"] == "TUB" }.map { $0["interpretation"] } == ["positif"])
        }
    }
}
