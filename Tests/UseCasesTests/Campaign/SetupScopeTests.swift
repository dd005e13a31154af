import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

@Suite struct SetupScopeTests {
    @Test("PRO-104: milk is validated and executed with blood, by the same acts", arguments: Engine.allCases)
    func oneValidation(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            try await desk.prepare()
            // What stops milk stops the whole.
            try await desk.set("milk.leukosisMonth", "mai")
            let stopped = try await refusals { try await desk.perform(ValidateCampaign(selector: desk.selector)) }
            #expect(stopped.contains(SetupFinding.milkOutsideCampaign.rawValue))
            try await desk.set("milk.leukosisMonth", "11")
            try await desk.perform(ValidateCampaign(selector: desk.selector))
            let outcome = try await desk.perform(ExecuteCampaign(selector: desk.selector))
            #expect((outcome.bloodPlans, outcome.milkPlans) == (2, 2))
        }
    }

    @Test(
        "PRO-24: a herd officially free by derogation gets no test for that disease; TUB has no such state",
        arguments: Engine.allCases)
    func officiallyFree(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            let context = try desk.context(.authority)
            let herd = try await FindHerd("99000001").run(context)
            func setting(_ disease: Disease) -> SetAuthorisation {
                SetAuthorisation(
                    herd, .officiallyFreeDerogation, disease: disease, period: (day("2020-01-01"), nil),
                    reference: "AP 7")
            }
            #expect(
                try await refusals { try await desk.perform(setting(.brucellosis), as: .inspector) } == ["role-may-not"]
            )
            try await desk.perform(setting(.brucellosis), as: .authority)
            #expect(
                try await refusals { try await desk.perform(setting(.tuberculosis), as: .authority) }
                    == ["register-derogation-of-tuberculosis"])
            let outcome = try await desk.execute()
            #expect((outcome.bloodPlans, outcome.milkPlans, outcome.skinPlans) == (1, 2, 2))
            let plans = try await desk.read { connection in
                try connection.all(
                    """
                    SELECT p.disease FROM requested_plan p JOIN intervention i ON i.id = p.intervention_id
                    JOIN herd h ON h.id = i.herd_id WHERE h.code = 'A' ORDER BY p.disease
                    """
                ) { $0.text(0) }
            }
            #expect(plans == ["LEU", "TUB"])
            let list = try await desk.perform(ListCampaign(selector: desk.selector, kind: .interventions))
            #expect(list.sections.flatMap(\.rows).count == 2)
        }
    }

    @Test("PRO-50: the check-list asks for the verification of the local set-up", arguments: Engine.allCases)
    func settingsVerified(engine: Engine) async throws {
        try await SetupCase("PRO-50", .settingsNotVerified) { desk in
            try await desk.after { fixture, _ in
                try fixture.execute("UPDATE review SET reviewed_on = ?", [.day(day("2019-10-01"))])
            }
        }.prove(on: engine)
        try await SetupDesk.with(engine) { desk in
            try await desk.prepare()
            let late = try await desk.after { fixture, _ in
                try fixture.execute("UPDATE review SET reviewed_on = ?", [.day(day("2019-10-02"))])
            }
            let codes = try await late.check().map(\.finding.code)
            #expect(!codes.contains(SetupFinding.settingsNotVerified.rawValue))
        }
    }

    @Test(
        "PRO-04: act, campaign and intervention are nested; each herd has its own intervention",
        arguments: Engine.allCases)
    func nested(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            try await desk.execute()
            let rows = try await desk.read { connection in
                try connection.all(
                    """
                    SELECT c.name, c.prophylaxis_year, g.number, h.code FROM intervention i
                    JOIN campaign c ON c.id = i.campaign_id JOIN herd h ON h.id = i.herd_id
                    JOIN holding g ON g.id = h.holding_id ORDER BY g.number
                    """
                ) { "\($0.text(0)) \($0.int(1)) \($0.text(2))/\($0.text(3))" }
            }
            #expect(rows == ["PB 2021 99000001/A", "PB 2021 99000002/L"])
        }
    }
}
