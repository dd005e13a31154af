import Kernel
import Programmes
import Prophylaxis
import Register
import Testing

@Suite struct RequiredPlansTests {
    private func decide(
        _ herdClass: HerdClass = .beef, year: Int = 2021, delivery: MilkDelivery = .none,
        _ parameters: RequiredPlans.Parameters = RequiredPlans.Parameters(),
        _ change: (inout RequiredPlans.Facts) -> Void = { _ in }
    ) throws -> RequiredPlans.Decision {
        let start: Day = "2020-10-01"
        var facts = RequiredPlans.Facts(herdClass: herdClass, campaignStart: start, campaignYear: year)
        facts.milkDelivery = delivery
        (facts.brucellosis, facts.leukosis, facts.tuberculosis) = (.notScreened, .notScreened, .notScreened)
        change(&facts)
        return try RequiredPlans.decide(facts, parameters)
    }

    private func names(_ decision: RequiredPlans.Decision) -> [String] {
        decision.plans.map { "\($0.disease.rawValue) \($0.matrix.rawValue) \($0.method.rawValue)" }
    }

    @Test("PRO-56: blood for brucellosis and leukosis, comparative tuberculin, each only when due")
    func beef() throws {
        let all = try decide { ($0.brucellosis, $0.leukosis, $0.tuberculosis) = (.due, .due, .due) }
        #expect(names(all) == ["BRU blood EAT", "LEU blood ELISA", "TUB skin IDC"])
        let one = try decide { ($0.leukosis, $0.tuberculosis) = (.due, .notThisYear) }
        #expect(names(one) == ["LEU blood ELISA"])
        #expect(
            one.absences.map(\.reason) == [.notScreened, .notThisYear])
    }

    @Test("PRO-24: officially free by derogation frees from BRU and LEU prophylaxis, not from TUB nor from a risk")
    func exemptQualification() throws {
        func plans(_ exempt: [Disease], risk: [Disease] = []) throws -> RequiredPlans.Decision {
            try decide {
                ($0.brucellosis, $0.leukosis, $0.tuberculosis) = (.due, .due, .due)
                $0.exemptQualifications = exempt
                $0.riskDiseases = risk
            }
        }
        #expect(names(try plans([])) == ["BRU blood EAT", "LEU blood ELISA", "TUB skin IDC"])
        let one = try plans([.brucellosis])
        #expect(names(one) == ["LEU blood ELISA", "TUB skin IDC"])
        #expect(one.absences.map(\.reason) == [.officiallyFreeDerogation])
        #expect(names(try plans(Disease.allCases)) == ["TUB skin IDC"])
        #expect(
            names(try plans([.brucellosis, .leukosis], risk: [.brucellosis])) == ["BRU blood EAT", "TUB skin IDC"])
    }

    @Test(
        "PRO-48, PRO-52, PRO-59: milk only where the herd is exempt and delivers to a dairy, never beside blood",
        arguments: [
            (MilkDelivery.dairy, true, Matrix.milk, RequiredPlans.Reason.bulkMilk),
            (.dairy, false, .blood, .noExemption),
            (.direct, true, .blood, .exemptionWithoutDelivery),
            (.direct, false, .blood, .noExemption),
            (.none, true, .blood, .exemptionWithoutDelivery),
        ])
    func matrix(delivery: MilkDelivery, isExempt: Bool, matrix: Matrix, reason: RequiredPlans.Reason) throws {
        let decision = try decide(.dairy, delivery: delivery) {
            ($0.brucellosis, $0.leukosis) = (.due, .due)
            $0.bloodTestExemptions = isExempt ? [.brucellosis, .leukosis] : []
        }
        #expect(decision.plans.map(\.matrix) == [matrix, matrix])
        #expect(decision.plans.allSatisfy { $0.reasons == [.screening, reason] })
        #expect(decision.plans.allSatisfy { ($0.dueMonth != nil) == (matrix == .milk) })
    }

    @Test("PRO-48, PRO-59: an exemption counts for its own disease only")
    func partialExemption() throws {
        let decision = try decide(.dairy, delivery: .dairy) {
            ($0.brucellosis, $0.leukosis) = (.due, .due)
            $0.bloodTestExemptions = [.leukosis]
        }
        #expect(names(decision) == ["BRU blood EAT", "LEU milk ELISA"])
    }

    @Test("PRO-108: each disease has its fixed month, in the first such month of the campaign")
    func months() throws {
        var parameters = RequiredPlans.Parameters()
        (parameters.milk.brucellosisMonth, parameters.milk.leukosisMonth) = (10, 2)
        let decision = try decide(.dairy, delivery: .dairy, parameters) {
            ($0.brucellosis, $0.leukosis) = (.due, .due)
            $0.bloodTestExemptions = [.brucellosis, .leukosis]
        }
        #expect(decision.plans.compactMap { $0.dueMonth?.description } == ["2020-10-01", "2021-02-01"])
    }

    @Test("PRO-108: a month that is none is a fault", arguments: [0, 13])
    func noMonth(month: Int) {
        var parameters = RequiredPlans.Parameters()
        parameters.milk.leukosisMonth = month
        #expect(throws: RuleFault.invalidValue(field: "milk.leukosisMonth", problem: .outOfRange)) {
            try decide(.dairy, parameters)
        }
    }

    @Test("PRO-79: a herd at risk of a disease is tested for it every year, whatever its rhythm")
    func risk() throws {
        let decision = try decide { $0.riskDiseases = [.tuberculosis] }
        #expect(names(decision) == ["TUB skin IDC"])
        #expect(decision.plans.map(\.reasons) == [[.riskHerd]])
    }

    @Test(
        "PRO-110: raw milk is tested never, every year, or every third year by the authority's analysis",
        arguments: [
            (0, 0, 2021, false), (1, 0, 2021, true), (3, 0, 2021, false), (3, 2, 2021, true), (3, 2, 2022, false),
            (3, 2, 2024, true),
        ])
    func rawMilk(interval: Int, phase: Int, year: Int, isDue: Bool) throws {
        var parameters = RequiredPlans.Parameters()
        (parameters.tuberculin.rawMilkIntervalYears, parameters.tuberculin.rawMilkPhase) = (interval, phase)
        let decision = try decide(.dairy, year: year, delivery: .direct, parameters) { $0.rawMilkSale = true }
        #expect(decision.plans.map(\.reasons) == (isDue ? [[.rawMilk]] : []))
        let without = try decide(.dairy, year: year, delivery: .direct, parameters)
        #expect(without.plans.isEmpty)
    }

    @Test("PRO-70: a class with a closer rhythm of its own is tested every year")
    func annualClass() throws {
        var parameters = RequiredPlans.Parameters()
        parameters.tuberculin.annualClasses = [.bullRanch]
        #expect(try names(decide(.bullRanch, parameters)) == ["TUB skin IDC"])
        #expect(try decide(.beef, parameters).plans.isEmpty)
    }

    @Test(
        "PRO-74: zones of their own method", arguments: [("63001", TestMethod.simpleSkin), ("63002", .comparativeSkin)])
    func zone(insee: String, method: TestMethod) throws {
        var parameters = RequiredPlans.Parameters()
        parameters.tuberculin.methodByCommune = ["63001": .simpleSkin]
        let decision = try decide(parameters: parameters, insee: insee)
        #expect(decision.plans.map(\.method) == [method])
    }

    private func decide(parameters: RequiredPlans.Parameters, insee: String) throws -> RequiredPlans.Decision {
        try decide(.beef, parameters) {
            $0.tuberculosis = .due
            $0.insee = insee
        }
    }
}
