import Kernel
import Prophylaxis

/// How far a campaign is, in counts.
package struct GlanceCounts: Sendable, Hashable {
    package struct State: Sendable, Hashable {
        package let disease: Disease
        package let status: Status
        package let interventions: Int
        package let requested: Int
        package let tested: Int
        package let nonNegative: Int
    }

    /// Interventions that are planned, the main ones.
    package var interventions = 0
    package var states: [State] = []
    /// Standing reports by value.
    package var reports: [ReportValue: Int] = [:]
    package var nonCompletions = 0
    /// Lines of files that wait for a correction: refused, or attached to nothing.
    package var refusedLines = 0
    /// Day of the last computation of any status.
    package var computedOn: Day?

    /// Neither report nor decision of non-completion.
    package var untreated: Int { max(0, interventions - reports.values.reduce(0, +) - nonCompletions) }
}

/// What happened on a day, by what it was worth.
package struct DayCount: Sendable, Hashable {
    package let day: Day
    package let value: String
    package let count: Int
}

extension Connection {
    /// Main interventions only, so that the parts sum up to the whole.
    package func glance(of campaign: Int64, department: String) throws -> GlanceCounts {
        var counts = GlanceCounts()
        counts.interventions = try plannedCount(of: campaign)
        counts.states = try all(
            """
            SELECT s.disease, s.status, count(*), SUM(s.requested), SUM(s.tested), SUM(s.non_negative)
            FROM disease_state s JOIN intervention i ON i.campaign_id = s.campaign_id AND i.id = s.intervention_id
            WHERE s.campaign_id = ? AND i.state = 'planned' AND i.kind = 'main'
            GROUP BY s.disease, s.status ORDER BY s.disease, s.status
            """, [.int(campaign)]
        ) { row in
            GlanceCounts.State(
                disease: try row.code(0), status: try row.code(1), interventions: Int(row.int(2)),
                requested: Int(row.int(3)), tested: Int(row.int(4)), nonNegative: Int(row.int(5)))
        }
        for (value, count) in try all(
            """
            SELECT r.value, count(*) FROM inspection_report r
            JOIN intervention i ON i.campaign_id = r.campaign_id AND i.id = r.intervention_id
            WHERE r.campaign_id = ? AND r.invalidated_on IS NULL AND i.state = 'planned' AND i.kind = 'main'
            GROUP BY r.value
            """, [.int(campaign)], { (try $0.code(0, as: ReportValue.self), Int($0.int(1))) })
        { counts.reports[value] = count }
        counts.nonCompletions = try count(
            """
            SELECT count(*) FROM non_completion n
            JOIN intervention i ON i.campaign_id = n.campaign_id AND i.id = n.intervention_id
            WHERE n.campaign_id = ? AND n.revoked_on IS NULL AND i.state = 'planned' AND i.kind = 'main'
            """, [.int(campaign)])
        counts.refusedLines = try count(
            """
            SELECT (SELECT count(*) FROM import_refused_line l JOIN import_run r ON r.id = l.import_id
                    WHERE l.state = 'open' AND r.department = ?)
                + (SELECT count(*) FROM unattached_result u WHERE u.department = ? AND u.state = 'open')
            """, [.text(department), .text(department)])
        counts.computedOn =
            try first(
                "SELECT max(computed_on) FROM disease_state WHERE campaign_id = ?", [.int(campaign)]
            ) { $0.dayOrNil(0) } ?? nil
        return counts
    }

    /// Reports by day of issue and value: those that stand.
    package func reportsByDay(of campaign: Int64) throws -> [DayCount] {
        try dayCounts(
            """
            SELECT r.issued_on, r.value, count(*) FROM inspection_report r
            JOIN intervention i ON i.campaign_id = r.campaign_id AND i.id = r.intervention_id
            WHERE r.campaign_id = ? AND r.invalidated_on IS NULL AND i.state = 'planned' AND i.kind = 'main'
            GROUP BY r.issued_on, r.value ORDER BY r.issued_on, r.value
            """, campaign)
    }

    /// First visits, or milk, by day and disease: of diseases that are programmed.
    package func startsByDay(of campaign: Int64) throws -> [DayCount] {
        try dayCounts(
            """
            SELECT COALESCE(s.started_on, s.milk_first_on), s.disease, count(*) FROM disease_state s
            JOIN intervention i ON i.campaign_id = s.campaign_id AND i.id = s.intervention_id
            WHERE s.campaign_id = ? AND COALESCE(s.started_on, s.milk_first_on) IS NOT NULL
                AND i.state = 'planned' AND i.kind = 'main' AND EXISTS (SELECT 1 FROM requested_plan p
                    WHERE p.campaign_id = s.campaign_id AND p.intervention_id = s.intervention_id
                        AND p.disease = s.disease)
            GROUP BY COALESCE(s.started_on, s.milk_first_on), s.disease ORDER BY 1, 2
            """, campaign)
    }

    private func dayCounts(_ sql: String, _ campaign: Int64) throws -> [DayCount] {
        try all(sql, [.int(campaign)]) { DayCount(day: $0.day(0), value: $0.text(1), count: Int($0.int(2))) }
    }
}
