import Kernel
import Prophylaxis

/// The summary row of one disease of one intervention: what follow-up pages sort and filter by.
package struct DiseaseStateRow: Sendable, Hashable {
    package let intervention: Int64
    package let facts: DiseaseFacts
    package let status: Status
    package let reasons: [DiseaseStatus.Reason]
    package let proposal: EvaluationProposal.Decision
    package let computedOn: Day
    package let changesOn: Day?

    package init(intervention: Int64, facts: DiseaseFacts, assessment: DiseaseAssessment, computedOn: Day) {
        self.intervention = intervention
        self.facts = facts
        status = assessment.status.status
        reasons = assessment.status.reasons
        proposal = assessment.proposal
        self.computedOn = computedOn
        changesOn = assessment.changesOn
    }
}

extension Connection {
    /// Replaces the states of the interventions that `rows` are about; `rows` come in order of intervention.
    package func replaceStates(
        of campaign: Int64, _ filter: InterventionFilter, with rows: [DiseaseStateRow]
    ) throws {
        guard !rows.isEmpty else { return }
        let condition = filter.condition(on: "intervention_id")
        // The day of the last result is the importer's to set: it survives the replacement (PRO-310).
        var lastResults: [Int64: [Disease: Day]] = [:]
        try self.rows(
            """
            SELECT intervention_id, disease, last_result_on FROM disease_state
            WHERE campaign_id = ? AND \(condition.sql) AND last_result_on IS NOT NULL
            """, [.int(campaign)] + condition.arguments
        ) { row in
            guard let disease = Disease(in: row, column: 1) else { return }
            lastResults[row.int(0), default: [:]][disease] = row.day(2)
        }
        try execute(
            """
            DELETE FROM disease_state WHERE campaign_id = ? AND \(condition.sql)
                AND NOT EXISTS (SELECT 1 FROM inspection_report r WHERE r.campaign_id = disease_state.campaign_id
                    AND r.intervention_id = disease_state.intervention_id AND r.invalidated_on IS NULL)
            """, [.int(campaign)] + condition.arguments)
        try bulkInsert(into: "disease_state", columns: DiseaseStateRow.columns) { writer in
            for row in rows {
                try row.write(campaign, lastResults[row.intervention]?[row.facts.disease], to: &writer)
            }
        }
    }

    /// Marks interventions whose facts have changed, so that the next `--due` recomputation takes them up; with a
    /// retest the intervention that it is attached to, which its results decide on (decision 5).
    ///
    /// - Parameter resultsOn: the day on which results arrived, when that is the change.
    package func markStatesDue(
        campaign: Int64, interventions: [Int64], disease: Disease? = nil, on day: Day, resultsOn: Day? = nil
    ) throws {
        for ids in interventions.chunks(of: InterventionFilter.idLimit) {
            let condition = InterventionFilter.ids(Array(ids)).condition(on: "intervention_id")
            try execute(
                """
                UPDATE disease_state SET changes_on = ?, last_result_on = COALESCE(CAST(? AS \(dayType)),
                    last_result_on)
                WHERE campaign_id = ? AND \(condition.sql)\(disease == nil ? "" : " AND disease = ?")
                """,
                [.day(day), .dayOrNull(resultsOn), .int(campaign)] + condition.arguments
                    + (disease.map { [.text($0.rawValue)] } ?? []))
            let children = InterventionFilter.ids(Array(ids)).condition(on: "i.id")
            try execute(
                """
                UPDATE disease_state SET changes_on = ? WHERE campaign_id = ? AND intervention_id IN (
                    SELECT i.parent_id FROM intervention i
                    WHERE i.campaign_id = ? AND \(children.sql) AND i.parent_id IS NOT NULL)
                """, [.day(day), .int(campaign), .int(campaign)] + children.arguments)
        }
    }

    /// The interventions that these are attached to.
    package func parents(of interventions: [Int64], in campaign: Int64) throws -> [Int64] {
        var parents: [Int64] = []
        for ids in interventions.chunks(of: InterventionFilter.idLimit) {
            let condition = InterventionFilter.ids(Array(ids)).condition(on: "id")
            parents += try all(
                """
                SELECT parent_id FROM intervention
                WHERE campaign_id = ? AND \(condition.sql) AND parent_id IS NOT NULL
                """,
                [.int(campaign)] + condition.arguments
            ) { $0.int(0) }
        }
        return parents
    }

    /// Marks all interventions of a campaign: its rules changed.
    package func markStatesDue(ofCampaign campaign: Int64, on day: Day) throws {
        try execute("UPDATE disease_state SET changes_on = ? WHERE campaign_id = ?", [.day(day), .int(campaign)])
    }

    /// Marks all interventions of a department's running campaigns: its register changed.
    package func markStatesDue(inDepartment department: String, on day: Day) throws {
        try execute(
            """
            UPDATE disease_state SET changes_on = ? WHERE campaign_id IN (
                SELECT id FROM campaign WHERE department = ? AND state = 'executed')
            """, [.day(day), .text(department)])
    }

    /// Marks a herd's interventions in running campaigns: what the authority says of the herd changed.
    package func markStatesDue(ofHerd herd: Int64, on day: Day) throws {
        let touched = try all(
            """
            SELECT i.campaign_id, i.id FROM intervention i JOIN campaign c ON c.id = i.campaign_id
            WHERE i.herd_id = ? AND c.state = 'executed'
            """, [.int(herd)]
        ) { ($0.int(0), $0.int(1)) }
        for (campaign, id) in touched { try markStatesDue(campaign: campaign, interventions: [id], on: day) }
    }

    /// The interventions whose answer may have changed by `day`, and those that nobody has computed yet: a campaign
    /// whose execution was cut short, a herd added since, a retest. None of them can stay unseen. Where a report stands
    /// nothing is computed (PRO-223).
    package func dueInterventions(of campaign: Int64, by day: Day) throws -> [Int64] {
        try all(
            """
            SELECT s.intervention_id FROM disease_state s WHERE s.campaign_id = ? AND s.changes_on <= ?
                AND NOT EXISTS (SELECT 1 FROM inspection_report r WHERE r.campaign_id = s.campaign_id
                    AND r.intervention_id = s.intervention_id AND r.invalidated_on IS NULL)
            UNION
            SELECT i.id FROM intervention i WHERE i.campaign_id = ? AND i.state = 'planned'
                AND NOT EXISTS (SELECT 1 FROM disease_state s WHERE s.campaign_id = i.campaign_id
                    AND s.intervention_id = i.id)
            ORDER BY 1
            """, [.int(campaign), .day(day), .int(campaign)]
        ) { $0.int(0) }
    }

    /// The identifiers of a campaign's planned interventions, ascending.
    package func plannedInterventions(of campaign: Int64) throws -> [Int64] {
        try all(
            "SELECT id FROM intervention WHERE campaign_id = ? AND state = 'planned' ORDER BY id", [.int(campaign)]
        ) { $0.int(0) }
    }

    private var dayType: String { dialect.pick(sqlite: "TEXT", postgres: "DATE") }
}

extension DiseaseStateRow {
    static let columns = [
        "campaign_id", "intervention_id", "disease", "status", "reasons", "requested", "plan_requested", "tested",
        "non_negative", "uninterpretable", "awaiting_decision", "doubtful_seen", "tested_off_document",
        "present_untested", "started_on", "finished_on", "milk_first_on", "milk_last_on", "last_result_on", "proposal",
        "proposal_reason", "proposal_comment", "computed_on", "changes_on",
    ]

    fileprivate func write(_ campaign: Int64, _ lastResultOn: Day?, to writer: inout BulkWriter) throws {
        writer.int(campaign)
        writer.int(intervention)
        writer.text(facts.disease.rawValue)
        writer.text(status.rawValue)
        writer.text(reasons.count == 1 ? reasons[0].rawValue : reasons.map(\.rawValue).joined(separator: " "))
        writer.int(facts.requested)
        writer.flag(facts.planRequested)
        for count in [
            facts.tested, facts.nonNegative, facts.blood.uninterpretable, facts.blood.awaitingDecision,
            facts.doubtfulSeen, facts.testedOffDocument, facts.presentUntested,
        ] { writer.int(count) }
        for day in [
            facts.visits?.first, facts.visits?.last, facts.milk?.firstSampledOn, facts.milk?.lastSampledOn,
            lastResultOn,
        ] { writer.day(day) }
        writer.text(proposal.evaluation.rawValue)
        writer.text(proposal.reason.rawValue)
        writer.text(proposal.comment?.rawValue)
        writer.day(computedOn)
        writer.day(changesOn)
        try writer.endRow()
    }
}
