import Kernel
import Register

/// How far the interventions of one place are: of a commune, or of a department.
package struct PlaceCounts: Sendable, Hashable {
    /// INSEE code, or code of the department; empty where the register has none.
    package let code: String
    package let name: String
    /// Planned main interventions.
    package let interventions: Int
    /// With a standing report or decision of non-completion.
    package let treated: Int
    /// With a standing report.
    package let reported: Int
    /// With a result that is not negative in any disease.
    package let nonNegative: Int
    /// The middle of the places of its herds; nil where none has one.
    package let middle: MapPoint?
}

extension Connection {
    /// The communes of a campaign, by name.
    package func communeCounts(of campaign: Int64) throws -> [PlaceCounts] {
        try all(
            """
            SELECT COALESCE(g.insee, ''), COALESCE(m.name, g.insee, ''), count(*), SUM(\(Self.treated)),
                SUM(\(Self.reported)), SUM(\(Self.nonNegative)),
                CAST(AVG(l.latitude) AS BIGINT), CAST(AVG(l.longitude) AS BIGINT)
            FROM intervention i JOIN herd h ON h.id = i.herd_id JOIN holding g ON g.id = h.holding_id
            LEFT JOIN commune m ON m.insee = g.insee
            LEFT JOIN herd_location l ON l.herd_id = h.id
                AND l.located_on = (SELECT max(k.located_on) FROM herd_location k WHERE k.herd_id = h.id)
            WHERE i.campaign_id = ? AND i.state = 'planned' AND i.kind = 'main'
            GROUP BY COALESCE(g.insee, ''), COALESCE(m.name, g.insee, '') ORDER BY 2, 1
            """, [.int(campaign)]
        ) { row in
            let point = row.intOrNil(6).flatMap { latitude in
                row.intOrNil(7).flatMap { MapPoint(latitude: Int(latitude), longitude: Int($0)) }
            }
            return PlaceCounts(
                code: row.text(0), name: row.text(1), interventions: Int(row.int(2)), treated: Int(row.int(3)),
                reported: Int(row.int(4)), nonNegative: Int(row.int(5)), middle: point)
        }
    }

    /// The whole of a campaign, for the map of the departments.
    package func placeCounts(of campaign: Int64, department: String) throws -> PlaceCounts {
        let counts =
            try first(
                """
                SELECT count(*), SUM(\(Self.treated)), SUM(\(Self.reported)), SUM(\(Self.nonNegative))
                FROM intervention i WHERE i.campaign_id = ? AND i.state = 'planned' AND i.kind = 'main'
                """, [.int(campaign)]
            ) { row in (0...3).map { Int(row.intOrNil($0) ?? 0) } } ?? [0, 0, 0, 0]
        return PlaceCounts(
            code: department, name: department, interventions: counts[0], treated: counts[1], reported: counts[2],
            nonNegative: counts[3], middle: nil)
    }

    private static let hasReport = """
        EXISTS (SELECT 1 FROM inspection_report r
            WHERE r.campaign_id = i.campaign_id AND r.intervention_id = i.id AND r.invalidated_on IS NULL)
        """
    private static let reported = "CASE WHEN \(hasReport) THEN 1 ELSE 0 END"
    private static let treated = """
        CASE WHEN \(hasReport)
            OR EXISTS (SELECT 1 FROM non_completion n
                WHERE n.campaign_id = i.campaign_id AND n.intervention_id = i.id AND n.revoked_on IS NULL)
            THEN 1 ELSE 0 END
        """
    private static let nonNegative = """
        CASE WHEN EXISTS (SELECT 1 FROM disease_state s
                WHERE s.campaign_id = i.campaign_id AND s.intervention_id = i.id AND s.non_negative > 0)
            THEN 1 ELSE 0 END
        """
}
