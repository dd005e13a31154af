import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

/// Opening, copying, reviewing, changing, validating: what each lets through and what it refuses.
@Suite struct CreateCampaignTests {
    @Test(
        "PRO-54, PRO-55, PRO-65: one campaign PB a year, 1 October to 30 April by default",
        arguments: Engine.allCases)
    func one(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            let campaign = try await desk.create().campaign
            #expect(campaign.name == "PB")
            #expect((campaign.startsOn.french, campaign.endsOn.french) == ("01/10/2020", "30/04/2021"))
            #expect(campaign.state == .draft)
            try await expectRefusal(CampaignFinding.campaignExists) { try await desk.create() }
        }
    }

    @Test("PRO-67: another campaign only if the convention has it", arguments: Engine.allCases)
    func extra(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            let useCase = CreateCampaign(
                selector: CampaignSelector(department: "63", year: 2021, name: "ESTIVE"), year: 2021,
                copiesLast: false, changes: ParameterChanges())
            try await expectRefusal(CampaignFinding.notInConvention) { try await desk.perform(useCase) }
            let agreed = try await desk.after(convention: .object(["extraCampaigns": .array([.string("ESTIVE")])]))
            let outcome = try await agreed.perform(useCase)
            #expect(outcome.campaign.name == "ESTIVE")
        }
    }

    @Test(
        "PRO-12, PRO-62, EX-31: creation tells the authority's date and the missing convention",
        arguments: Engine.allCases)
    func remarks(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            let findings = try await desk.create().findings
            let codes = findings.map(\.code)
            #expect(codes.contains(SetupFinding.conventionMissing.rawValue))
            let due = findings.first { $0.code == SetupFinding.authorisationsDue.rawValue }
            #expect(due?["date"] == "16/09/2020")
            #expect(due?.severity == .info)
        }
    }

    @Test(
        "PRO-72, PRO-81: a copy moves the dates on, warns, and is not validated before each criterion was reviewed",
        arguments: Engine.allCases)
    func copy(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            try await desk.prepare()
            try await desk.set("followUp.unfinishedDays", "60", because: "convention")
            let next = CampaignSelector(department: "63", year: 2022)
            let copy = try await desk.create(year: 2022, copiesLast: true)
            #expect(copy.findings.first?.code == CampaignFinding.copied.rawValue)
            #expect(copy.campaign.startsOn.description == "2021-10-01")
            #expect(copy.parameters.prophylaxisYear == 2022)
            #expect(copy.parameters.followUp.unfinishedDays == 60)
            #expect(copy.parameters.laboratories == ["BRU": "LDA99", "LEU": "LDA99"])

            try await expectRefusal(SetupFinding.criterionNotReviewed) {
                try await desk.perform(ValidateCampaign(selector: next))
            }
            let all = SetupCriterion.allCases
            let open = try await desk.perform(ReviewCriteria(selector: next, criteria: Array(all.dropLast())))
            #expect(open == [all.last])
            try await expectRefusal(SetupFinding.criterionNotReviewed) {
                try await desk.perform(ValidateCampaign(selector: next))
            }
            let none = try await desk.perform(ReviewCriteria(selector: next, criteria: [all[all.count - 1]]))
            #expect(none.isEmpty)
            _ = try await desk.perform(ValidateCampaign(selector: next))
            let executed = try await desk.perform(ExecuteCampaign(selector: next))
            #expect(executed.interventions == 2)
        }
    }

    @Test(
        "PRO-81: only a copied campaign is reviewed; without a former one nothing is copied", arguments: Engine.allCases
    )
    func nothingToCopy(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            try await expectRefusal(CampaignFinding.noFormerCampaign) { try await desk.create(copiesLast: true) }
            try await desk.create()
            try await expectRefusal(CampaignFinding.nothingToReview) {
                try await desk.perform(ReviewCriteria(selector: desk.selector, criteria: [.dates]))
            }
        }
    }

    @Test(
        "PRO-65: dates that no campaign can have are refused", arguments: Engine.allCases,
        [("startsOn", "2021-05-01"), ("endsOn", "2020-12-31"), ("endsOn", "2022-04-30")])
    func dates(engine: Engine, change: (String, String)) async throws {
        try await SetupDesk.with(engine) { desk in
            try await desk.create()
            try await expectRefusal(CampaignFinding.datesImpossible) { try await desk.set(change.0, change.1) }
        }
    }

    @Test("PRO-105: a change takes a validated campaign back to draft", arguments: Engine.allCases)
    func backToDraft(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            try await desk.prepare()
            _ = try await desk.perform(ValidateCampaign(selector: desk.selector))
            let outcome = try await desk.set("milk.leukosisMonth", "12")
            #expect(outcome.campaign.state == .draft)
            #expect(outcome.campaign.validatedBy == nil)
            try await expectRefusal(CampaignFinding.wrongState) {
                try await desk.perform(ExecuteCampaign(selector: desk.selector))
            }
        }
    }

    @Test(
        "PRO-15: in its period or once executed a campaign changes in emergencies only, and every version stays",
        arguments: Engine.allCases)
    func emergency(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            try await desk.execute()
            try await expectRefusal(CampaignFinding.changeDuringCampaign) {
                try await desk.set("milk.leukosisMonth", "12")
            }
            try await desk.on("2020-09-11").set("milk.leukosisMonth", "12", emergency: "panne du LIAL")
            try await desk.on("2020-09-12").set("milk.leukosisMonth", "1", emergency: "retard")
            let history = try await desk.read { connection in
                let id = try desk.selector.find(in: connection).id
                return try connection.settingHistory(department: "63", name: "campaign.\(id).milk.leukosisMonth")
            }
            #expect(history.map(\.valueJSON) == ["1", "12"])
            #expect(history.map(\.justification) == ["retard", "panne du LIAL"])
            let payloads = try await desk.read { connection in
                try connection.count(
                    "SELECT count(DISTINCT payload_digest) FROM audit_entry WHERE intention = 'campaign.prepare'")
            }
            #expect(payloads == 3)
        }
    }

    @Test("PRO-15: a draft changes freely until its period begins", arguments: Engine.allCases)
    func beforePeriod(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            try await desk.prepare()
            try await desk.on("2020-09-30").set("milk.leukosisMonth", "12")
            try await expectRefusal(CampaignFinding.changeDuringCampaign) {
                try await desk.on("2020-10-01").set("milk.leukosisMonth", "1")
            }
        }
    }

    @Test(
        "PRO-98: what a check list calls an error stops the validation, and the execution of what has changed since",
        arguments: Engine.allCases)
    func blocked(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            try await desk.prepare()
            _ = try await desk.perform(ValidateCampaign(selector: desk.selector))
            try await desk.write { _, connection in
                try connection.execute("DELETE FROM screening WHERE insee = '63113'")
            }
            try await expectRefusal(SetupFinding.screeningUndefined) {
                try await desk.perform(ExecuteCampaign(selector: desk.selector))
            }
            let count = try await desk.read { try $0.count("SELECT count(*) FROM intervention") }
            #expect(count == 0)
        }
    }

    @Test(
        "PRO-13, PRO-15: a convention is recorded with its reason, and the former ones stay", arguments: Engine.allCases
    )
    func convention(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            try await desk.prepare()
            try await expectRefusal(CampaignFinding.reasonMissing) {
                try await desk.perform(
                    SetConvention(department: "63", tree: .object([:]), justification: ""), as: .authority)
            }
            try await expectRefusal(CampaignFinding.conventionFile) {
                try await desk.after(convention: .object(["delegations": .string("total")]))
            }
            try await expectRefusal(CampaignFinding.conventionFile) {
                try await desk.after(convention: .object(["delegation": .object(["3": .string("beaucoup")])]))
            }
            let later = try await desk.on("2020-09-11").after(
                convention: .object(["delegation": .object(["3": .string("partial")])]))
            let convention = try #require(try await later.perform(ShowConvention(department: "63")))
            #expect(convention.delegation["3"] == .partial)
            #expect(convention.delegation["4"] == .total)
            let history = try await desk.read { try $0.settingHistory(department: "63", name: "convention") }
            #expect(history.map(\.justification) == ["avenant", "2020-1"])
        }
    }
}
