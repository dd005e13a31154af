import Kernel

/// One line of a detection list (PRO-186 to PRO-191, PRO-197, PRO-203, PRO-217).
package struct ReceptionRow: Sendable, Hashable, Encodable {
    /// `missing`, `not-analysed`, `contradicts-notification`, `late`, `recheck-outside`, `recheck-in-prophylaxis`.
    package let kind: String
    package let intervention: String
    package let holding: String
    package let disease: String
    package let matrix: String
    /// Laboratory's code, where one is concerned.
    package let laboratory: String?
    package let detail: String
}

extension Connection {
    /// Plans for which nothing has come: no RAI, no milk result, no tuberculin report (PRO-186, PRO-191, PRO-194).
    package func plansWithoutResult(
        campaign: Int64, matrix: String?, intervention: String?
    ) throws -> [ReceptionRow] {
        var arguments: [SQLValue] = [.int(campaign)]
        var filter = ""
        if let matrix {
            filter += " AND p.matrix = ?"
            arguments.append(.text(matrix))
        }
        if let intervention {
            filter += " AND i.number = ?"
            arguments.append(.text(intervention))
        }
        return try all(
            """
            SELECT 'missing', i.number, h.number, p.disease, p.matrix, o.code,
                COALESCE(CAST(p.due_month AS \(dialect.pick(sqlite: "TEXT", postgres: "VARCHAR"))), '')
            FROM requested_plan p
            JOIN campaign c ON c.id = p.campaign_id
            JOIN intervention i ON i.campaign_id = p.campaign_id AND i.id = p.intervention_id AND i.state = 'planned'
            JOIN herd d ON d.id = i.herd_id JOIN holding h ON h.id = d.holding_id
            LEFT JOIN organisation o ON o.id = p.laboratory_id
            WHERE p.campaign_id = ?\(filter) AND CASE p.matrix
                WHEN 'blood' THEN NOT EXISTS (SELECT 1 FROM blood_result b WHERE b.campaign_id = p.campaign_id
                    AND b.intervention_id = p.intervention_id AND b.disease = p.disease AND b.replaced_at IS NULL)
                WHEN 'milk' THEN NOT EXISTS (SELECT 1 FROM milk_result m WHERE m.holding_id = d.holding_id
                    AND m.disease = p.disease AND m.replaced_by IS NULL AND m.sampled_on >= c.starts_on)
                ELSE NOT EXISTS (SELECT 1 FROM tuberculin_report t WHERE t.campaign_id = p.campaign_id
                    AND t.intervention_id = p.intervention_id AND t.replaced_at IS NULL) END
            ORDER BY i.number, p.disease, p.matrix
            """, arguments, ReceptionRow.init)
    }

    /// Samples that the laboratory reported on without analysing them (PRO-187).
    package func samplesNotAnalysed(campaign: Int64) throws -> [ReceptionRow] {
        try all(
            """
            SELECT 'not-analysed', i.number, h.number, b.disease, 'blood', o.code,
                a.number || ' ' || COALESCE(b.unreadable_reason, b.interpretation, '')
            FROM blood_result b
            JOIN intervention i ON i.campaign_id = b.campaign_id AND i.id = b.intervention_id
            JOIN herd d ON d.id = i.herd_id JOIN holding h ON h.id = d.holding_id
            JOIN animal a ON a.id = b.animal_id LEFT JOIN organisation o ON o.id = b.laboratory_id
            WHERE b.campaign_id = ? AND b.replaced_at IS NULL AND b.decision IS NULL
                AND (b.interpretation IS NULL OR b.interpretation = 'IN_ITPBLE')
            ORDER BY i.number, b.disease, a.number
            """, [.int(campaign)], ReceptionRow.init)
    }

    /// Animals for which a negative result stands beside one that is not (PRO-188): the direct notification, entered
    /// with its proof, against the report.
    package func contradictedNegatives(campaign: Int64) throws -> [ReceptionRow] {
        try all(
            """
            SELECT DISTINCT 'contradicts-notification', i.number, h.number, b.disease, 'blood', o.code,
                a.number || ' ' || COALESCE(p.interpretation, '')
            FROM blood_result b
            JOIN blood_result p ON p.campaign_id = b.campaign_id AND p.intervention_id = b.intervention_id
                AND p.disease = b.disease AND p.animal_id = b.animal_id AND p.replaced_at IS NULL
                AND p.interpretation NOT IN ('NEG', 'IN_ITPBLE')
            JOIN intervention i ON i.campaign_id = b.campaign_id AND i.id = b.intervention_id
            JOIN herd d ON d.id = i.herd_id JOIN holding h ON h.id = d.holding_id
            JOIN animal a ON a.id = b.animal_id LEFT JOIN organisation o ON o.id = b.laboratory_id
            WHERE b.campaign_id = ? AND b.replaced_at IS NULL AND b.interpretation = 'NEG'
            ORDER BY 2, 4, 7
            """, [.int(campaign)], ReceptionRow.init)
    }

    /// Milk results received one month or more after their analysis (PRO-217): for the collective analysis.
    package func lateMilk(department: String, from: Day, until: Day) throws -> [ReceptionRow] {
        let due = dialect.pick(
            // SQLite runs 31 January + 1 month over into March: the last day of February is the limit then.
            sqlite: """
                min(date(m.analysed_on, '+1 month'), date(m.analysed_on, 'start of month', '+2 months', '-1 day'))
                """,
            postgres: "CAST(m.analysed_on + INTERVAL '1 month' AS DATE)")
        return try all(
            """
            SELECT 'late', m.dossier, h.number, m.disease, 'milk', o.code,
                CAST(m.analysed_on AS \(dialect.pick(sqlite: "TEXT", postgres: "VARCHAR"))) || ' '
                    || CAST(m.received_on AS \(dialect.pick(sqlite: "TEXT", postgres: "VARCHAR")))
            FROM milk_result m JOIN holding h ON h.id = m.holding_id JOIN organisation o ON o.id = m.laboratory_id
            WHERE h.department = ? AND m.received_on >= ? AND m.received_on <= ? AND m.received_on >= \(due)
            ORDER BY o.code, m.dossier, h.number, m.disease
            """, [.text(department), .day(from), .day(until)], ReceptionRow.init)
    }
}

extension ReceptionRow {
    init(_ row: borrowing Row) {
        self.init(
            kind: row.text(0), intervention: row.text(1), holding: row.text(2), disease: row.text(3),
            matrix: row.text(4), laboratory: row.textOrNil(5), detail: row.text(6))
    }
}
