import Kernel
import Prophylaxis

/// By what herds are told apart in the extraction of results (BO 12, PRO-206).
package enum HerdCategory: String, Sendable, CaseIterable {
    /// Epidemiological link: herds of a contact zone.
    case link
    /// Rhythm of screening of the disease, in years.
    case rank
    /// Repopulated, of specific risk; raw-milk sale for those who may see it.
    case risk
    case herdClass = "class"
    case commune
}

/// How many animals of a category of herds were tested for a disease, and how many were not negative.
package struct CategoryShare: Sendable, Hashable {
    package let category: HerdCategory
    /// `yes`, `no`, a number of years, a class, an INSEE code; empty where nothing is known.
    package let value: String
    package let disease: Disease
    package let herds: Int
    package let positiveHerds: Int
    package let requested: Int
    package let tested: Int
    package let nonNegative: Int
}

extension Connection {
    /// Over the interventions whose plan was asked for, by the counts of the statuses.
    package func shares(of campaign: Int64, by category: HerdCategory, seesRawMilk: Bool) throws -> [CategoryShare] {
        try all(
            """
            SELECT t.category, t.disease, count(*), SUM(CASE WHEN t.non_negative > 0 THEN 1 ELSE 0 END),
                CAST(SUM(t.requested) AS BIGINT), CAST(SUM(t.tested) AS BIGINT), CAST(SUM(t.non_negative) AS BIGINT)
            FROM (
                SELECT \(category.label(seesRawMilk)) AS category, s.disease, s.requested, s.tested, s.non_negative
                FROM disease_state s
                JOIN intervention i ON i.campaign_id = s.campaign_id AND i.id = s.intervention_id
                JOIN campaign c ON c.id = i.campaign_id
                JOIN herd h ON h.id = i.herd_id JOIN holding g ON g.id = h.holding_id
                WHERE s.campaign_id = ? AND i.state = 'planned' AND s.plan_requested = 1) t
            GROUP BY t.category, t.disease ORDER BY t.disease, t.category
            """, [.int(campaign)]
        ) { row in
            CategoryShare(
                category: category, value: row.text(0), disease: try row.code(1), herds: Int(row.int(2)),
                positiveHerds: Int(row.int(3)), requested: Int(row.int(4)), tested: Int(row.int(5)),
                nonNegative: Int(row.int(6)))
        }
    }
}

extension HerdCategory {
    /// The value of the category for a herd `h`, holding `g`, campaign `c`, state `s`.
    func label(_ seesRawMilk: Bool) -> String {
        switch self {
        case .link: authorised(["contact-zone"])
        case .risk: authorised(["repopulated", "specific-risk"] + (seesRawMilk ? ["raw-milk-sale"] : []))
        case .rank:
            """
            COALESCE(
                (SELECT CAST(x.interval_years AS TEXT) FROM screening x WHERE x.department = g.department
                    AND x.insee = '' AND x.herd_id = h.id AND x.disease = s.disease),
                (SELECT CAST(x.interval_years AS TEXT) FROM screening x WHERE x.department = g.department
                    AND x.insee = g.insee AND x.herd_id = 0 AND x.disease = s.disease), '')
            """
        case .herdClass: "h.class"
        case .commune: "COALESCE(g.insee, '')"
        }
    }

    /// Standing at any time of the campaign, for the disease or for all.
    private func authorised(_ kinds: [String]) -> String {
        """
        CASE WHEN EXISTS (SELECT 1 FROM authorisation a WHERE a.herd_id = h.id
            AND a.kind IN (\(kinds.map { "'\($0)'" }.joined(separator: ", ")))
            AND (a.disease IS NULL OR a.disease = s.disease)
            AND a.since <= c.ends_on AND (a.until IS NULL OR a.until > c.starts_on)) THEN 'yes' ELSE 'no' END
        """
    }
}
