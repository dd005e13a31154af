import Documents
import Kernel
import Programmes
import Prophylaxis
import Store

/// A report that may be issued: its value, and everything that is frozen with it.
struct ReportDraft: Sendable {
    let subject: ReportSubject
    let rows: [EvaluationRow]
    let decision: InspectionReportValue.Decision
    let completedOn: Day?

    /// - Throws: `Refused` with the reason why no report can be issued (PRO-269, PRO-177, decisions 2 and 8).
    init(_ subject: ReportSubject, _ rows: [EvaluationRow], completedOn given: Day?) throws {
        self.subject = subject
        self.rows = rows
        guard rows.count == Disease.allCases.count else {
            throw Refused(EvaluationFinding.notComputed, ["intervention": subject.number])
        }
        guard !subject.hasNonCompletion else {
            throw Refused(EvaluationFinding.nonCompletionStands, ["intervention": subject.number])
        }
        try ReportDraft.requireAcknowledged(rows)
        decision = try ReportDraft.decide(subject, rows)
        let visit = rows.compactMap(\.finishedOn).max()
        let milk = subject.hasVisitPlan ? nil : rows.compactMap(\.milkLastOn).max()
        completedOn = given ?? visit ?? milk
        if completedOn == nil, rows.contains(where: { $0.facts.tested > 0 }) {
            throw Refused(EvaluationFinding.completionDateMissing, ["intervention": subject.number])
        }
    }

    /// An evaluation that stood before a non-negative came and was taken back again is not passed on unseen.
    private static func requireAcknowledged(_ rows: [EvaluationRow]) throws {
        let passing: [EvaluationValue] = [.compliant, .administrativeNonCompliance]
        let awaiting = rows.filter { $0.facts.removalAwaitsAuthority && passing.contains($0.standingValue) }
        guard awaiting.isEmpty else {
            throw Refused(
                awaiting.map { row in
                    Finding(
                        EvaluationGuard.Objection.removalAwaitsAuthority, .refused,
                        ["intervention": row.number, "disease": row.facts.disease.rawValue])
                })
        }
    }

    private static func decide(
        _ subject: ReportSubject, _ rows: [EvaluationRow]
    ) throws -> InspectionReportValue.Decision {
        let values = Dictionary(uniqueKeysWithValues: rows.map { ($0.facts.disease, $0) })
        let evaluations = InspectionReportValue.ByDisease(
            brucellosis: values[.brucellosis]?.standingValue ?? .notEvaluated,
            leukosis: values[.leukosis]?.standingValue ?? .notEvaluated,
            tuberculosis: values[.tuberculosis]?.standingValue ?? .notEvaluated)
        let programmed = InspectionReportValue.ByDisease(
            brucellosis: values[.brucellosis]?.isProgrammed ?? false,
            leukosis: values[.leukosis]?.isProgrammed ?? false,
            tuberculosis: values[.tuberculosis]?.isProgrammed ?? false)
        do {
            return try InspectionReportValue.decide(
                .init(evaluations: evaluations, programmed: programmed), .init())
        } catch {
            throw refusal(subject, error)
        }
    }

    private static func refusal(_ subject: ReportSubject, _ fault: RuleFault) -> any Error {
        switch fault {
        case .evaluationNotFinal(let diseases):
            Refused(
                EvaluationFinding.evaluationNotFinal,
                ["intervention": subject.number, "diseases": diseases.joined(separator: ", ")])
        case .programmedButWithoutObject(let diseases):
            Refused(
                EvaluationFinding.programmedWithoutObject,
                ["intervention": subject.number, "diseases": diseases.joined(separator: ", ")])
        case .invalidValue: fault
        }
    }
}

extension EvaluationRow {
    var isProgrammed: Bool { facts.proposal.reason != .notProgrammed }

    /// The stored evaluation, or the default of table 5: SO without a plan, ND when not delegated, else NE (AMB-14).
    var standingValue: EvaluationValue {
        if let value { return value }
        switch facts.proposal.evaluation {
        case .withoutObject, .notDelegated: return facts.proposal.evaluation
        default: return .notEvaluated
        }
    }

    /// `40 demandés, 36 testés, 0 non négatif`
    var figures: String {
        let nonNegative = facts.nonNegative > 1 ? "non négatifs" : "non négatif"
        return "\(facts.requested) demandés, \(facts.tested) testés, \(facts.nonNegative) \(nonNegative)"
    }
}

/// What is kept of a report's facts, as canonical JSON: with it anyone can run the rules again.
struct FrozenReport: Codable, Sendable {
    struct Evaluation: Codable, Sendable {
        let disease: Disease
        let status: Status
        let reasons: [DiseaseStatus.Reason]
        let proposal: EvaluationProposal.Decision
        let evaluation: EvaluationValue
        let comment: String?
        let proof: String?
        let requested: Int
        let tested: Int
        let testedOffDocument: Int
        let nonNegative: Int
        let doubtfulSeen: Int
        let startedOn: Day?
        let finishedOn: Day?
        let milkLastOn: Day?
    }

    let intervention: String
    let herd: String
    let holding: String
    /// Digest of the campaign's parameters.
    let parameters: String
    let ruleVersions: [String: Int]
    let evaluations: [Evaluation]
    let report: ReportValue
    let decidedBy: [Disease]

    init(_ draft: ReportDraft, parameters: ContentDigest) {
        intervention = draft.subject.number
        herd = draft.subject.herd
        holding = draft.subject.holding
        self.parameters = parameters.hex
        ruleVersions = [
            DiseaseStatus.name: DiseaseStatus.version, EvaluationProposal.name: EvaluationProposal.version,
            InspectionReportValue.name: InspectionReportValue.version,
        ]
        evaluations = draft.rows.map { row in
            Evaluation(
                disease: row.facts.disease, status: row.facts.status, reasons: row.reasons,
                proposal: row.facts.proposal, evaluation: row.standingValue, comment: row.comment, proof: row.proof,
                requested: row.facts.requested, tested: row.facts.tested,
                testedOffDocument: row.facts.testedOffDocument, nonNegative: row.facts.nonNegative,
                doubtfulSeen: row.facts.doubtfulSeen, startedOn: row.startedOn, finishedOn: row.finishedOn,
                milkLastOn: row.milkLastOn)
        }
        report = draft.decision.report
        decidedBy = draft.decision.decidedBy
    }
}
