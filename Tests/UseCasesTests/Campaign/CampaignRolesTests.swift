import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

/// Who may do what on a campaign.
@Suite struct CampaignRolesTests {
    @Test(
        "PRO-59, PRO-63, PRO-88, PRO-110: a delegate sets neither laboratories, nor delegation, nor raw milk",
        arguments: Engine.allCases,
        [
            ("laboratories.BRU", "LDA99"), ("delegatedDiseases", "BRU"), ("tuberculin.rawMilkIntervalYears", "1"),
            ("tuberculin.rawMilkPhase", "1"),
        ])
    func ofAuthority(engine: Engine, change: (String, String)) async throws {
        try await SetupDesk.with(engine) { desk in
            try await desk.create()
            for role in [Role.inspector, .delegateRegion] {
                try await expectRefusal(CampaignFinding.parameterOfAuthority) {
                    try await desk.set(change.0, change.1, as: role)
                }
            }
            try await desk.set(change.0, change.1, as: .authority)
        }
    }

    @Test("PRO-88: nor by the parameters of a new campaign", arguments: Engine.allCases)
    func atCreation(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            let tree: JSONValue = .object(["laboratories": .object(["BRU": .string("LDA99")])])
            try await expectRefusal(CampaignFinding.parameterOfAuthority) {
                try await desk.create(tree, as: .inspector)
            }
            try await desk.create(.object(["milk": .object(["leukosisMonth": .integer(12)])]), as: .inspector)
        }
    }

    @Test("PRO-88, PRO-12: laboratories of plans and the convention are the authority's", arguments: Engine.allCases)
    func policy(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            try await desk.execute()
            let assign = AssignLaboratory(
                selector: desk.selector, disease: .brucellosis, code: "LDA99", number: nil, reason: "essai")
            let convention = SetConvention(department: "63", tree: .object([:]), justification: "essai")
            for role in Role.allCases where role != .authority {
                try await expectRefusal(UseCaseFinding.roleMayNot) { try await desk.perform(assign, as: role) }
                try await expectRefusal(UseCaseFinding.roleMayNot) { try await desk.perform(convention, as: role) }
            }
            try await desk.perform(assign, as: .authority)
        }
    }

    @Test("PRO-111: set-up and execution are the delegate's as well", arguments: Engine.allCases)
    func delegated(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            try await desk.create(as: .delegateRegion)
            try await desk.perform(ValidateCampaign(selector: desk.selector), as: .delegateRegion)
            try await desk.perform(ExecuteCampaign(selector: desk.selector), as: .inspector)
            for role in [Role.laboratory, .keeper, .veterinarian, .administrator, .dairyLaboratory] {
                try await expectRefusal(UseCaseFinding.roleMayNot) {
                    try await desk.perform(CheckCampaign(selector: desk.selector), as: role)
                }
            }
        }
    }

    @Test(
        "PRO-103: the delegate validates alone where the convention leaves it that step", arguments: Engine.allCases)
    func validatesAlone(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            try await desk.prepare()
            guard case .object(var tree) = SetupDesk.convention, case .object(var steps) = tree["delegation"] else {
                Issue.record("the convention has no steps")
                return
            }
            for (word, refusal) in [("none", [UseCaseFinding.stepNotDelegated.rawValue]), ("total", [])] {
                steps["5"] = .string(word)
                tree["delegation"] = .object(steps)
                try await desk.perform(
                    SetConvention(department: Fixture.department, tree: .object(tree), justification: "2020-2"),
                    as: .authority)
                var refused: [String] = []
                do {
                    try await desk.perform(ValidateCampaign(selector: desk.selector), as: .inspector)
                } catch let error as Refused {
                    refused = error.findings.map(\.code)
                }
                #expect(refused == refusal, "\(word)")
            }
            let validated = try await desk.read { connection in
                try connection.all("SELECT actor, role FROM audit_entry WHERE intention = 'campaign.validate'") {
                    $0.text(1)
                }
            }
            #expect(validated == ["inspector"], "nobody else had to")
        }
    }

    @Test("another department's campaign is out of reach", arguments: Engine.allCases)
    func outOfScope(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            try await desk.execute()
            let foreign = CampaignSelector(department: "15", year: 2021)
            let create = CreateCampaign(selector: foreign, year: 2021, copiesLast: false, changes: ParameterChanges())
            try await expectRefusal(UseCaseFinding.outsideScope) { try await desk.perform(create) }
            try await expectRefusal(UseCaseFinding.outsideScope) {
                try await desk.perform(ExecuteCampaign(selector: foreign))
            }
            try await expectRefusal(UseCaseFinding.outsideScope) {
                try await desk.perform(ListCampaign(selector: foreign, kind: .practices))
            }
            try await desk.write { fixture, _ in
                _ = try fixture.campaign(CampaignParameters(department: "15", prophylaxisYear: 2021))
            }
            let seen = try await desk.perform(ListCampaigns())
            #expect(seen.map(\.department) == ["63"])
        }
    }

    @Test(
        "PRO-53, PRO-111: raw milk is tested, and its reason shown only to those who may see it",
        arguments: Engine.allCases)
    func rawMilk(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            try await desk.write { fixture, _ in
                let herd = try fixture.campaignHerd("99000020", "L", .dairy, delivery: .direct)
                try fixture.authorise(herd, .rawMilkSale)
                for disease in Disease.allCases { try fixture.rhythm(disease, every: 0, phase: 0, herd: herd) }
            }
            try await desk.prepare()
            try await desk.set("tuberculin.rawMilkIntervalYears", "1")
            try await desk.perform(ValidateCampaign(selector: desk.selector))
            try await desk.perform(ExecuteCampaign(selector: desk.selector))
            func reason(_ role: Role) async throws -> String {
                let list = try await desk.perform(
                    ListCampaign(selector: desk.selector, kind: .interventions), as: role)
                let row = try #require(list.sections[0].rows.first { $0[3] == "99000020" })
                return row[try #require(list.columns.firstIndex(of: "TUB_motif"))]
            }
            #expect(try await reason(.authority) == "vente de lait cru")
            #expect(try await reason(.inspector) == "décision de la DD(CS)PP")
            _ = try await desk.after(convention: .object(["rawMilkAccess": .bool(true)]))
            #expect(try await reason(.inspector) == "vente de lait cru")
        }
    }
}
