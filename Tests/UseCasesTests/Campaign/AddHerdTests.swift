import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

/// Herds that come into an executed campaign, leave it, or change hands.
@Suite struct AddHerdTests {
    private func request(_ desk: SetupDesk, _ herd: String, _ reason: String = "oubli") throws -> AddHerd {
        AddHerd(selector: desk.selector, herd: try #require(HerdReference(herd)), reason: reason)
    }

    private func withdraw(_ desk: SetupDesk, _ number: String, _ reason: String = "retrait") -> WithdrawHerd {
        WithdrawHerd(selector: desk.selector, number: number, reason: reason)
    }

    private func names(_ plans: [RequestedPlanRow]) -> [String] {
        plans.map { "\($0.disease.rawValue) \($0.matrix.rawValue)" }
    }

    @Test(
        "PRO-84, PRO-85, PRO-118: an added herd gets every plan of its rhythm, the next number, and keeps its reason",
        arguments: Engine.allCases)
    func add(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            try await desk.execute()
            try await desk.write { fixture, _ in
                let herd = try fixture.campaignHerd("99000030", "A", .beef, vet: desk.ids.veterinarian)
                try fixture.rhythm(.leukosis, every: 5, phase: 2, herd: herd)  // not this year
            }
            let outcome = try await desk.on("2020-11-10").perform(request(desk, "99000030/A", "oubli à l'exécution"))
            #expect(outcome.intervention.number == "202100000003")
            #expect(outcome.intervention.origin == .added)
            #expect(outcome.intervention.stateReason == "oubli à l'exécution")
            #expect(outcome.intervention.veterinarian == desk.ids.veterinarian)
            #expect(names(outcome.plans) == ["BRU blood", "TUB skin"])
            #expect(outcome.plans[0].laboratory == desk.ids.laboratory)
            let note = try await desk.read { try $0.first("SELECT kind, text FROM note") { $0.text(0) + $0.text(1) } }
            #expect(note == "addedoubli à l'exécution")
            try await expectRefusal(CampaignFinding.alreadyIn) {
                try await desk.perform(request(desk, "99000030/A"))
            }
        }
    }

    @Test("PRO-84: not without reason, not before execution, not an unknown herd", arguments: Engine.allCases)
    func refused(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            try await desk.prepare()
            try await expectRefusal(CampaignFinding.wrongState) { try await desk.perform(request(desk, "99000001/A")) }
            try await desk.perform(ValidateCampaign(selector: desk.selector))
            try await desk.perform(ExecuteCampaign(selector: desk.selector))
            try await expectRefusal(CampaignFinding.reasonMissing) {
                try await desk.perform(request(desk, "99000001/A", ""))
            }
            try await expectRefusal(CampaignFinding.herdUnknown) { try await desk.perform(request(desk, "99000099/A")) }
        }
    }

    @Test(
        "PRO-87: created after the start it stays out, unless its type changed", arguments: Engine.allCases,
        [false, true])
    func createdLater(engine: Engine, isTypeChange: Bool) async throws {
        try await SetupDesk.with(engine) { desk in
            try await desk.execute()
            try await desk.write { fixture, _ in
                _ = try fixture.campaignHerd("99000031", "A", .beef, openedOn: "2020-11-01")
            }
            let later = desk.on("2020-11-10")
            var request = try request(desk, "99000031/A")
            request.isTypeChange = isTypeChange
            let final = request
            if isTypeChange {
                let outcome = try await later.perform(final)
                #expect(names(outcome.plans) == ["BRU blood", "LEU blood", "TUB skin"])
            } else {
                try await expectRefusal(CampaignFinding.herdNotEligible) { try await later.perform(final) }
            }
        }
    }

    @Test("PRO-87: the register itself shows a change of type", arguments: Engine.allCases)
    func changeOfTypeSeen(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            try await desk.execute()
            try await desk.write { fixture, connection in
                let holding = try connection.int("SELECT holding_id FROM herd WHERE id = ?", [.int(desk.ids.dairy)])
                _ = try fixture.campaignHerd(in: holding, "V", .beef, openedOn: "2020-11-01")
            }
            let later = desk.on("2020-11-10")
            try await expectRefusal(CampaignFinding.herdNotEligible) {
                try await later.perform(request(desk, "99000002/V"))
            }
            try await desk.write { _, connection in
                try connection.execute(
                    "UPDATE herd SET closed_on = ? WHERE id = ?", [SQLValue(Day("2020-10-31")), .int(desk.ids.dairy)])
            }
            let outcome = try await later.perform(request(desk, "99000002/V"))
            #expect(outcome.intervention.state == .planned)
        }
    }

    @Test(
        "PRO-86: linked with an outbreak since the start it waits for the next campaign; before it, it is due",
        arguments: Engine.allCases, [("2020-10-02", false), ("2020-10-01", true)])
    func outbreak(engine: Engine, link: (String, Bool)) async throws {
        try await SetupDesk.with(engine) { desk in
            try await desk.execute()
            try await desk.write { fixture, _ in
                let herd = try fixture.campaignHerd("99000032", "E", .fatteningIndoor)
                try fixture.authorise(herd, .contactZone, .tuberculosis, since: link.0)
                for disease in Disease.allCases { try fixture.rhythm(disease, every: 0, phase: 0, herd: herd) }
            }
            let later = desk.on("2020-11-10")
            if link.1 {
                let outcome = try await later.perform(request(desk, "99000032/E"))
                #expect(names(outcome.plans) == ["TUB skin"])
            } else {
                try await expectRefusal(CampaignFinding.outbreakLink) {
                    try await later.perform(request(desk, "99000032/E"))
                }
            }
        }
    }

    @Test("PRO-84: nothing due is refused; duplicating an intervention brings its plans", arguments: Engine.allCases)
    func duplicate(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            try await desk.execute()
            try await desk.write { fixture, _ in
                let herd = try fixture.campaignHerd("99000033", "A", .beef)
                for disease in Disease.allCases { try fixture.rhythm(disease, every: 0, phase: 0, herd: herd) }
            }
            var request = try request(desk, "99000033/A")
            let plain = request
            try await expectRefusal(CampaignFinding.nothingDue) { try await desk.perform(plain) }
            request.source = "202100000002"
            let duplicate = request
            let outcome = try await desk.perform(duplicate)
            #expect(outcome.intervention.origin == .copied)
            // The diseases of the source, in the matrix of the new herd.
            #expect(names(outcome.plans) == ["BRU blood", "LEU blood", "TUB skin"])
            let source = try await desk.read { connection in
                try connection.mainIntervention(
                    campaign: desk.selector.find(in: connection).id, herd: desk.ids.dairy)
            }
            #expect(source?.state == .planned)
            request.source = "202100000999"
            let unknown = request
            try await expectRefusal(CampaignFinding.interventionUnknown) { try await desk.perform(unknown) }
        }
    }

    @Test(
        "PRO-77: a holding taken over: the intervention passes on, the former one is withdrawn",
        arguments: Engine.allCases)
    func transfer(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            try await desk.execute()
            try await desk.write { fixture, connection in
                _ = try fixture.campaignHerd("99000034", "A", .fatteningIndoor)
                try connection.execute(
                    "UPDATE herd SET closed_on = ? WHERE id = ?", [SQLValue(Day("2020-11-01")), .int(desk.ids.beef)])
            }
            let later = desk.on("2020-11-10")
            let before = try await later.check().map(\.finding.code)
            #expect(before.contains(SetupFinding.transferMissing.rawValue))
            var request = try request(desk, "99000034/A", "rachat complet")
            request.source = "202100000001"
            request.isTransfer = true
            let final = request
            try await later.perform(final)
            let after = try await later.check().map(\.finding.code)
            #expect(!after.contains(SetupFinding.transferMissing.rawValue))
            let states = try await desk.read { connection in
                try connection.interventions(of: desk.selector.find(in: connection).id).map(\.state)
            }
            #expect(states == [.withdrawn, .planned, .planned])
        }
    }

    @Test("PRO-78: a herd withdrawn stays visible and can come back under its number", arguments: Engine.allCases)
    func withdrawAndReturn(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            try await desk.execute()
            let withdrawn = try await desk.perform(withdraw(desk, "202100000001", "requalification"))
            #expect(withdrawn.state == .withdrawn)
            #expect(withdrawn.stateReason == "requalification")
            try await expectRefusal(CampaignFinding.alreadyWithdrawn) {
                try await desk.perform(withdraw(desk, "202100000001"))
            }
            let again = try await desk.perform(ExecuteCampaign(selector: desk.selector))
            #expect(again.interventions == 1)
            let back = try await desk.perform(request(desk, "99000001/A", "fin de requalification"))
            #expect(back.intervention.number == "202100000001")
            #expect(names(back.plans) == ["BRU blood", "LEU blood", "TUB skin"])
            let plans = try await desk.read { connection in
                try connection.requestedPlans(
                    of: desk.selector.find(in: connection).id, intervention: back.intervention.id)
            }
            #expect(plans.count == 3)
        }
    }

    @Test(
        "PRO-78: with a visit, a result or milk already sampled an intervention is not withdrawn any more",
        arguments: Engine.allCases)
    func withdrawWithResults(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            try await desk.execute()
            try await desk.write { fixture, connection in
                let campaign = try desk.selector.find(in: connection).id
                let beef = try connection.mainIntervention(campaign: campaign, herd: desk.ids.beef)
                if let beef { try fixture.visit(in: campaign, beef.id, on: "2020-11-02") }
                let holding = try connection.int("SELECT holding_id FROM herd WHERE id = ?", [.int(desk.ids.dairy)])
                try fixture.milk("BRU", of: holding, "2020-11-10", "POS", by: desk.ids.dairyLaboratory)
            }
            for number in ["202100000001", "202100000002"] {
                try await expectRefusal(CampaignFinding.hasResults) { try await desk.perform(withdraw(desk, number)) }
            }
            try await expectRefusal(CampaignFinding.interventionUnknown) {
                try await desk.perform(withdraw(desk, "202000000001"))
            }
            try await expectRefusal(CampaignFinding.reasonMissing) {
                try await desk.perform(withdraw(desk, "202100000001", ""))
            }
        }
    }
}
