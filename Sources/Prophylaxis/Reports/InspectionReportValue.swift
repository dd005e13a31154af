import Kernel
import Programmes

/// Value of the inspection report of one intervention from its three evaluations.
///
/// Source: DGAL/SDSPA/2020-653, 10.6.3.3 (PRO-269 to PRO-271); decision 2.
/// Refused while an evaluation is provisional (NE, AR), or while a programmed disease is "without object". Then the
/// first that is found: C, B, PO (gives PE), A; only ND and SO left gives PE.
package enum InspectionReportValue: Rule {
    package static let name = "inspection-report"
    package static let version = 1
    package static let sources: [LegalReference] = [
        .prophylaxis("10.6.3.3", "PRO-270"), .prophylaxis("10.6.3.3", "PRO-269"),
    ]

    /// One value for each disease, by its code.
    package struct ByDisease<Value: Codable & Sendable & Hashable>: Codable, Sendable, Hashable {
        enum CodingKeys: String, CodingKey {
            case brucellosis = "BRU", leukosis = "LEU", tuberculosis = "TUB"
        }
        package let brucellosis: Value
        package let leukosis: Value
        package let tuberculosis: Value

        package init(brucellosis: Value, leukosis: Value, tuberculosis: Value) {
            self.brucellosis = brucellosis
            self.leukosis = leukosis
            self.tuberculosis = tuberculosis
        }

        package subscript(_ disease: Disease) -> Value {
            switch disease {
            case .brucellosis: brucellosis
            case .leukosis: leukosis
            case .tuberculosis: tuberculosis
            }
        }
    }

    package struct Facts: Codable, Sendable {
        package let evaluations: ByDisease<EvaluationValue>
        package let programmed: ByDisease<Bool>?

        package init(evaluations: ByDisease<EvaluationValue>, programmed: ByDisease<Bool>?) {
            self.evaluations = evaluations
            self.programmed = programmed
        }
    }

    package struct Decision: Codable, Sendable, Hashable {
        package let report: ReportValue
        /// The diseases whose evaluation decided.
        package let decidedBy: [Disease]
    }

    package static func decide(_ facts: Facts, _ parameters: NoParameters) throws(RuleFault) -> Decision {
        let evaluations = facts.evaluations
        let provisional = Disease.allCases.filter { !evaluations[$0].isFinal }
        guard provisional.isEmpty else { throw .evaluationNotFinal(diseases: provisional.map(\.rawValue)) }
        if let programmed = facts.programmed {
            let unseen = Disease.allCases.filter { programmed[$0] && evaluations[$0] == .withoutObject }
            guard unseen.isEmpty else { throw .programmedButWithoutObject(diseases: unseen.map(\.rawValue)) }
        }
        let precedence: [(EvaluationValue, ReportValue)] = [
            (.sanitaryNonCompliance, .sanitaryNonCompliance),
            (.administrativeNonCompliance, .administrativeNonCompliance),
            (.notObserved, .notAssessable), (.compliant, .compliant), (.notDelegated, .notAssessable),
        ]
        for (evaluation, report) in precedence {
            let deciding = Disease.allCases.filter { evaluations[$0] == evaluation }
            if !deciding.isEmpty { return Decision(report: report, decidedBy: deciding) }
        }
        return Decision(report: .notAssessable, decidedBy: [])
    }
}
