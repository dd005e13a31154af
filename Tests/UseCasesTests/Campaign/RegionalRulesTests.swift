import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

/// Rules of editing documents that the departments of a region share (7.4.4).
@Suite struct RegionalRulesTests {
    private func rules(_ tree: [String: JSONValue], _ region: String = "84", _ reason: String = "comité régional")
        throws -> SetRegionalRules
    {
        SetRegionalRules(
            region: region, changes: try ParameterChanges(tree: .object(["documents": .object(tree)])),
            justification: reason)
    }

    /// The regional delegate of all departments of Auvergne-Rhône-Alpes, unless told otherwise.
    private func share(
        _ desk: SetupDesk, _ useCase: SetRegionalRules, as role: Role = .delegateRegion, at second: Int = 0,
        in departments: [String] = Region.departments(of: "84") ?? []
    ) async throws {
        let actor = Actor(login: "frgds", name: "FRGDS", role: role, scope: .departments(Set(departments)))
        _ = try await useCase.perform(
            Context(
                database: desk.database, actor: actor, today: day("2020-09-10"), now: "2020-09-10T08:00:0\(second)Z"))
    }

    private func origin(_ desk: SetupDesk, _ name: String) async throws -> String? {
        let view = try await desk.perform(ShowCampaign(selector: desk.selector))
        return view.groups.flatMap(\.lines).first { $0.name == name }.map { "\($0.value) — \($0.origin)" }
    }

    @Test(
        "PRO-141: a campaign takes the region's rules unless the department has its own, and says so",
        arguments: Engine.allCases)
    func taken(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            try await share(desk, rules(["validityMonths": .integer(3), "editionWeeksBefore": .integer(4)]))
            let own: JSONValue = .object([
                "documents": .object(["editionWeeksBefore": .integer(5)]),
                "justifications": .object(["documents": .object(["editionWeeksBefore": .string("avenant 2")])]),
            ])
            let created = try await desk.create(own)
            #expect(created.parameters.documents.validityMonths == 3)
            #expect(created.parameters.documents.editionWeeksBefore == 5)
            #expect(
                try await origin(desk, "documents.validityMonths")
                    == "3 mois — paramètre régional (région 84) : comité régional")
            #expect(
                try await origin(desk, "documents.editionWeeksBefore") == "5 semaines — valeur locale : avenant 2")
            #expect(try await origin(desk, "documents.deliveryDaysBefore") == "5 jours — valeur nationale")
            let codes = created.findings.map(\.code)
            #expect(!codes.contains("setup-regional-differs") && !codes.contains("setup-deviation-unjustified"))
            try await desk.set("documents.validityMonths", "2", because: "vétérinaires du département")
            #expect(
                try await origin(desk, "documents.validityMonths") == "2 mois — valeur nationale",
                "the department's own, though it is the national one")
            let after = try await desk.check().map(\.finding.code)
            #expect(!after.contains("setup-regional-differs"))
        }
    }

    @Test(
        "PRO-141: rules that change later are told by the check, taken on demand, and by next year's copy",
        arguments: Engine.allCases)
    func changed(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            try await share(desk, rules(["validityMonths": .integer(3), "editionWeeksBefore": .integer(4)]))
            try await desk.create()
            try await share(desk, rules(["validityMonths": .integer(1)], "84", "comité de septembre"), at: 1)
            let told = try await desk.check().first { $0.finding.code == "setup-regional-differs" }
            #expect(told?.finding["list"] == "documents.editionWeeksBefore, documents.validityMonths")
            let copy = try await desk.create(year: 2022, copiesLast: true)
            #expect(copy.parameters.documents.validityMonths == 1)
            var take = SetParameters(selector: desk.selector, changes: ParameterChanges())
            take.takesRegional = true
            let taken = try await desk.perform(take, as: .authority).parameters
            #expect((taken.documents.validityMonths, taken.documents.editionWeeksBefore) == (1, 6))
            #expect(taken.regional == ["documents.validityMonths": "84"])
            #expect(
                try await origin(desk, "documents.validityMonths")
                    == "1 mois — paramètre régional (région 84) : comité de septembre")
            let after = try await desk.check().map(\.finding.code)
            #expect(!after.contains("setup-regional-differs"))
        }
    }

    @Test(
        "PRO-141: for the whole region only, with a reason, and for rules of editing only", arguments: Engine.allCases)
    func refused(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            let good = try rules(["validityMonths": .integer(3)])
            try await expectRefusal(UseCaseFinding.outsideScope) { try await share(desk, good, in: ["63", "03"]) }
            try await expectRefusal(UseCaseFinding.roleMayNot) { try await share(desk, good, as: .inspector) }
            try await expectRefusal(UseCaseFinding.roleMayNot) { try await share(desk, good, as: .authority) }
            let absurd = try rules(["validityMonths": .integer(300)])
            try await expectRefusal(CampaignFinding.parameterValue) { try await share(desk, absurd) }
            let local = try rules(["attachedDiseases": .array([.string("IBR")])])
            try await expectRefusal(CampaignFinding.notRegional) { try await share(desk, local) }
            let silent = try rules(["validityMonths": .integer(3)], "84", "")
            try await expectRefusal(CampaignFinding.reasonMissing) { try await share(desk, silent) }
            let nowhere = try rules(["validityMonths": .integer(3)], "99")
            try await expectRefusal(RegisterEditFinding.regionUnknown) { try await share(desk, nowhere) }
            #expect(try await desk.perform(ShowRegionalRules(region: "84")) == nil)
            try await share(desk, good)
            #expect(try await desk.perform(ShowRegionalRules(region: "84"))?.values.count == 1)
            let audited = try await desk.read {
                try $0.count("SELECT count(*) FROM audit_entry WHERE intention = 'regional-rules.set'")
            }
            #expect(audited == 1)
        }
    }
}
