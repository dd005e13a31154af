import Prophylaxis
import Testing

/// Every value of table 5 against what is known of the disease.
@Suite struct EvaluationGuardTests {
    typealias Objection = EvaluationGuard.Objection

    /// What is known of a disease.
    enum Known: String, CaseIterable, Sendable {
        case nothingTested, partlyTested, withoutAnomaly, anomaly, suspicion, evidence, retestOrdered, removalOpen

        var facts: EvaluationGuard.Facts {
            func facts(
                _ status: Status, _ value: EvaluationValue, _ reason: EvaluationProposal.Reason, _ tested: Int,
                nonNegative: Int = 0, removal: Bool = false
            ) -> EvaluationGuard.Facts {
                EvaluationGuard.Facts(
                    disease: .brucellosis, status: status,
                    proposal: .init(evaluation: value, comment: nil, reason: reason), counts: (10, tested, 0),
                    suspicions: (nonNegative, 0), removalAwaitsAuthority: removal)
            }
            return switch self {
            case .nothingTested: facts(.inProgress, .notEvaluated, .notDoneYet, 0)
            case .partlyTested: facts(.inProgress, .notEvaluated, .underSampledCurable, 5)
            case .withoutAnomaly: facts(.withoutAnomaly, .compliant, .compliant, 10)
            case .anomaly: facts(.administrativeAnomaly, .administrativeNonCompliance, .delay, 10)
            case .suspicion: facts(.sanitaryAnomaly, .notEvaluated, .decisionAwaited, 10, nonNegative: 1)
            case .evidence: facts(.inProgress, .notObserved, .evidenceOnly, 0)
            case .retestOrdered: facts(.sanitaryAnomaly, .awaitingRetest, .retestOrdered, 10, nonNegative: 1)
            case .removalOpen: facts(.withoutAnomaly, .compliant, .compliant, 10, removal: true)
            }
        }
    }

    /// What is objected to A, B, C and PO, in this order: without a word, and with a comment and its proof.
    static let table: [(Known, bare: [[Objection]], proven: [[Objection]])] = [
        (
            .nothingTested, [[.notRealised], [.anomalyNotNamed], [.evidenceMissing], [.evidenceMissing]],
            [[.notRealised], [], [], []]
        ),
        (
            .partlyTested, [[.notRealised], [.anomalyNotNamed], [.evidenceMissing], [.evidenceMissing]],
            [[.notRealised], [], [], []]
        ),
        (.withoutAnomaly, [[], [.anomalyNotNamed], [.evidenceMissing], [.evidenceMissing]], [[], [], [], []]),
        (.anomaly, [[.anomalyNeedsProof], [], [.evidenceMissing], [.evidenceMissing]], [[], [], [], []]),
        (
            .suspicion,
            [
                [.nonNegativeStands], [.nonNegativeStands, .anomalyNotNamed], [],
                [.nonNegativeStands, .evidenceMissing],
            ],
            [[.nonNegativeStands], [.nonNegativeStands], [], [.nonNegativeStands]]
        ),
        (.evidence, [[.notRealised], [.anomalyNotNamed], [.evidenceMissing], []], [[.notRealised], [], [], []]),
        (
            .retestOrdered,
            [
                [.nonNegativeStands], [.nonNegativeStands, .anomalyNotNamed], [],
                [.nonNegativeStands, .evidenceMissing],
            ],
            [[.nonNegativeStands], [.nonNegativeStands], [], [.nonNegativeStands]]
        ),
        (
            .removalOpen,
            [
                [.removalAwaitsAuthority], [.removalAwaitsAuthority, .anomalyNotNamed], [],
                [.removalAwaitsAuthority, .evidenceMissing],
            ],
            [[.removalAwaitsAuthority], [.removalAwaitsAuthority], [], [.removalAwaitsAuthority]]
        ),
    ]

    @Test(
        "PRO-242, PRO-243, PRO-246, PRO-247, PRO-248, AMB-21, decision 4: each value only on what is known",
        arguments: table)
    func values(_ known: Known, bare: [[Objection]], proven: [[Objection]]) {
        let values: [EvaluationValue] = [
            .compliant, .administrativeNonCompliance, .sanitaryNonCompliance, .notObserved,
        ]
        for (index, value) in values.enumerated() {
            let alone = EvaluationGuard.objections(to: .init(value: value), known.facts)
            #expect(alone == bare[index], "\(known) \(value.rawValue)")
            let choice = EvaluationGuard.Choice(value: value, comment: "motif", proof: "pièce 12")
            #expect(EvaluationGuard.objections(to: choice, known.facts) == proven[index], "\(known) \(value.rawValue)")
        }
    }

    @Test("PRO-240: NE resets whatever stands", arguments: Known.allCases)
    func reset(_ known: Known) {
        #expect(EvaluationGuard.objections(to: .init(value: .notEvaluated), known.facts).isEmpty)
    }
}
