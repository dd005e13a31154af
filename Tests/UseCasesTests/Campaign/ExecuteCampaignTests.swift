import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

/// The thin line from creation to execution, and what one intervention holds.
@Suite struct ExecuteCampaignTests {
    /// What a test looks at of an intervention.
    struct Seen: Equatable {
        var herd: String
        var plans: [String]
        var vet: Bool
        var plannedOn: String?
    }

    private func seen(_ desk: SetupDesk) async throws -> [Seen] {
        try await desk.read { connection in
            let campaign = try desk.selector.find(in: connection)
            let plans = Dictionary(grouping: try connection.requestedPlans(of: campaign.id), by: \.intervention)
            return try connection.interventionListings(of: campaign.id).map { listing in
                let own = (plans[listing.intervention.id] ?? []).map { plan in
                    "\(plan.disease.rawValue) \(plan.matrix.rawValue) \(plan.method.rawValue)"
                        + (plan.dueMonth.map { " \($0)" } ?? "") + (plan.laboratory == nil ? "" : " L")
                }
                return Seen(
                    herd: "\(listing.holding.number)/\(listing.herdCode)", plans: own,
                    vet: listing.intervention.veterinarian != nil,
                    plannedOn: listing.intervention.plannedOn?.description)
            }
        }
    }

    @Test(
        "PRO-104: blood and milk herds come into the campaign by one validation and one execution, neither before",
        arguments: Engine.allCases)
    func bloodAndMilkAlike(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            try await desk.prepare()
            func matrices() async throws -> Set<Matrix> {
                try await desk.read { connection in
                    Set(try connection.requestedPlans(of: desk.selector.find(in: connection).id).map(\.matrix))
                }
            }
            let early = ExecuteCampaign(selector: desk.selector)
            await #expect(throws: Refused.self) { try await desk.perform(early) }
            #expect(try await matrices() == [])
            try await desk.perform(ValidateCampaign(selector: desk.selector))
            #expect(try await matrices() == [])
            try await desk.perform(early)
            #expect(try await matrices().isSuperset(of: [.blood, .milk]))
        }
    }

    @Test(
        "PRO-55, PRO-106, PRO-108: one intervention a herd, blood and skin for beef, milk in its month for dairy",
        arguments: Engine.allCases)
    func execute(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            let outcome = try await desk.execute()
            #expect(outcome.interventions == 2)
            #expect((outcome.bloodPlans, outcome.milkPlans, outcome.skinPlans) == (2, 2, 2))
            let seen = try await seen(desk)
            #expect(
                seen == [
                    Seen(
                        herd: "99000001/A", plans: ["BRU blood EAT L", "LEU blood ELISA L", "TUB skin IDC"], vet: true),
                    Seen(
                        herd: "99000002/L",
                        plans: ["BRU milk ELISA 2020-11-01", "LEU milk ELISA 2020-11-01", "TUB skin IDC"], vet: true),
                ])
        }
    }

    @Test("PRO-106: executing twice changes nothing", arguments: Engine.allCases)
    func twice(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            try await desk.execute()
            let before = try await rows(desk)
            try await desk.write { fixture, _ in _ = try fixture.campaignHerd("99000009", "A", .beef) }
            let again = try await desk.on("2020-10-20").perform(ExecuteCampaign(selector: desk.selector))
            #expect(again.wasExecuted)
            #expect(again.interventions == 2)
            let after = try await rows(desk)
            #expect(before == after)
        }
    }

    @Test(
        "PRO-222, PRO-231: every intervention has its statuses from the execution on, milk's too",
        arguments: Engine.allCases)
    func statuses(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            try await desk.execute()
            let states = try await desk.read { connection in
                try connection.all(
                    """
                    SELECT h.code, s.disease, s.status FROM disease_state s
                    JOIN intervention i ON i.campaign_id = s.campaign_id AND i.id = s.intervention_id
                    JOIN herd h ON h.id = i.herd_id ORDER BY h.code, s.disease
                    """
                ) { "\($0.text(0)) \($0.text(1)) \($0.text(2))" }
            }
            #expect(states == ["A BRU SO", "A LEU SO", "A TUB SO", "L BRU EC", "L LEU EC", "L TUB SO"])
        }
    }

    private func rows(_ desk: SetupDesk) async throws -> [String] {
        try await desk.read { connection in
            let campaign = try desk.selector.find(in: connection)
            let rows = try connection.interventions(of: campaign.id).map { "\($0)" }
            return rows + (try connection.requestedPlans(of: campaign.id)).map { "\($0)" } + ["\(campaign)"]
        }
    }

    @Test("PRO-98: what is not validated is not executed", arguments: Engine.allCases)
    func notValidated(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            try await desk.prepare()
            try await expectRefusal(CampaignFinding.wrongState) {
                try await desk.perform(ExecuteCampaign(selector: desk.selector))
            }
        }
    }

    @Test(
        "PRO-157: numbers are twelve digits, year first, and go on over the year's campaigns",
        arguments: Engine.allCases)
    func numbers(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            try await desk.write { fixture, connection in
                // Another department's campaign of the year, a number of an older system, one of another year.
                let other = CampaignParameters(department: "15", prophylaxisYear: 2021)
                let campaign = try fixture.campaign(other)
                for number in ["202100000041", "2021ABCDEFGH", "99", "202000000777"] {
                    let herd = try fixture.campaignHerd("9915\(number.suffix(4))", number, .beef)
                    try connection.execute("UPDATE herd SET department = '15' WHERE id = ?", [.int(herd)])
                    try connection.insert([
                        InterventionRow(
                            campaign: campaign, id: fixture.nextID(), number: number, herd: herd, department: "15")
                    ])
                }
            }
            try await desk.execute()
            let numbers = try await desk.read { connection in
                try connection.interventions(of: desk.selector.find(in: connection).id).map(\.number)
            }
            #expect(numbers == ["202100000042", "202100000043"])
        }
    }

    @Test(
        "PRO-133: the forecast day is the anniversary of last campaign's first visit; none outside the campaign",
        arguments: Engine.allCases)
    func anniversary(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            try await desk.write { fixture, _ in
                let last = try fixture.campaign(CampaignParameters(department: "63", prophylaxisYear: 2020))
                let beef = try fixture.intervention(in: last, of: desk.ids.beef)
                try fixture.visit(in: last, beef, on: "2020-02-29")
                try fixture.visit(in: last, beef, on: "2020-03-04")
                let dairy = try fixture.intervention(in: last, of: desk.ids.dairy)
                try fixture.visit(in: last, dairy, on: "2020-05-20", kind: "injection")
            }
            try await desk.execute()
            let seen = try await seen(desk)
            #expect(seen.map(\.plannedOn) == ["2021-02-28", nil])
        }
    }

    @Test(
        "PRO-121: the veterinarian is the one whose designation as health vet is accepted at the campaign's start",
        arguments: Engine.allCases)
    func veterinarian(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            try await desk.write { fixture, _ in
                func herd(_ number: String, _ since: String, _ until: String?, _ accepted: String?, _ role: String)
                    throws
                {
                    let herd = try fixture.campaignHerd(number, "A", .beef)
                    try fixture.designate(
                        desk.ids.veterinarian, for: herd, since: since, until: until, acceptedOn: accepted, role: role)
                }
                try herd("99000010", "2020-09-01", nil, nil, "health")  // not accepted
                try herd("99000011", "2015-01-01", "2020-10-01", "2015-01-02", "health")  // ends as it starts
                try herd("99000012", "2015-01-01", "2020-10-02", "2015-01-02", "health")
                try herd("99000013", "2015-01-01", nil, "2015-01-02", "treating")
                try herd("99000014", "2020-10-01", nil, "2020-10-01", "health")
            }
            try await desk.execute()
            let seen = try await seen(desk)
            #expect(seen.map(\.vet) == [true, true, false, false, true, false, true])
        }
    }

    @Test("PRO-89: a milk plan is given no laboratory, whatever the campaign says", arguments: Engine.allCases)
    func milkWithoutLaboratory(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            try await desk.execute()
            let milk = try await desk.read { connection in
                try connection.requestedPlans(of: desk.selector.find(in: connection).id).filter { $0.matrix == .milk }
            }
            #expect(milk.map(\.laboratory) == [nil, nil])
        }
    }

    @Test(
        "PRO-71: a herd programmed elsewhere keeps its intervention, and gets what it lacks", arguments: Engine.allCases
    )
    func programmedElsewhere(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            try await desk.prepare()
            try await desk.write { fixture, connection in
                let campaign = try desk.selector.find(in: connection).id
                let intervention = try fixture.intervention(in: campaign, of: desk.ids.beef)
                try fixture.plan(.brucellosis, .blood, in: campaign, intervention)
            }
            try await desk.perform(ValidateCampaign(selector: desk.selector))
            let outcome = try await desk.perform(ExecuteCampaign(selector: desk.selector))
            #expect(outcome.interventions == 2)
            let seen = try await seen(desk)
            #expect(seen[0].plans == ["BRU blood EAT", "LEU blood ELISA L", "TUB skin IDC"])
        }
    }
}
