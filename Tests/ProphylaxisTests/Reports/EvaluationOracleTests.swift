import Kernel
import Prophylaxis
import Testing

/// The nine clauses of the contract, read out one after the other.
private func expected(_ facts: EvaluationProposal.Facts, _ rule: EvaluationProposal.TuberculinRule) -> String {
    let tested = facts.tested ?? 0
    if !facts.programmed { return "SO" }
    if facts.suspended || !facts.delegated { return "ND" }
    if facts.nonNegative > 0 || facts.doubtfulSeen > 0 {
        if facts.disease != .brucellosis { return "C" }
        if facts.retest == .none { return "NE" }
        if facts.retest == .ordered { return "AR" }
        if facts.retest == .negativeNotReceived { return "PO" }
        if facts.retest == .positive || facts.retest == .notDone { return "C" }
    }
    if facts.evidence && (facts.tested == nil || facts.tested == 0) { return "PO" }
    if facts.disease == .tuberculosis && facts.tested == nil && !facts.delayAnomaly { return "PO" }
    if facts.nonCompletionDecision { return "NE" }
    if facts.delayAnomaly { return "B" }
    if tested == 0 { return facts.computedOn > facts.campaignEnd ? "B" : "NE" }
    var short =
        facts.requested > 10
        ? facts.requested - facts.requested / 10 > tested : facts.requested - 1 > tested
    if facts.disease == .tuberculosis {
        if rule == .noTolerance { short = tested < facts.requested }
        if rule == .table6 {
            short = tested * 10 < facts.requested * 9
            if !short && tested < facts.requested { return "B tub-90-99" }
        }
    }
    if short {
        var limit = facts.campaignEnd.number
        if let visit = facts.firstVisit, visit.number + 90 < limit { limit = visit.number + 90 }
        return facts.computedOn.number > limit ? "B" : "NE complete-sampling"
    }
    return "A"
}

@Suite("evaluation-proposal: against an oracle")
struct EvaluationOracleTests {
    private static let counts: [(Int, Int?)] = [
        (0, nil), (0, 0), (0, 3), (1, 1), (2, 1), (10, 8), (10, 9), (10, 10), (11, 9), (60, 53), (60, 54), (60, 59),
        (60, 60),
        (20, nil), (20, 0),
    ]
    private static let days: [(Day?, Day)] = [
        (nil, "2021-04-30"), (nil, "2021-05-01"), ("2020-11-02", "2021-01-31"), ("2020-11-02", "2021-02-01"),
        ("2021-03-01", "2021-04-30"), ("2021-03-01", "2021-05-01"),
    ]

    /// PRO-240 PRO-241 PRO-242 PRO-245 PRO-246 PRO-247 PRO-248
    @Test(
        "the rule agrees with the contract read out, on every case of a grid",
        arguments: Disease.allCases, EvaluationProposal.TuberculinRule.allCases)
    func agrees(disease: Disease, rule: EvaluationProposal.TuberculinRule) throws {
        var wrong: [String] = []
        for (firstVisit, day) in Self.days {
            for (requested, tested) in Self.counts {
                for retest in RetestState.allCases {
                    for flags in 0..<256 {
                        var facts = EvaluationProposal.Facts(
                            disease: disease, computedOn: day, campaignEnd: Example.end)
                        (facts.requested, facts.tested, facts.firstVisit) = (requested, tested, firstVisit)
                        (facts.retest, facts.status) = (retest, Status.allCases[flags % 5])
                        facts.programmed = flags & 1 == 0
                        facts.delegated = flags & 2 == 0
                        facts.suspended = flags & 4 != 0
                        facts.nonNegative = flags >> 3 & 1
                        facts.doubtfulSeen = flags >> 4 & 1
                        facts.evidence = flags & 32 != 0
                        facts.delayAnomaly = flags & 64 != 0
                        facts.nonCompletionDecision = flags & 128 != 0
                        let proposal = try facts.proposal(rule)
                        var text = proposal.evaluation.rawValue
                        if let comment = proposal.comment, comment != .afterRetest { text += " " + comment.rawValue }
                        if text != expected(facts, rule) { wrong.append("\(text) for \(facts)") }
                    }
                }
            }
        }
        #expect(wrong.isEmpty, "\(wrong.count) wrong, the first: \(wrong.first ?? "")")
    }
}
