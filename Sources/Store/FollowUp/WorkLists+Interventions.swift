import Kernel

/// Lists that start from a table of their own.
extension WorkListSQL {
    func interventions(_ kind: WorkListKind) -> (sql: String, arguments: [SQLValue]) {
        switch kind {
        case .milkMissing:
            joined(
                ("p.disease", WorkListSQL.dairyLaboratory, "p.due_month", nullDay),
                from:
                    """
                    requested_plan p
                    LEFT JOIN disease_state s ON s.campaign_id = p.campaign_id
                        AND s.intervention_id = p.intervention_id AND s.disease = p.disease
                    """,
                where: "p.matrix = 'milk' AND p.due_month <= ? AND s.milk_first_on IS NULL AND \(untreated)",
                [.day(query.today)])
        case .retests:
            joined(
                ("'BRU'", "p.matrix", "p.notified_on", "p.due_by"), from: "retest p",
                // Its results speak for themselves: blood on the second intervention, milk sampled after the notice.
                where: """
                    p.state = 'ordered'
                    AND NOT EXISTS (SELECT 1 FROM blood_result b WHERE b.campaign_id = p.campaign_id
                        AND b.intervention_id = p.retest_intervention_id AND b.disease = 'BRU'
                        AND b.interpretation IS NOT NULL AND b.replaced_at IS NULL)
                    AND NOT (p.matrix = 'milk' AND EXISTS (SELECT 1 FROM milk_result m
                        WHERE m.holding_id = h.holding_id AND m.disease = 'BRU' AND m.sampled_on > p.notified_on
                        AND m.replaced_by IS NULL))
                    """)
        case .outsideVisits: outsideVisits
        case .documentsOverdue:
            joined(
                ("''", "CAST(p.number AS TEXT)", "p.edited_on", "p.valid_until"), from: "edition p",
                where: """
                    p.state = 'validated' AND p.valid_until < ? AND \(untreated)
                    AND NOT EXISTS (SELECT 1 FROM visit w WHERE w.campaign_id = p.campaign_id
                        AND w.intervention_id = p.intervention_id AND w.retracted_at IS NULL)
                    AND NOT EXISTS (SELECT 1 FROM edition l WHERE l.campaign_id = p.campaign_id
                        AND l.intervention_id = p.intervention_id AND l.state = 'validated' AND l.number > p.number)
                    """, [.day(query.today)])
        case .withoutFollowUp:
            joined(
                ("''", "p.number || ' ' || p.value", "p.issued_on", nullDay), from: "inspection_report p",
                where: """
                    p.invalidated_on IS NULL AND p.value IN ('B', 'C')
                    AND NOT EXISTS (SELECT 1 FROM follow_up f WHERE f.report_id = p.id AND f.replaced_at IS NULL)
                    """)
        case .reportsDue: reportsDue
        case .refusals: refusals
        case .tuberculinUntested:
            grouped(
                "'TUB'",
                """
                (SELECT a.campaign_id, a.intervention_id, count(*) AS animals FROM tuberculin_animal a
                    JOIN tuberculin_report t ON t.campaign_id = a.campaign_id
                        AND t.intervention_id = a.intervention_id AND t.id = a.report_id
                    WHERE a.campaign_id = ? AND a.outcome = 'untested' AND COALESCE(a.reason, '') = ''
                        AND t.replaced_at IS NULL
                    GROUP BY a.campaign_id, a.intervention_id)
                """)
        default:
            grouped(
                "''",
                """
                (SELECT campaign_id, intervention_id, count(*) AS animals FROM requested_animal
                    WHERE campaign_id = ? AND cancel_second IS NOT NULL GROUP BY campaign_id, intervention_id)
                """)
        }
    }

    /// Refusals that nobody has dealt with: no visit on a later day, neither report nor decision of non-completion, and
    /// the alert that the refusal raised is open (PRO-259). The note itself stays with the intervention.
    private var refusals: (sql: String, arguments: [SQLValue]) {
        joined(
            ("''", "p.text", nullDay, nullDay), from: "note p",
            where: """
                p.kind = 'refusal' AND \(untreated)
                AND NOT EXISTS (SELECT 1 FROM visit w WHERE w.campaign_id = p.campaign_id
                    AND w.intervention_id = p.intervention_id AND w.retracted_at IS NULL
                    AND CAST(w.visited_on AS TEXT) > substr(p.written_at, 1, 10))
                AND NOT EXISTS (SELECT 1 FROM work_item k WHERE k.kind = 'refusal' AND k.campaign_id = p.campaign_id
                    AND k.intervention_id = p.intervention_id AND k.subject = p.text AND k.state <> 'open')
                """,
            item: """
                (SELECT min(k.id) FROM work_item k WHERE k.kind = 'refusal' AND k.campaign_id = p.campaign_id
                    AND k.intervention_id = p.intervention_id AND k.subject = p.text AND k.state = 'open')
                """)
    }

    /// Planned outside the campaign and not made yet (PRO-137).
    private var outsideVisits: (sql: String, arguments: [SQLValue]) {
        joined(
            ("''", "COALESCE(i.state_reason, '')", nullDay, "p.planned_on"),
            from:
                """
                (SELECT campaign_id, id AS intervention_id, planned_on FROM intervention WHERE kind = 'outside') p
                """,
            where: """
                \(untreated) AND NOT EXISTS (SELECT 1 FROM visit w WHERE w.campaign_id = p.campaign_id
                    AND w.intervention_id = p.intervention_id AND w.retracted_at IS NULL)
                """)
    }

    /// What was received or raised in the department, whatever the campaign of the result: an alert on a campaign that
    /// is over still waits (decision 3).
    func departmental(_ kind: WorkListKind) -> (sql: String, arguments: [SQLValue]) {
        guard kind == .alerts else {
            return (
                """
                SELECT NULL, '', '', '', '', u.kind || ' ' || CAST(u.id AS TEXT), \(nullDay), \(nullDay), ''
                FROM unattached_result u WHERE u.department = ? AND u.state = 'open' AND u.non_negative = 1
                ORDER BY u.id
                """, [.text(query.department)]
            )
        }
        return (
            """
            SELECT w.id, COALESCE(i.number, ''), COALESCE(g.number, ''), COALESCE(g.name, ''),
                COALESCE(w.disease, ''), w.kind || ' ' || w.subject, w.opened_on, w.due_on, w.audience
            FROM (\(AlertSQL.open)) w
            LEFT JOIN intervention i ON i.campaign_id = w.campaign_id AND i.id = w.intervention_id
            LEFT JOIN herd h ON h.id = i.herd_id
            LEFT JOIN holding g ON g.id = h.holding_id
            ORDER BY w.opened_on DESC, w.id DESC
            """, [.text(query.department)]
        )
    }

    /// The dairy laboratory that knows the holding as a producer; it is chosen by the dairies (PRO-89).
    private static let dairyLaboratory = """
        COALESCE((SELECT min(o.code) FROM dairy_producer x JOIN organisation o ON o.id = x.laboratory_id
            WHERE x.holding_id = g.id AND x.until IS NULL), '')
        """

    /// Evaluated to the end for a month and without report (PRO-208).
    private var reportsDue: (sql: String, arguments: [SQLValue]) {
        joined(
            ("''", "substr(p.last_at, 1, 10)", nullDay, nullDay),
            from:
                """
                (SELECT campaign_id, intervention_id, max(evaluated_at) AS last_at FROM evaluation
                    WHERE replaced_at IS NULL GROUP BY campaign_id, intervention_id) p
                """,
            where: """
                p.last_at < ? AND \(untreated)
                AND NOT EXISTS (SELECT 1 FROM disease_state s
                    LEFT JOIN evaluation e ON e.campaign_id = s.campaign_id AND e.intervention_id = s.intervention_id
                        AND e.disease = s.disease AND e.replaced_at IS NULL
                    WHERE s.campaign_id = i.campaign_id AND s.intervention_id = i.id
                        AND COALESCE(e.value, CASE WHEN s.proposal IN ('SO', 'ND') THEN s.proposal ELSE 'NE' END)
                            IN ('NE', 'AR'))
                """, [.text(query.today.adding(months: -1).description)])
    }

    /// A list from a table `p` of the campaign's interventions.
    private func joined(
        _ columns: (disease: String, detail: String, since: String, due: String), from source: String,
        where condition: String, _ arguments: [SQLValue] = [], item: String = "NULL"
    ) -> (sql: String, arguments: [SQLValue]) {
        (
            """
            SELECT \(item) AS item, i.number, g.number, g.name, \(columns.disease), \(columns.detail),
                \(columns.since) AS since_on, \(columns.due), ''
            FROM \(source)
            JOIN intervention i ON i.campaign_id = p.campaign_id AND i.id = p.intervention_id
            JOIN herd h ON h.id = i.herd_id
            JOIN holding g ON g.id = h.holding_id
            WHERE p.campaign_id = ? AND i.state = 'planned' AND \(condition)
            ORDER BY i.number
            """, [.int(query.campaign)] + arguments
        )
    }

    /// One line for an intervention with its number of animals, until it is treated.
    private func grouped(_ disease: String, _ source: String) -> (sql: String, arguments: [SQLValue]) {
        (
            """
            SELECT NULL, i.number, g.number, g.name, \(disease), CAST(p.animals AS TEXT), \(nullDay), \(nullDay), ''
            FROM \(source) p
            JOIN intervention i ON i.campaign_id = p.campaign_id AND i.id = p.intervention_id
            JOIN herd h ON h.id = i.herd_id
            JOIN holding g ON g.id = h.holding_id
            WHERE \(untreated)
            ORDER BY i.number
            """, [.int(query.campaign)]
        )
    }
}
