import Foundation
import Store
import TestSupport
import Testing

/// The execution of a campaign, killed at whatever moment, leaves nothing or everything; the same command completes.
@Suite struct ExecuteKilledTests {
    /// Herds of the department: enough for the execution to last longer than the first kills.
    private static let herds = 1500
    /// Milliseconds after which the program is killed; the last ones may come after its end.
    private static let moments = [5, 20, 40, 60, 80, 100, 130, 160, 200, 300]

    @Test("PRO-106: killed in the middle and run again, the execution completes", arguments: Engine.allCases)
    func killed(engine: Engine) async throws {
        try await CampaignScene.with(engine, herds: ExecuteKilledTests.herds) { scene in
            try await scene.vigie("create", "--department", "63", "--year", "2021")
            #expect(try await scene.vigie("validate", "--department", "63").status == 0)
            for moment in ExecuteKilledTests.moments {
                try await scene.killExecution(after: moment)
                let plans = try await scene.count("SELECT count(*) FROM requested_plan")
                let interventions = try await scene.count("SELECT count(*) FROM intervention")
                #expect([0, ExecuteKilledTests.herds].contains(interventions), "after \(moment) ms")
                #expect(plans == 3 * interventions, "after \(moment) ms")
                let executed = try await scene.count("SELECT count(*) FROM campaign WHERE state = 'executed'")
                #expect((executed == 1) == (interventions > 0), "after \(moment) ms")
            }
            #expect(try await scene.vigie("execute", "--department", "63").status == 0)
            let once = try await scene.tables()
            #expect(try await scene.count("SELECT count(*) FROM requested_plan") == 3 * ExecuteKilledTests.herds)
            #expect(try await scene.vigie("execute", "--department", "63").status == 0)
            #expect(try await scene.tables() == once)
        }
    }
}
