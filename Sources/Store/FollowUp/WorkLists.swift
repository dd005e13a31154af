import Kernel

extension Connection {
    /// One query for a list, in order of intervention.
    package func workList(_ kind: WorkListKind, _ query: WorkListQuery) throws -> [WorkListRow] {
        let (sql, arguments) = WorkListSQL(query: query, nullDay: workNullDay).statement(kind)
        return try all(sql, arguments) { WorkListRow($0) }
    }

    var workNullDay: String { dialect.pick(sqlite: "NULL", postgres: "CAST(NULL AS DATE)") }
}

/// The statements of the work lists. Columns: item, intervention, holding, name, disease, detail, since, due,
/// audience.
struct WorkListSQL {
    let query: WorkListQuery
    let nullDay: String

    func statement(_ kind: WorkListKind) -> (sql: String, arguments: [SQLValue]) {
        if let list = state(kind) { return states(list) }
        switch kind {
        case .alerts, .unattached: return departmental(kind)
        default: return interventions(kind)
        }
    }

    /// A list of diseases of interventions: what its lines show, and which they are. What is cheap to ask comes first.
    struct StateList {
        let detail: String
        let condition: String
        var arguments: [SQLValue] = []
    }

    /// Nil for the lists that start from a table of their own.
    func state(_ kind: WorkListKind) -> StateList? {
        switch kind {
        case .notStarted:
            StateList(
                detail: "CASE WHEN \(WorkListSQL.isGone) THEN 'gone ' ELSE '' END || CAST(s.requested AS TEXT)",
                condition: """
                    s.started_on IS NULL AND \(open) AND \(hasVisitPlan)
                    AND (s.requested > 0 OR NOT \(hasDocument))
                    """)
        case .noDocument:
            StateList(detail: "''", condition: "\(untreated) AND \(hasVisitPlan) AND NOT \(hasDocument)")
        case .unfinished:
            StateList(
                detail: rate,
                condition: """
                    s.tested < s.requested AND s.started_on <= ?
                    AND s.proposal_reason IN ('under-sampled-curable', 'not-done-yet') AND \(open)
                    """, arguments: [.day(query.remindedVisits)])
        case .pastDeadline:
            StateList(
                detail: rate, condition: "s.proposal_reason IN ('under-sampled', 'not-done', 'delay') AND \(open)")
        case .serumBank: serumBank
        case .tuberculinUnder90:
            StateList(
                detail: rate,
                condition: """
                    s.disease = 'TUB' AND s.started_on IS NOT NULL AND s.tested * 10 < s.requested * 9 AND \(open)
                    """)
        case .tuberculin90To99:
            StateList(
                detail: rate,
                condition: """
                    s.disease = 'TUB' AND s.tested * 10 >= s.requested * 9 AND s.tested < s.requested AND \(open)
                    """)
        case .decisionAwaited:
            StateList(
                detail: "s.proposal_comment", condition: "s.proposal_reason = 'decision-awaited' AND \(open)")
        case .doubtful:
            StateList(
                detail: "CAST(s.doubtful_seen AS TEXT) || ' / ' || CAST(s.awaiting_decision AS TEXT)",
                condition: "(s.doubtful_seen > 0 OR s.awaiting_decision > 0)")
        case .offDocument:
            StateList(detail: "CAST(s.tested_off_document AS TEXT)", condition: "s.tested_off_document > 0")
        default: nil
        }
    }

    /// Closed, or without cattle: nobody is reminded, the non-completion is decided.
    private static let isGone = """
        (h.closed_on IS NOT NULL OR NOT EXISTS (SELECT 1 FROM herd_assignment x WHERE x.herd_id = h.id
            AND x.retracted_at IS NULL AND x.until IS NULL))
        """

    private let rate = "CAST(s.tested AS TEXT) || '/' || CAST(s.requested AS TEXT)"

    /// Retests and visits outside the campaign have lists of their own: nobody reminds, evaluates or decides on them
    /// beside the first intervention.
    private var open: String { "i.kind = 'main' AND " + untreated }

    /// Neither report nor decision of non-completion stands.
    let untreated = """
        NOT EXISTS (SELECT 1 FROM inspection_report r WHERE r.campaign_id = i.campaign_id
            AND r.intervention_id = i.id AND r.invalidated_on IS NULL)
        AND NOT EXISTS (SELECT 1 FROM non_completion n WHERE n.campaign_id = i.campaign_id
            AND n.intervention_id = i.id AND n.revoked_on IS NULL)
        """

    private let hasVisitPlan = """
        EXISTS (SELECT 1 FROM requested_plan p WHERE p.campaign_id = i.campaign_id AND p.intervention_id = i.id
            AND p.disease = s.disease AND p.matrix <> 'milk')
        """

    private let hasDocument = """
        EXISTS (SELECT 1 FROM edition d WHERE d.campaign_id = i.campaign_id AND d.intervention_id = i.id
            AND d.state = 'validated')
        """

    /// A list of diseases of interventions, from the summary rows.
    private func states(_ list: StateList) -> (sql: String, arguments: [SQLValue]) {
        (
            """
            SELECT NULL AS item, i.number, g.number, g.name, s.disease, COALESCE(\(list.detail), ''),
                s.started_on AS since_on, \(nullDay), ''
            FROM disease_state s
            JOIN intervention i ON i.campaign_id = s.campaign_id AND i.id = s.intervention_id
            JOIN herd h ON h.id = i.herd_id
            JOIN holding g ON g.id = h.holding_id
            WHERE s.campaign_id = ? AND i.state = 'planned' AND \(list.condition)
            ORDER BY i.number, s.disease
            """, [.int(query.campaign)] + list.arguments
        )
    }

    /// Blood short of animals: to ask of the laboratory's serum bank, and what it answered (PRO-255).
    private var serumBank: StateList {
        StateList(
            detail: """
                (SELECT CASE WHEN q.answer IS NULL THEN 'asked' ELSE q.answer END FROM serum_request q
                    WHERE q.campaign_id = s.campaign_id AND q.intervention_id = s.intervention_id
                        AND q.disease = s.disease ORDER BY q.id DESC LIMIT 1), 'to-ask'
                """,
            condition: """
                s.disease IN ('BRU', 'LEU') AND s.tested > 0
                AND s.proposal_reason IN ('under-sampled', 'under-sampled-curable') AND \(open)
                """)
    }
}
