import Kernel
import Prophylaxis
import Store
import TestSupport
import Testing
import UseCases

@Suite("Why a disease has its status, in sentences that are true") struct StatusSentenceTests {
    private func sentences(_ database: Database, _ number: String) async throws -> [String] {
        let summary = try await ReadIntervention(number).perform(context(database))
        return summary.diseases.flatMap(\.reasons).map(\.sentence)
    }

    private func recompute(_ database: Database) async throws {
        _ = try await database.ids(1000)
        _ = try await RecomputeStatus(
            selector: CampaignSelector(department: Fixture.department, year: 2021), extent: .all
        ).perform(context(database))
    }

    @Test(
        "PRO-231, decision 2: where a plan stands and only its document is missing, SO says so",
        arguments: Engine.allCases)
    func plan(_ engine: Engine) async throws {
        try await BloodDesk.with(engine) { desk in
            try await desk.database.write { connection in
                try connection.execute("DELETE FROM requested_animal")
                try connection.execute("DELETE FROM edition")
            }
            try await recompute(desk.database)
            let said = try await sentences(desk.database, desk.number)
            #expect(!said.contains { $0.contains("aucun plan") }, Comment(rawValue: said.joined(separator: "\n")))
            #expect(said.contains { $0.hasPrefix("Un plan est demandé (sang)") })
        }
    }

    @Test("PRO-300: the milk of a herd is no animal", arguments: Engine.allCases)
    func milk(_ engine: Engine) async throws {
        try await MilkDesk.with(engine) { desk in
            _ = try await desk.send([MilkDesk.line("99000001", "POS")])
            try await recompute(desk.database)
            let number = try await desk.texts("SELECT number FROM intervention ORDER BY id")[0]
            let said = try await sentences(desk.database, number)
            #expect(said.contains { $0.hasPrefix("Le lait du troupeau a un résultat non négatif") })
            #expect(!said.contains { $0.contains("bovin") }, Comment(rawValue: said.joined(separator: "\n")))
        }
    }
}
