import Kernel
import Prophylaxis
import Store
import TestSupport
import Testing
import UseCases

@Suite struct MilkReportTests {
    private static let selector = CampaignSelector(department: Fixture.department, year: 2021)

    /// Milk results of the first herd, the last one of 15 December; statuses computed, proposals accepted.
    private func with(
        _ engine: Engine, skin: Bool, _ body: (MilkDesk, String) async throws -> Void
    ) async throws {
        try await MilkDesk.with(engine) { desk in
            if skin {
                try await desk.database.write { connection in
                    try Fixture(connection).plan(.tuberculosis, .skin, in: desk.campaign, desk.interventions[0])
                }
            }
            _ = try await desk.database.ids(1000)
            let lines = [
                MilkDesk.line(sampled: "2020-11-10", analysed: "2020-11-12"),
                MilkDesk.line(dossier: "D2", sampled: "2020-12-15", analysed: "2020-12-16", nature: "LLEUBVS"),
            ]
            #expect(try await desk.send(lines, today: "2021-01-04").run.state == .accepted)
            _ = try await RecomputeStatus(selector: Self.selector, extent: .all).perform(context(desk.database))
            _ = try await AcceptProposals(campaign: Self.selector).perform(context(desk.database))
            let number = try await desk.texts(
                "SELECT number FROM intervention WHERE id = \(desk.interventions[0])")
            try await body(desk, number[0])
        }
    }

    private func issue(_ desk: MilkDesk, _ number: String, completedOn: Day? = nil) async throws
        -> IssueReports.Outcome
    {
        try await IssueReports(campaign: Self.selector, interventions: [number], completedOn: completedOn)
            .perform(context(desk.database))
    }

    @Test(
        "PRO-176: with milk plans only, the last sampling becomes the day of completion at the report",
        arguments: Engine.allCases)
    func milkOnly(engine: Engine) async throws {
        try await with(engine, skin: false) { desk, number in
            // Before the report no day is set.
            #expect(try await desk.count("SELECT count(*) FROM disease_state WHERE finished_on IS NOT NULL") == 0)
            #expect(try await desk.count("SELECT count(*) FROM intervention WHERE completed_on IS NOT NULL") == 0)
            let outcome = try await issue(desk, number)
            #expect(outcome.issued == [.compliant: 1], "\(outcome.refusals)")
            #expect(try await desk.texts("SELECT completed_on FROM inspection_report") == ["2020-12-15"])
        }
    }

    @Test(
        "PRO-177: with another plan the milk sets no day; the delegate gives it before the report",
        arguments: Engine.allCases)
    func otherPlan(engine: Engine) async throws {
        try await with(engine, skin: true) { desk, number in
            #expect(try await issue(desk, number).refusals.map(\.code) == ["evaluation-not-final"])
            // The tuberculin test never came: the inspector says so.
            _ = try await SetEvaluation(
                campaign: Self.selector, interventions: [number],
                choices: [
                    .tuberculosis: .init(
                        value: .administrativeNonCompliance, comment: "Tuberculination non réalisée", proof: "Relance 2"
                    )
                ]
            ).perform(context(desk.database))
            #expect(try await issue(desk, number).refusals.map(\.code) == ["completion-date-missing"])
            #expect(try await desk.count("SELECT count(*) FROM inspection_report") == 0)
            let given = try #require(Day("2020-12-20"))
            #expect(try await issue(desk, number, completedOn: given).issued == [.administrativeNonCompliance: 1])
            #expect(try await desk.texts("SELECT completed_on FROM inspection_report") == ["2020-12-20"])
        }
    }
}
