import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

/// Visits outside the campaign: animals of the age are there only when it is over.
@Suite struct OutsideVisitTests {
    private func request(
        _ desk: SetupDesk, _ herd: String = "99000001/A", on plannedOn: String = "2021-06-15",
        _ reason: String = "bovins présents de juin à août"
    ) throws -> PlanOutsideVisit {
        PlanOutsideVisit(
            selector: desk.selector, herd: try #require(HerdReference(herd)), plannedOn: day(plannedOn), reason: reason)
    }

    private func worklist(_ desk: SetupDesk, _ kind: WorkListKind) async throws -> [[String: String]] {
        try await desk.perform(ListWork(campaign: desk.selector, kind: kind)).objects
    }

    @Test(
        "PRO-137: attached to the first intervention with its plans, laboratory, vet, own number and reason; once",
        arguments: Engine.allCases)
    func plan(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            try await desk.execute()
            let desk = desk.on("2020-11-10")
            let outcome = try await desk.perform(request(desk), as: .authority)
            let row = outcome.intervention
            let parent = try await desk.read { connection in
                let campaign = try desk.selector.find(in: connection).id
                return try connection.mainIntervention(campaign: campaign, herd: desk.ids.beef)
            }
            #expect(outcome.isNew)
            #expect(row.number == "202100000003")
            #expect((row.kind, row.parent) == (.outside, parent?.id))
            #expect(row.plannedOn == day("2021-06-15"))
            #expect(row.veterinarian == desk.ids.veterinarian)
            #expect(outcome.plans.map(\.disease) == [.brucellosis, .leukosis, .tuberculosis])
            #expect(outcome.plans.map(\.laboratory) == [desk.ids.laboratory, desk.ids.laboratory, nil])
            let audited = try await desk.read {
                try $0.all("SELECT subject FROM audit_entry WHERE intention = 'outside-visit.plan'") { $0.text(0) }
            }
            #expect(audited == ["intervention:202100000003"])
            let again = try await desk.perform(request(desk), as: .authority)
            #expect((again.isNew, again.intervention.number) == (false, "202100000003"))
            #expect(try await desk.read { try $0.count("SELECT count(*) FROM intervention") } == 3)
        }
    }

    @Test(
        "PRO-137: it has a list of its own until it is withdrawn with its reason, and no reminder",
        arguments: Engine.allCases)
    func list(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            try await desk.execute()
            let desk = desk.on("2021-04-25")
            let number = try await desk.perform(request(desk), as: .authority).intervention.number
            let lines = try await worklist(desk, .outsideVisits)
            #expect(lines.map { $0["intervention"] } == [number])
            #expect(lines.map { $0["limite"] } == ["2021-06-15"])
            #expect(lines.map { $0["detail"] } == ["bovins présents de juin à août"])
            #expect(try await worklist(desk, .notStarted).allSatisfy { $0["intervention"] != number })
            try await desk.perform(
                WithdrawHerd(selector: desk.selector, number: number, reason: "n'en détiendra pas"), as: .authority)
            #expect(try await worklist(desk, .outsideVisits).isEmpty)
            let again = try await desk.perform(request(desk), as: .authority)
            #expect((again.isNew, again.intervention.number) == (true, "202100000004"))
        }
    }

    static let refused: [(herd: String, day: String, reason: String, code: CampaignFinding)] = [
        ("99000099/A", "2021-06-15", "été", .herdUnknown),
        ("99000050/A", "2021-06-15", "été", .outsideVisitNoIntervention),
        ("99000001/A", "2021-06-15", "", .reasonMissing),
        ("99000001/A", "2021-04-30", "été", .outsideVisitDay),  // the campaign's last day
        ("99000001/A", "2020-09-30", "été", .outsideVisitDay),  // over
        ("99000001/A", "2021-10-01", "été", .outsideVisitDay),  // the next campaign's first day
        ("99000002/L", "2021-06-15", "été", .outsideVisitHerdClosed),
    ]

    @Test("PRO-137: an unknown or closed herd, a day of a campaign, a missing reason", arguments: Engine.allCases)
    func refusals(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            try await desk.execute()
            try await desk.write { fixture, connection in
                _ = try fixture.campaignHerd("99000050", "A", .beef)
                try connection.execute(
                    "UPDATE holding SET closed_on = ? WHERE number = '99000002'", [.day(day("2021-06-15"))])
            }
            let desk = desk.on("2020-11-10")
            for example in OutsideVisitTests.refused {
                try await expectRefusal(example.code) {
                    try await desk.perform(
                        request(desk, example.herd, on: example.day, example.reason), as: .authority)
                }
            }
            for first in ["2021-05-01", "2021-09-30"] {
                let visit = try await desk.perform(request(desk, on: first), as: .authority).intervention
                try await expectRefusal(CampaignFinding.outsideVisitStanding) {
                    try await desk.perform(request(desk, on: "2021-07-01"), as: .authority)
                }
                try await desk.perform(
                    WithdrawHerd(selector: desk.selector, number: visit.number, reason: "autre jour"), as: .authority)
            }
            var milk = try request(desk, "99000002/L", on: "2021-06-01")
            milk.diseases = [.brucellosis]
            let onMilk = milk
            try await expectRefusal(CampaignFinding.outsideVisitPlanMissing) {
                try await desk.perform(onMilk, as: .authority)
            }
        }
    }

    @Test("PRO-137: the authority's, or the delegate's when the convention says so", arguments: Engine.allCases)
    func rights(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            try await desk.execute()
            let desk = desk.on("2020-11-10")
            let visit = try request(desk)
            try await expectRefusal(UseCaseFinding.notDelegated) { try await desk.perform(visit) }
            try await desk.perform(
                SetConvention(
                    department: Fixture.department, tree: .object(["outsideVisitsDelegated": .bool(true)]),
                    justification: "avenant"),
                as: .authority)
            #expect(try await desk.perform(visit).isNew)
            try await expectRefusal(UseCaseFinding.roleMayNot) { try await desk.perform(visit, as: .laboratory) }
        }
    }

    @Test(
        "PRO-137: after the closing its document is edited, its results come in, and it leaves the list",
        arguments: Engine.allCases)
    func visited(engine: Engine) async throws {
        try await BloodDesk.with(engine) { desk in
            _ = try await desk.database.ids(1000)
            let selector = CampaignSelector(department: Fixture.department, year: 2021)
            func at(_ today: String) throws -> Context { try context(desk.database, role: .authority, today: today) }
            var order = PlanOutsideVisit(
                selector: selector, herd: try #require(HerdReference("99000001/A")), plannedOn: day("2021-07-05"),
                reason: "estive")
            order.diseases = [.brucellosis]
            let number = try await order.perform(at("2021-03-01")).intervention.number
            let closing = CloseCampaign(selector: selector, overrideReason: "essai")
            _ = try await closing.perform(at("2021-06-15"))
            var choice = EditChoice()
            choice.validates = true
            for numbers in [[desk.number], [number, desk.number], []] {
                let filter = DocumentFilter(numbers: numbers)
                let edit = EditDocuments(campaign: selector, filter: filter, choice: choice)
                try await expectRefusal(SamplingFinding.campaignNotOpen) { try await edit.perform(at("2021-06-25")) }
            }
            let edition = try await EditDocuments(
                campaign: selector, filter: DocumentFilter(numbers: [number]), choice: choice
            ).perform(at("2021-06-25"))
            #expect(edition.codes == ["document-plan-without-laboratory"])
            #expect(
                try await desk.count(
                    """
                    SELECT count(*) FROM requested_animal r JOIN intervention i ON i.id = r.intervention_id
                    WHERE i.kind = 'outside' AND r.diseases = 1
                    """) == 4)
            let waiting = ListWork(campaign: selector, kind: .outsideVisits)
            #expect(try await waiting.perform(at("2021-07-04")).rows.count == 1)
            let lines = (0..<4).map {
                BloodDesk.Line(animal: BloodDesk.animal($0), sampledOn: "2021-07-05", number: number)
            }
            let text = desk.xml(lines).replacing("2020-11-09", with: "2021-07-08").replacing(
                "2020-11-10", with: "2021-07-09")
            let outcome = try await desk.send(text, today: "2021-07-10")
            #expect((outcome.run.state, outcome.counts) == (.accepted, [:]))
            #expect(try await waiting.perform(at("2021-07-10")).rows.isEmpty)
        }
    }
}
