import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

/// The check list of 3.5, and what 3.3 and 3.4 ask beside it: each item fires with its cause, and not without.
@Suite struct CreationCheckTests {
    // PRO-12, PRO-13, PRO-58, PRO-62, PRO-63, PRO-64, PRO-65, PRO-66, PRO-70, PRO-92
    @Test(
        "3.3 and 3.4: dates, milk months, authorisations, convention, orders, justifications",
        arguments: Engine.allCases, frameCases)
    func frame(engine: Engine, item: SetupCase) async throws { try await item.prove(on: engine) }

    static let frameCases: [SetupCase] = [
        SetupCase("PRO-65", .startsEarly) { try await $0.after(setting: "startsOn", to: "2020-08-31", because: "AP") },
        SetupCase("PRO-65", .endsLate) { try await $0.after(setting: "endsOn", to: "2021-06-01", because: "AP") },
        SetupCase("PRO-66", .milkOutsideSlot) { try await $0.after(setting: "milk.leukosisMonth", to: "3") },
        SetupCase("PRO-66", .milkOutsideCampaign) { try await $0.after(setting: "milk.leukosisMonth", to: "mai") },
        // 1 October − 15 days = 16 September, which still is in time (EX-31).
        SetupCase("PRO-62", .authorisationsOverdue) { $0.on("2020-09-17") },
        SetupCase("PRO-12", .conventionIncomplete, naming: "délai") {
            try await $0.after(convention: .object(["orderTransmissionDays": .null]))
        },
        SetupCase("PRO-64", .orderMissing, naming: "TUB") {
            try await $0.after(convention: .object(["orders": .object(["TUB": .string("")])]))
        },
        SetupCase("PRO-63", .delegationDiffers, naming: "TUB") {
            try await $0.after(setting: "delegatedDiseases", to: "BRU, LEU", because: "convention")
        },
        SetupCase("PRO-13", .deviationUnjustified, naming: "sampling.minimumNumber") {
            try await $0.after(setting: "sampling.minimumNumber", to: "12")
        },
        SetupCase("PRO-70", .classRulesMissing, naming: "manade") {
            try await $0.after { fixture, _ in _ = try fixture.campaignHerd("99000003", "M", .bullRanch) }
        },
    ]

    // PRO-48, PRO-69, PRO-71, PRO-73, PRO-74, PRO-77
    @Test("3.5: programming, screening, tests, transfers, producers", arguments: Engine.allCases, programmingCases)
    func programming(engine: Engine, item: SetupCase) async throws { try await item.prove(on: engine) }

    static let programmingCases: [SetupCase] = [
        SetupCase("PRO-71", .programmedElsewhere) { desk in
            try await desk.after { fixture, connection in
                let campaign = try desk.selector.find(in: connection).id
                _ = try fixture.intervention(in: campaign, of: desk.ids.beef)
            }
        },
        SetupCase("PRO-73", .screeningUndefined, naming: "63113 Commune TUB (2)") {
            try await $0.after { _, connection in
                try connection.execute("DELETE FROM screening WHERE insee = '63113' AND disease = 'TUB'")
            }
        },
        SetupCase("PRO-73", .screeningPhase, naming: "63001 LEU") {
            try await $0.after { _, connection in
                try connection.execute(
                    "UPDATE screening SET interval_years = 5, phase = 5 WHERE insee = '63001' AND disease = 'LEU'")
            }
        },
        SetupCase("PRO-74", .wrongTest, naming: "tuberculin.method = EAT") {
            try await $0.after(setting: "tuberculin.method", to: "EAT", because: "essai")
        },
        SetupCase("PRO-74", .wrongTest, executed: true, naming: "99000001/A TUB (IDC)") {
            try await $0.after(setting: "tuberculin.method", to: "IDS", because: "essai")
        },
        SetupCase("PRO-74", .wrongMatrix, executed: true, naming: "99000002/L BRU (lait de mélange)") { desk in
            try await desk.after { _, connection in
                try connection.execute("DELETE FROM authorisation WHERE herd_id = ?", [.int(desk.ids.dairy)])
            }
        },
        SetupCase("PRO-48", .bothMatrices, executed: true) { desk in
            try await desk.after { fixture, connection in
                let campaign = try desk.selector.find(in: connection).id
                let dairy = try connection.mainIntervention(campaign: campaign, herd: desk.ids.dairy)
                guard let dairy else { throw FixtureFault.notADay("no intervention") }
                try fixture.plan(.brucellosis, .blood, in: campaign, dairy.id)
            }
        },
        SetupCase("PRO-77", .transferMissing, executed: true, naming: "99000001/A") { desk in
            let later = try await desk.after { _, connection in
                try connection.execute(
                    "UPDATE herd SET closed_on = ? WHERE id = ?",
                    [SQLValue(Day("2020-12-01")), .int(desk.ids.beef)])
            }
            return later.on("2020-12-01")
        },
        SetupCase("PRO-69", .producerWithoutDairyHerd, naming: "99000001") { desk in
            try await desk.after { fixture, connection in
                try fixture.producer("P1", of: desk.ids.beef, at: desk.ids.dairyLaboratory, connection)
            }
        },
    ]
}
