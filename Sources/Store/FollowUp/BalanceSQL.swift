/// The statements of the balance. Columns: disease, value, count; one argument, the campaign.
enum BalanceSQL {
    static let parts: [(section: String, sql: String)] = [
        (
            "interventions",
            "SELECT '', i.state, count(*) FROM intervention i WHERE i.campaign_id = ? GROUP BY i.state"
        ),
        (
            "plans",
            """
            SELECT p.disease, p.matrix, count(*) FROM requested_plan p
            WHERE p.campaign_id = ? GROUP BY p.disease, p.matrix
            """
        ),
        ("demandes", sum("requested")), ("testes", sum("tested")),
        (
            "statuts",
            """
            SELECT s.disease, s.status, count(*) FROM disease_state s
            WHERE s.campaign_id = ? GROUP BY s.disease, s.status
            """
        ),
        ("non_negatifs", sum("non_negative")),
        (
            "evaluations",
            """
            SELECT e.disease, e.value, count(*) FROM evaluation e
            WHERE e.campaign_id = ? AND e.replaced_at IS NULL GROUP BY e.disease, e.value
            """
        ),
        (
            "rapports",
            """
            SELECT '', r.value, count(*) FROM inspection_report r
            WHERE r.campaign_id = ? AND r.invalidated_on IS NULL GROUP BY r.value
            """
        ),
        (
            "suites",
            """
            SELECT '', f.code, count(*) FROM follow_up f
            JOIN inspection_report r ON r.id = f.report_id AND r.invalidated_on IS NULL
            WHERE r.campaign_id = ? AND f.replaced_at IS NULL GROUP BY f.code
            """
        ),
        (
            "retraits",
            """
            SELECT '', COALESCE(i.state_reason, ''), count(*) FROM intervention i
            WHERE i.campaign_id = ? AND i.state = 'withdrawn' GROUP BY COALESCE(i.state_reason, '')
            """
        ),
        (
            "dnr",
            """
            SELECT '', n.code, count(*) FROM non_completion n
            WHERE n.campaign_id = ? AND n.revoked_on IS NULL GROUP BY n.code
            """
        ),
        ("non_realisees", undone), ("motifs_b", reasonsOfB),
    ]

    private static func sum(_ column: String) -> String {
        """
        SELECT s.disease, '', CAST(sum(s.\(column)) AS BIGINT) FROM disease_state s
        WHERE s.campaign_id = ? GROUP BY s.disease
        """
    }

    /// Main interventions where nobody came and that no decision excuses, by what became of them.
    private static let undone = """
        SELECT '', t.fate, count(*) FROM (
            SELECT COALESCE(r.value, '') AS fate FROM intervention i
            LEFT JOIN inspection_report r ON r.campaign_id = i.campaign_id AND r.intervention_id = i.id
                AND r.invalidated_on IS NULL
            WHERE i.campaign_id = ? AND i.kind = 'main' AND i.state = 'planned'
                AND EXISTS (SELECT 1 FROM disease_state s WHERE s.campaign_id = i.campaign_id
                    AND s.intervention_id = i.id)
                AND NOT EXISTS (SELECT 1 FROM disease_state s WHERE s.campaign_id = i.campaign_id
                    AND s.intervention_id = i.id
                    AND (s.started_on IS NOT NULL OR s.milk_first_on IS NOT NULL OR s.tested > 0))
                AND NOT EXISTS (SELECT 1 FROM non_completion n WHERE n.campaign_id = i.campaign_id
                    AND n.intervention_id = i.id AND n.revoked_on IS NULL)) t
        GROUP BY t.fate
        """

    private static let reasonsOfB = """
        SELECT e.disease, COALESCE(e.comment, ''), count(*) FROM evaluation e
        WHERE e.campaign_id = ? AND e.replaced_at IS NULL AND e.value = 'B'
        GROUP BY e.disease, COALESCE(e.comment, '')
        """
}
