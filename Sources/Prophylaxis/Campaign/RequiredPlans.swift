import Kernel
import Programmes
import Register

/// The tests that a herd of the campaign gets: disease × matrix × method, with the month of a bulk-milk sampling.
///
/// Source: DGAL/SDSPA/2020-653, 3.1 (PRO-56, PRO-59), 2.6.3 (PRO-52), 6.4.1 (PRO-108), 6.4.2 (PRO-110), 3.5 (PRO-79),
/// 3.4.4 NB 2 (PRO-70). A disease is due by screening rhythm, or every year in a herd at risk of it. Milk stands in
/// for blood only where the herd is exempt from blood tests and delivers to a dairy; so never both (PRO-48).
package enum RequiredPlans: Rule {
    package static let name = "required-plans"
    package static let version = 1
    package static let sources: [LegalReference] = [
        .prophylaxis("3.1", "PRO-56"), .prophylaxis("1.3 NB", "PRO-24"), .prophylaxis("3.3 NB 1", "PRO-59"),
        .prophylaxis("6.4.1", "PRO-108"),
        .prophylaxis("6.4.2", "PRO-110"), .prophylaxis("2.5", "PRO-48"),
    ]

    package struct Facts: Codable, Sendable {
        package let herdClass: HerdClass
        package let campaignStart: Day
        package let campaignYear: Int
        /// Commune of the holding (INSEE), for the zones of tuberculin testing.
        package var insee: String?
        package var milkDelivery = MilkDelivery.none
        package var brucellosis = ScreeningRank.Reason.undefined
        package var leukosis = ScreeningRank.Reason.undefined
        package var tuberculosis = ScreeningRank.Reason.undefined
        /// Diseases of a standing exemption from blood tests.
        package var bloodTestExemptions: [Disease] = []
        /// Diseases for which the herd is *officiellement indemne dérogataire*: no prophylaxis without a risk (PRO-24).
        package var exemptQualifications: [Disease] = []
        /// Diseases of which the herd is at risk: repopulated, contact zone, specific risk.
        package var riskDiseases: [Disease] = []
        package var rawMilkSale = false

        package init(herdClass: HerdClass, campaignStart: Day, campaignYear: Int) {
            self.herdClass = herdClass
            self.campaignStart = campaignStart
            self.campaignYear = campaignYear
        }
    }

    package struct Parameters: RuleParameters, Hashable {
        package var brucellosisMethod = TestMethod.bufferedAntigen
        package var leukosisMethod = TestMethod.elisa
        package var tuberculin = TuberculinParameters()
        package var milk = MilkParameters()
        package init() {}
    }

    package enum Reason: String, Codable, Sendable, CaseIterable {
        // Why a plan is there.
        case screening
        case riskHerd = "risk-herd"
        case rawMilk = "raw-milk"
        case annualClass = "annual-class"
        // Why its matrix is what it is.
        case bulkMilk = "bulk-milk"
        case noExemption = "no-exemption"
        case exemptionWithoutDelivery = "exemption-without-delivery"
        // Why there is none.
        case notThisYear = "not-this-year"
        case notScreened = "not-screened"
        case undefinedRhythm = "undefined-rhythm"
        case officiallyFreeDerogation = "officially-free-derogation"
    }

    package struct Plan: Codable, Sendable, Hashable {
        package let disease: Disease
        package let matrix: Matrix
        package let method: TestMethod
        /// First day of the month of a bulk-milk sampling.
        package let dueMonth: Day?
        package let reasons: [Reason]
    }

    /// A disease without plan, and why.
    package struct Absence: Codable, Sendable, Hashable {
        package let disease: Disease
        package let reason: Reason
    }

    package struct Decision: Codable, Sendable, Hashable {
        package let plans: [Plan]
        package let absences: [Absence]
    }

    package static func decide(_ facts: Facts, _ parameters: Parameters) throws(RuleFault) -> Decision {
        for (field, month) in [
            ("milk.brucellosisMonth", parameters.milk.brucellosisMonth),
            ("milk.leukosisMonth", parameters.milk.leukosisMonth),
        ] where !(1...12).contains(month) {
            throw .invalidValue(field: field, problem: .outOfRange)
        }
        var (plans, absences): ([Plan], [Absence]) = ([], [])
        for disease in Disease.allCases {
            let reasons = dueReasons(disease, facts, parameters)
            if reasons.isEmpty {
                absences.append(Absence(disease: disease, reason: absence(disease, facts)))
            } else if disease == .tuberculosis {
                plans.append(skinPlan(facts, parameters, reasons))
            } else {
                plans.append(bloodOrMilkPlan(disease, facts, parameters, reasons))
            }
        }
        return Decision(plans: plans, absences: absences)
    }
}

// MARK: - Is it due?

extension RequiredPlans {
    private static func dueReasons(_ disease: Disease, _ facts: Facts, _ parameters: Parameters) -> [Reason] {
        var reasons: [Reason] = []
        if facts.screening(of: disease) == .due, !facts.isExemptByQualification(disease) { reasons.append(.screening) }
        if facts.riskDiseases.contains(disease) { reasons.append(.riskHerd) }
        guard disease == .tuberculosis else { return reasons }
        if facts.rawMilkSale, isRawMilkYear(facts.campaignYear, parameters.tuberculin) { reasons.append(.rawMilk) }
        if parameters.tuberculin.annualClasses.contains(facts.herdClass) { reasons.append(.annualClass) }
        return reasons
    }

    /// PRO-110: never, every year, every third year, by the authority's risk analysis.
    private static func isRawMilkYear(_ year: Int, _ parameters: TuberculinParameters) -> Bool {
        let interval = parameters.rawMilkIntervalYears
        return interval > 0 && (year - parameters.rawMilkPhase) % interval == 0
    }

    private static func absence(_ disease: Disease, _ facts: Facts) -> Reason {
        if facts.isExemptByQualification(disease) { return .officiallyFreeDerogation }
        return switch facts.screening(of: disease) {
        case .undefined: .undefinedRhythm
        case .notScreened: .notScreened
        case .notThisYear, .due: .notThisYear
        }
    }
}

// MARK: - With what?

extension RequiredPlans {
    private static func skinPlan(_ facts: Facts, _ parameters: Parameters, _ reasons: [Reason]) -> Plan {
        let zone = facts.insee.flatMap { parameters.tuberculin.methodByCommune[$0] }
        return Plan(
            disease: .tuberculosis, matrix: .skin, method: zone ?? parameters.tuberculin.method, dueMonth: nil,
            reasons: reasons)
    }

    private static func bloodOrMilkPlan(
        _ disease: Disease, _ facts: Facts, _ parameters: Parameters, _ reasons: [Reason]
    ) -> Plan {
        let isExempt = facts.bloodTestExemptions.contains(disease)
        if isExempt, facts.milkDelivery == .dairy {
            let month = disease == .brucellosis ? parameters.milk.brucellosisMonth : parameters.milk.leukosisMonth
            let due = MilkMonth.firstDay(ofMonth: month, campaignStart: facts.campaignStart)
            return Plan(
                disease: disease, matrix: .milk, method: .elisa, dueMonth: due, reasons: reasons + [.bulkMilk])
        }
        let method = disease == .brucellosis ? parameters.brucellosisMethod : parameters.leukosisMethod
        return Plan(
            disease: disease, matrix: .blood, method: method, dueMonth: nil,
            reasons: reasons + [isExempt ? .exemptionWithoutDelivery : .noExemption])
    }
}

extension RequiredPlans.Facts {
    /// The state exists for brucellosis and leukosis only (PRO-24).
    fileprivate func isExemptByQualification(_ disease: Disease) -> Bool {
        disease != .tuberculosis && exemptQualifications.contains(disease)
    }

    package func screening(of disease: Disease) -> ScreeningRank.Reason {
        switch disease {
        case .brucellosis: brucellosis
        case .leukosis: leukosis
        case .tuberculosis: tuberculosis
        }
    }
}
