import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

/// The check list of 4.5 and the laboratories of 5.5: each item fires with its cause, and not without.
@Suite struct LaboratoryCheckTests {
    // PRO-88, PRO-93, PRO-94, PRO-95, PRO-101, PRO-167
    @Test("4.5 and 5.5: laboratories", arguments: Engine.allCases, itemsCases)
    func items(engine: Engine, item: SetupCase) async throws { try await item.prove(on: engine) }

    static let itemsCases: [SetupCase] = [
        SetupCase("PRO-93", .laboratoryDiffers, naming: "BRU") { desk in
            try await desk.after(
                convention: .object([
                    "laboratories": .object(["BRU": .object(["code": .string("LDA15"), "name": .string("Autre")])])
                ]))
        },
        SetupCase("PRO-94", .planWithoutLaboratory, executed: true, naming: "99000001/A (BRU, LEU)") {
            try await $0.after { _, connection in
                try connection.execute("UPDATE requested_plan SET laboratory_id = NULL")
            }
        },
        SetupCase("PRO-95", .laboratoryLabel, naming: "BRU, LEU") {
            try await $0.after { _, connection in
                try connection.execute("UPDATE organisation SET name = 'Labo' WHERE code = 'LDA99'")
            }
        },
        SetupCase("PRO-95", .documentLaboratory, executed: true, naming: "202100000001") { desk in
            _ = try await desk.after { fixture, connection in
                let campaign = try desk.selector.find(in: connection).id
                let beef = try connection.mainIntervention(campaign: campaign, herd: desk.ids.beef)
                guard let beef else { throw FixtureFault.notADay("no intervention") }
                try fixture.insertRow(
                    "edition",
                    [
                        "campaign_id": .int(campaign), "intervention_id": .int(beef.id), "number": 1,
                        "state": "validated", "edited_on": "2020-11-01", "reference_date": "2020-11-01",
                        "display": "sampled", "seed": 1, "rule_version": 1, "validated_at": "2020-11-01T10:00:00Z",
                    ])
                _ = try fixture.laboratory("LDA15")
            }
            try await desk.on("2020-11-02").perform(
                AssignLaboratory(
                    selector: desk.selector, disease: .brucellosis, code: "LDA15", number: "202100000001",
                    reason: "choix de l'éleveur"), as: .authority)
            return desk
        },
        SetupCase("PRO-167", .laboratoryUnknown, naming: "BRU (LDA00)") {
            try await $0.after(setting: "laboratories.BRU", to: "LDA00")
        },
        SetupCase("PRO-167", .laboratoryNotApproved, naming: "LEU (LDA99)") {
            try await $0.after { _, connection in
                try connection.execute("UPDATE organisation SET approved_diseases = 1 WHERE code = 'LDA99'")
            }
        },
        SetupCase("PRO-167", .laboratoryNotApproved, naming: "BRU (LIAL99)") {
            try await $0.after(setting: "laboratories.BRU", to: "LIAL99")
        },
        SetupCase("PRO-101", .setupWithoutLaboratory, naming: "BRU") {
            try await $0.after(setting: "laboratories.BRU", to: "-")
        },
    ]

    @Test(
        "PRO-94, PRO-96, PRO-101: plans without laboratory warn, and stop neither validation nor execution",
        arguments: Engine.allCases)
    func withoutLaboratory(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            try await desk.prepare()
            for disease in ["BRU", "LEU"] { try await desk.set("laboratories.\(disease)", "-") }
            let items = try await desk.perform(ValidateCampaign(selector: desk.selector))
            let item = items.first { $0.finding.code == SetupFinding.setupWithoutLaboratory.rawValue }
            #expect(item?.finding.severity == .warning)
            let outcome = try await desk.perform(ExecuteCampaign(selector: desk.selector))
            #expect(outcome.bloodPlans == 2)
        }
    }
}
