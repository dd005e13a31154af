import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

@Suite struct CloseCampaignTests {
    private let negative: [String?] = Array(repeating: "NEG", count: 12)

    private func close(
        _ scene: EvaluationScene, _ reason: String? = nil, as role: Role = .inspector, today: String
    ) async throws -> [String] {
        try await scene.refusals {
            _ = try await scene.perform(
                CloseCampaign(selector: EvaluationScene.selector, overrideReason: reason), as: role, today: today)
        }
    }

    @Test(
        "AMB-25, PRO-219, PRO-283, PRO-292, PRO-293: what is neither reported nor decided is listed, with what to do",
        arguments: Engine.allCases)
    func readiness(engine: Engine) async throws {
        let negative = negative
        try await EvaluationScene.run(engine, brucellosis: negative, leukosis: negative) { scene in
            func look(_ today: String) async throws -> ClosingReadiness.Outcome {
                try await scene.perform(ClosingReadiness(selector: EvaluationScene.selector), today: today)
            }
            #expect(try await look("2021-05-14").isDue == false)
            let due = try await look("2021-05-15")
            #expect(due.isDue)
            #expect(due.findings.map(\.code) == ["done-not-reported"])
            #expect(due.deadlines.closingFrom == day("2021-05-30"))
            #expect(due.table.objects.first?["a_evaluer"] == "BRU NE, LEU NE")
            #expect(try await look("2021-06-30").findings.map(\.code) == ["done-not-reported"])
            #expect(try await look("2021-07-01").findings.map(\.code) == ["done-not-reported", "closing-overdue"])
            try await scene.evaluate([.brucellosis: .compliant, .leukosis: .compliant])
            #expect(try await look("2021-05-15").table.objects.first?["a_evaluer"] == "")
            _ = try await scene.issue()
            let done = try await look("2021-05-15")
            #expect(done.table.rows.isEmpty)
            #expect(done.findings.isEmpty)
        }
    }

    @Test(
        "PRO-290, PRO-291: after the end, what was never sorted and what lacks its reason are told apart",
        arguments: Engine.allCases)
    func undone(engine: Engine) async throws {
        let untested: [String?] = Array(repeating: nil, count: 3)
        try await EvaluationScene.run(engine, brucellosis: untested, leukosis: untested) { scene in
            func look(_ today: String) async throws -> [String] {
                try await scene.recompute(today: today)
                return try await scene.perform(
                    ClosingReadiness(selector: EvaluationScene.selector), today: today
                ).findings.map(\.code)
            }
            try await scene.database.write { try $0.execute("DELETE FROM visit") }
            #expect(try await look("2021-04-30") == [])
            #expect(try await look("2021-05-01") == ["non-completion-missing"])
            try await scene.database.write { try $0.execute("UPDATE edition SET state = 'cancelled'") }
            #expect(try await look("2021-05-01") == ["forecast-not-sorted"])
        }
    }

    @Test("PRO-289: the delegate closes, alone", arguments: [Role.delegateRegion, .inspector])
    func delegateCloses(_ role: Role) async throws {
        try await EvaluationScene.run(.sqlite, brucellosis: ["NEG"], leukosis: ["NEG"]) { scene in
            let refused = try await close(scene, "vu", as: role, today: "2021-05-30")
            #expect(refused == [])
        }
    }

    @Test("PRO-280, AMB-25: closed a month after the end, with nothing left or a reason", arguments: Engine.allCases)
    func closing(engine: Engine) async throws {
        let negative = negative
        try await EvaluationScene.run(engine, brucellosis: negative, leukosis: negative) { scene in
            #expect(try await close(scene, "vu", today: "2021-05-29") == ["closing-too-early"])
            #expect(try await close(scene, today: "2021-05-30") == ["interventions-untreated"])
            #expect(try await close(scene, " ", today: "2021-05-30") == ["close-reason-missing"])
            #expect(
                try await close(scene, "éleveur introuvable", as: .laboratory, today: "2021-05-30") == ["role-may-not"])
            #expect(try await close(scene, "éleveur introuvable", today: "2021-05-30") == [])
            let stored = try await scene.database.read { connection in
                try connection.first("SELECT state, closed_on, closing_reason FROM campaign") {
                    "\($0.text(0)) \($0.day(1)) \($0.text(2))"
                }
            }
            #expect(stored == "closed 2021-05-30 éleveur introuvable")
            #expect(try await close(scene, "vu", today: "2021-05-31") == ["campaign-wrong-state"])
        }
    }

    @Test("PRO-278, PRO-279: after closing no evaluation, no report; follow-ups go on", arguments: Engine.allCases)
    func afterClosing(engine: Engine) async throws {
        let negative = negative
        try await EvaluationScene.run(engine, brucellosis: negative, leukosis: negative) { scene in
            try await scene.evaluate(
                [.brucellosis: .compliant, .leukosis: .administrativeNonCompliance], comment: "bon absent")
            _ = try await scene.issue()
            #expect(try await close(scene, today: "2021-05-30") == [])
            let refused = try await scene.refusals { try await scene.evaluate([.leukosis: .compliant]) }
            #expect(refused == ["campaign-not-running"])
            #expect(try await scene.refusals { _ = try await scene.issue() } == ["campaign-not-running"])
            let outcome = try await RecomputeStatus(
                selector: CampaignSelector(department: Fixture.department, year: 2021), extent: .all
            ).perform(context(scene.database, today: "2021-06-01"))
            #expect(outcome.isOver)
            try await scene.perform(
                RecordFollowUp(
                    campaign: EvaluationScene.selector, report: "RI-63-\(scene.number)", code: .warning),
                as: .authority)
        }
    }

    @Test("PRO-281: the national authority closes what is open after 15 September", arguments: Engine.allCases)
    func forced(engine: Engine) async throws {
        let negative = negative
        try await EvaluationScene.run(engine, brucellosis: negative, leukosis: negative) { scene in
            func force(as role: Role, _ today: String) async throws -> [String] {
                try await scene.refusals {
                    _ = try await scene.perform(
                        ForceCloseCampaign(selector: EvaluationScene.selector), as: role, today: today)
                }
            }
            let byDepartment = try await force(as: .authority, "2021-09-16")
            let tooEarly = try await force(as: .nationalAuthority, "2021-09-15")
            let inTime = try await force(as: .nationalAuthority, "2021-09-16")
            #expect(byDepartment == ["role-may-not"])
            #expect(tooEarly == ["forced-closing-too-early"])
            #expect(inTime == [])
        }
    }
}
