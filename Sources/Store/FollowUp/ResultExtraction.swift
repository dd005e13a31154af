import Kernel
import Prophylaxis

/// Which results an extraction holds (BO 12, PRO-206).
package struct ResultExtractionFilter: Sendable, Hashable {
    package var disease: Disease?
    package var matrix: Matrix?
    package var herdClass: String?
    /// INSEE code.
    package var commune: String?
    /// Whatever is not a plain negative.
    package var onlyNonNegative = false
    /// Only herds of a contact zone, or of risk.
    package var category: HerdCategory?
    /// The actor may know who sells raw milk (PRO-53).
    package var seesRawMilk = false

    package init() {}
}

extension Connection {
    package static let extractionColumns = [
        "intervention", "ede", "atelier", "classe", "commune", "maladie", "nature", "bovin", "preleve_le",
        "interpretation", "decision", "laboratoire", "dossier", "hors_document", "lien", "risque", "rythme",
    ]

    /// Results that stand for these interventions, in order of intervention, disease and animal. Milk belongs to the
    /// holding and is read between two days.
    package func extractedResults(
        of campaign: Int64, _ interventions: InterventionFilter, _ filter: ResultExtractionFilter,
        milk window: (from: Day, until: Day)
    ) throws -> [[String]] {
        let chosen = interventions.condition(on: "i.id")
        let herd = """
            JOIN campaign c ON c.id = i.campaign_id JOIN herd h ON h.id = i.herd_id
            JOIN holding g ON g.id = h.holding_id
            """
        let conditions = filter.conditions
        let parts = [filter.blood(herd, chosen.sql), filter.skin(herd, chosen.sql), filter.milk(herd, chosen.sql)]
        let one = [SQLValue.int(campaign)] + chosen.arguments
        return try textRows(
            """
            SELECT s.intervention, s.ede, s.herd, s.class, s.insee, s.disease, s.matrix, s.animal, s.sampled_on,
                s.interpretation, s.decision, s.laboratory, s.dossier, s.off_document, s.link, s.risk, s.rank
            FROM (\(parts.joined(separator: " UNION ALL "))) s
            WHERE \(conditions.sql.joined(separator: " AND "))
            ORDER BY s.intervention, s.disease, s.animal, s.sampled_on
            """,
            one + one + one + [.day(window.from), .day(window.until)] + conditions.arguments,
            columns: Self.extractionColumns.count)
    }
}

extension ResultExtractionFilter {
    fileprivate var conditions: (sql: [String], arguments: [SQLValue]) {
        var sql = ["1 = 1"]
        var arguments: [SQLValue] = []
        func add(_ condition: String, _ value: String?) {
            guard let value else { return }
            sql.append(condition)
            arguments.append(.text(value))
        }
        add("s.disease = ?", disease?.rawValue)
        add("s.matrix = ?", matrix?.rawValue)
        add("s.class = ?", herdClass)
        add("s.insee = ?", commune)
        if onlyNonNegative {
            sql.append("(s.interpretation IS NULL OR s.interpretation <> 'NEG' OR s.decision = 'POS')")
        }
        switch category {
        case .link: sql.append("s.link = 'yes'")
        case .risk: sql.append("s.risk = 'yes'")
        case .rank, .herdClass, .commune, nil: break
        }
        return (sql, arguments)
    }

    /// The columns of the herd, for results whose disease is `s.disease` in `source`.
    private func head(_ source: String) -> String {
        """
        i.number AS intervention, g.number AS ede, h.code AS herd, h.class AS class, g.insee AS insee,
            \(source).disease AS disease
        """
    }

    private func tail(_ source: String) -> String {
        [HerdCategory.link, .risk, .rank].map { category in
            let label = category.label(seesRawMilk).replacing("s.disease", with: "\(source).disease")
            return "\(label) AS \(category.rawValue)"
        }.joined(separator: ", ")
    }

    fileprivate func blood(_ herd: String, _ chosen: String) -> String {
        """
        SELECT \(head("b")), 'blood' AS matrix, a.number AS animal, b.sampled_on AS sampled_on,
            b.interpretation AS interpretation, b.decision AS decision, o.code AS laboratory, b.dossier AS dossier,
            CASE WHEN b.on_document = 1 THEN '' ELSE 'oui' END AS off_document, \(tail("b"))
        FROM intervention i \(herd)
        JOIN blood_result b ON b.campaign_id = i.campaign_id AND b.intervention_id = i.id AND b.replaced_at IS NULL
        JOIN animal a ON a.id = b.animal_id LEFT JOIN organisation o ON o.id = b.laboratory_id
        WHERE i.campaign_id = ? AND \(chosen)
        """
    }

    /// A tuberculin report names only what is not negative: the others are in its counts.
    fileprivate func skin(_ herd: String, _ chosen: String) -> String {
        """
        SELECT \(head("n")), 'skin', n.number, r.read_on, n.outcome, NULL, NULL, NULL, '', \(tail("n"))
        FROM intervention i \(herd)
        JOIN (SELECT t.*, 'TUB' AS disease FROM tuberculin_animal t WHERE t.outcome <> 'untested') n
            ON n.campaign_id = i.campaign_id AND n.intervention_id = i.id
        JOIN tuberculin_report r ON r.campaign_id = n.campaign_id AND r.intervention_id = n.intervention_id
            AND r.id = n.report_id AND r.replaced_at IS NULL
        WHERE i.campaign_id = ? AND \(chosen)
        """
    }

    fileprivate func milk(_ herd: String, _ chosen: String) -> String {
        """
        SELECT \(head("m")), 'milk', '', m.sampled_on, m.interpretation, NULL, o.code, m.dossier, '', \(tail("m"))
        FROM intervention i \(herd)
        JOIN requested_plan p ON p.campaign_id = i.campaign_id AND p.intervention_id = i.id AND p.matrix = 'milk'
        JOIN milk_result m ON m.holding_id = h.holding_id AND m.disease = p.disease AND m.replaced_by IS NULL
        JOIN organisation o ON o.id = m.laboratory_id
        WHERE i.campaign_id = ? AND \(chosen) AND m.sampled_on >= ? AND m.sampled_on <= ?
        """
    }
}
