import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

/// The items of 3.5 and 5.5 on herds and animals: each fires with its cause, and not without.
@Suite struct HerdCheckTests {
    // PRO-68, PRO-75, PRO-76, PRO-78, PRO-79, PRO-80, PRO-82, PRO-83, PRO-102
    @Test("3.5 and 5.5: herds that should not be in, or should", arguments: Engine.allCases, herdsCases)
    func herds(engine: Engine, item: SetupCase) async throws { try await item.prove(on: engine) }

    static let herdsCases: [SetupCase] = [
        SetupCase("PRO-75", .authorisationIncomplete, naming: "99000002/L (BRU)") { desk in
            try await desk.after { fixture, _ in
                try fixture.authorise(desk.ids.beef, .delegation, .brucellosis)
            }
        },
        SetupCase("PRO-75", .herdOfAuthority, naming: "99000001/A") { desk in
            try await desk.after { fixture, connection in
                try fixture.insert(
                    "organisation",
                    ["kind": "authority", "code": "DDPP99", "name": "DDPP", "siret": "99999999900001"])
                let holding = try connection.int("SELECT holding_id FROM herd WHERE id = ?", [.int(desk.ids.beef)])
                try fixture.insert(
                    "establishment", ["holding_id": .int(holding), "siret": "99999999900001", "name": "DDPP"])
            }
        },
        SetupCase("PRO-76", .fatteningIncluded, naming: "99000004/E") { desk in
            _ = try await desk.after { fixture, _ in
                _ = try fixture.campaignHerd("99000004", "E", .fatteningDerogatory)
            }
            return try await desk.after(
                setting: "includedClasses", to: "dairy, beef, fattening-derogatory", because: "essai")
        },
        SetupCase("PRO-76", .fatteningIncluded, executed: true, naming: "99000001/A") { desk in
            try await desk.after { fixture, _ in try fixture.authorise(desk.ids.beef, .fatteningDerogation) }
        },
        SetupCase("PRO-78", .requalificationIncluded, naming: "99000001/A") { desk in
            _ = try await desk.after { fixture, _ in try fixture.authorise(desk.ids.beef, .requalification) }
            return try await desk.after(setting: "includedHerds", to: "99000001/A")
        },
        SetupCase("PRO-79", .riskHerdOmitted, naming: "99000005/B") { desk in
            try await desk.after { fixture, _ in
                let herd = try fixture.campaignHerd("99000005", "B", .fatteningIndoor)
                try fixture.authorise(herd, .repopulated, .tuberculosis)
            }
        },
        SetupCase("PRO-68", .namedHerdUnknown, naming: "99000088/Z") {
            try await $0.after(setting: "excludedHerds", to: "99000088/Z")
        },
        SetupCase("PRO-102", .herdMissing, naming: "99000006/R (reproduction agréée)") { desk in
            try await desk.after { fixture, connection in
                let herd = try fixture.campaignHerd("99000006", "R", .beef)
                let campaign = try fixture.campaign(CampaignParameters(department: "63", prophylaxisYear: 2020))
                try connection.execute("UPDATE campaign SET name = 'PB' WHERE id = ?", [.int(campaign)])
                _ = try fixture.intervention(in: campaign, of: herd)
                try fixture.authorise(herd, .approvedBreeding)
            }
        },
        SetupCase("PRO-80", .ageLimit, naming: "tuberculin.riskHerdAgeMonths") {
            try await $0.after(setting: "tuberculin.riskHerdAgeMonths", to: "25")
        },
        SetupCase("PRO-80", .ageLimit, naming: "tuberculin.ageMonthsByCommune.63999") {
            try await $0.after(setting: "tuberculin.ageMonthsByCommune.63999", to: "12")
        },
        SetupCase("PRO-80", .herdWithoutCattle, naming: "99000001/A") { desk in
            try await desk.after { _, connection in
                try connection.execute("DELETE FROM herd_assignment WHERE herd_id = ?", [.int(desk.ids.beef)])
            }
        },
    ]

    // PRO-52, PRO-99, PRO-100, PRO-107, PRO-113, PRO-114, PRO-115, PRO-116, PRO-117, PRO-121
    @Test("5.5 and 6.5: plans, interventions, news, milk", arguments: Engine.allCases, executionCases)
    func execution(engine: Engine, item: SetupCase) async throws { try await item.prove(on: engine) }

    static let executionCases: [SetupCase] = [
        SetupCase("PRO-99", .diseaseWithoutPlan, naming: "LEU") {
            try await $0.after { _, connection in
                try connection.execute("UPDATE screening SET interval_years = 0 WHERE disease = 'LEU'")
            }
        },
        SetupCase("PRO-99", .planMissing, executed: true, naming: "99000001/A (LEU)") { desk in
            try await desk.after { _, connection in
                try connection.execute("DELETE FROM requested_plan WHERE disease = 'LEU' AND matrix = 'blood'")
            }
        },
        SetupCase("PRO-100", .communeWrong, naming: "99000001/A") { desk in
            try await desk.after { _, connection in
                try connection.execute(
                    "UPDATE holding SET insee = '15001' WHERE number = '99000001'")
            }
        },
        SetupCase("PRO-107", .milkYearsUneven) { desk in
            try await desk.after { fixture, _ in
                for number in 0..<10 {
                    let herd = try fixture.campaignHerd("990001\(10 + number)", "L", .dairy, delivery: .dairy)
                    try fixture.authorise(herd, .bloodTestExemption)
                    // 2021 = 5 × 404 + 1: due. Two in ten would be fair, four are not too many, five are.
                    try fixture.rhythm(.leukosis, every: 5, phase: number < 5 ? 1 : 2, herd: herd)
                }
            }
        },
        SetupCase("PRO-113", .interventionMissing, executed: true, naming: "99000007/A") {
            try await $0.after { fixture, _ in _ = try fixture.campaignHerd("99000007", "A", .beef) }
        },
        SetupCase("PRO-121", .withoutVeterinarian, executed: true) {
            try await $0.after { _, connection in
                try connection.execute("UPDATE intervention SET veterinarian_id = NULL")
            }
        },
        SetupCase("PRO-114", .vetsNotInformed, executed: true) {
            try await $0.after { _, connection in
                try connection.execute("DELETE FROM letter WHERE kind = 'practice-list'")
            }
        },
        SetupCase("PRO-114", .farmersNotInformed, executed: true) {
            try await $0.after { _, connection in
                try connection.execute("DELETE FROM letter WHERE kind = 'information-campagne'")
            }
        },
        SetupCase("PRO-115", .dairyHerdWithoutProducer, naming: "99000002/L") {
            try await $0.after { _, connection in try connection.execute("DELETE FROM dairy_producer") }
        },
        SetupCase("PRO-116", .exemptionWrong, naming: "99000002/L") {
            try await $0.after { _, connection in
                try connection.execute("UPDATE herd SET milk_delivery = 'direct' WHERE class = 'dairy'")
            }
        },
        SetupCase("PRO-116", .exemptionWrong, naming: "99000002/L") {
            try await $0.after { _, connection in
                try connection.execute("UPDATE authorisation SET disease = 'BRU' WHERE kind = 'blood-test-exemption'")
            }
        },
        SetupCase("PRO-117", .milkGap, executed: true, naming: "99000002/L LEU") { desk in
            let later = try await desk.after { fixture, connection in
                let holding = try connection.int("SELECT holding_id FROM herd WHERE id = ?", [.int(desk.ids.dairy)])
                try fixture.milk("BRU", of: holding, "2020-11-10", "NEG", by: desk.ids.dairyLaboratory)
            }
            return later.on("2020-12-01")
        },
    ]

    @Test("PRO-107: two in ten, and up to four, are no remark", arguments: Engine.allCases)
    func spreadYears(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            try await desk.prepare()
            try await desk.write { fixture, _ in
                for number in 0..<10 {
                    let herd = try fixture.campaignHerd("990001\(10 + number)", "L", .dairy, delivery: .dairy)
                    try fixture.authorise(herd, .bloodTestExemption)
                    try fixture.rhythm(.leukosis, every: 5, phase: number < 4 ? 1 : 2, herd: herd)
                }
            }
            let codes = try await desk.check().map(\.finding.code)
            #expect(!codes.contains(SetupFinding.milkYearsUneven.rawValue))
        }
    }

    @Test("PRO-117: the month is not over yet, nothing is missing", arguments: Engine.allCases)
    func monthNotOver(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            try await desk.execute()
            let codes = try await desk.on("2020-11-30").check().map(\.finding.code)
            #expect(!codes.contains(SetupFinding.milkGap.rawValue))
        }
    }
}
