import Kernel
import Prophylaxis

/// One disease of an intervention as it was last computed, whether or not a report stands.
package struct ShownState: Sendable {
    package let disease: Disease
    package let status: Status
    package let reasons: [DiseaseStatus.Reason]
    package let proposal: EvaluationProposal.Decision
    package let requested: Int
    package let tested: Int
    package let nonNegative: Int
    package let uninterpretable: Int
    package let awaitingDecision: Int
    package let doubtfulSeen: Int
    package let testedOffDocument: Int
    package let presentUntested: Int
    package let startedOn: Day?
    package let finishedOn: Day?
    package let milkFirstOn: Day?
    package let milkLastOn: Day?
    package let lastResultOn: Day?
    package let computedOn: Day
    package let changesOn: Day?
}

extension Connection {
    package func shownStates(of intervention: InterventionIdentity) throws -> [ShownState] {
        try all(
            """
            SELECT disease, status, reasons, proposal, proposal_comment, proposal_reason, requested, tested,
                non_negative, uninterpretable, awaiting_decision, doubtful_seen, tested_off_document,
                present_untested, started_on, finished_on, milk_first_on, milk_last_on, last_result_on, computed_on,
                changes_on
            FROM disease_state WHERE campaign_id = ? AND intervention_id = ? ORDER BY disease
            """, [.int(intervention.campaign), .int(intervention.id)]
        ) { try ShownState($0) }
    }
}

extension ShownState {
    fileprivate init(_ row: borrowing Row) throws {
        disease = try row.code(0)
        status = try row.code(1)
        reasons = row.text(2).split(separator: " ").compactMap { DiseaseStatus.Reason(rawValue: String($0)) }
        proposal = EvaluationProposal.Decision(
            evaluation: try row.code(3), comment: try row.codeOrNil(4), reason: try row.code(5))
        requested = Int(row.int(6))
        tested = Int(row.int(7))
        nonNegative = Int(row.int(8))
        uninterpretable = Int(row.int(9))
        awaitingDecision = Int(row.int(10))
        doubtfulSeen = Int(row.int(11))
        testedOffDocument = Int(row.int(12))
        presentUntested = Int(row.int(13))
        startedOn = row.dayOrNil(14)
        finishedOn = row.dayOrNil(15)
        milkFirstOn = row.dayOrNil(16)
        milkLastOn = row.dayOrNil(17)
        lastResultOn = row.dayOrNil(18)
        computedOn = row.day(19)
        changesOn = row.dayOrNil(20)
    }
}
