import Kernel
import Prophylaxis

/// An intervention of the latest campaign as the herd's keeper or veterinarian looks at it.
package struct OwnIntervention: Sendable {
    package let identity: InterventionIdentity
    package let holding: String
    package let name: String
    package let herd: String
    package let herdClass: String
    package let year: Int
    package let endsOn: Day
    package let plannedOn: Day?
    package let visitedOn: Day?
    /// Number of the validated document; nil while there is none.
    package let edition: Int?
    /// Until when the document serves a visit.
    package let validUntil: Day?
    package let hasSkinPlan: Bool
    /// When the standing tuberculin report's injection was.
    package let injectedOn: Day?
    /// When the account last saved a report that it is typing.
    package let draftSavedAt: String?
    /// Its campaign is not closed.
    package let isOpen: Bool
    /// As its health veterinarian, or a service.
    package let isOfficial: Bool
    /// Status of each planned disease; nil before it was computed.
    package let statuses: [(disease: Disease, status: Status?)]
}

extension Connection {
    /// Planned interventions of each department's latest campaign within reach, by number, from after `after` on.
    package func ownInterventions(
        within reach: Reach, of login: String, after: String?, limit: Int
    ) throws -> [OwnIntervention] {
        let own = reach.intervention("i")
        var official = reach
        official.isOfficial = true
        let asOfficial = official.intervention("i")
        let statuses = Disease.allCases.map(OwnIntervention.columns).joined(separator: ",\n")
        return try all(
            """
            SELECT i.campaign_id, i.id, i.number, i.department, g.number, g.name, h.code, h.class, c.prophylaxis_year,
                c.ends_on, i.planned_on,
                (SELECT min(v.visited_on) FROM visit v WHERE v.campaign_id = i.campaign_id
                    AND v.intervention_id = i.id AND v.retracted_at IS NULL),
                e.number, e.valid_until,
                (SELECT count(*) FROM requested_plan p WHERE p.campaign_id = i.campaign_id
                    AND p.intervention_id = i.id AND p.matrix = 'skin'),
                (SELECT max(t.injected_on) FROM tuberculin_report t WHERE t.campaign_id = i.campaign_id
                    AND t.intervention_id = i.id AND t.replaced_at IS NULL),
                (SELECT d.saved_at FROM tuberculin_draft d WHERE d.login = ? AND d.campaign_id = i.campaign_id
                    AND d.intervention_id = i.id),
                c.state, CASE WHEN \(asOfficial.sql) THEN 1 ELSE 0 END,
                \(statuses)
            FROM intervention i JOIN campaign c ON c.id = i.campaign_id
            JOIN herd h ON h.id = i.herd_id JOIN holding g ON g.id = h.holding_id
            LEFT JOIN edition e ON e.campaign_id = i.campaign_id AND e.intervention_id = i.id
                AND e.state = 'validated' AND NOT EXISTS (SELECT 1 FROM edition l
                    WHERE l.campaign_id = e.campaign_id AND l.intervention_id = e.intervention_id
                        AND l.state = 'validated' AND l.number > e.number)
            WHERE \(own.sql) AND i.state = 'planned' AND c.state IN ('executed', 'closed') AND NOT EXISTS (
                    SELECT 1 FROM campaign n WHERE n.department = c.department AND n.state IN ('executed', 'closed')
                        AND n.prophylaxis_year > c.prophylaxis_year) AND i.number > ?
            ORDER BY i.number LIMIT ?
            """, [.text(login)] + asOfficial.arguments + own.arguments + [.text(after ?? ""), .int(Int64(limit))]
        ) { try OwnIntervention($0) }
    }
}

extension OwnIntervention {
    private static let head = 19

    /// How many plans the disease has, and its status.
    fileprivate static func columns(_ disease: Disease) -> String {
        let own = "campaign_id = i.campaign_id AND %.intervention_id = i.id AND %.disease = '\(disease.rawValue)'"
        return """
            (SELECT count(*) FROM requested_plan p WHERE p.\(own.replacing("%", with: "p"))),
            (SELECT s.status FROM disease_state s WHERE s.\(own.replacing("%", with: "s")))
            """
    }

    fileprivate init(_ row: borrowing Row) throws {
        identity = InterventionIdentity(
            campaign: row.int(0), id: row.int(1), number: row.text(2), department: row.text(3))
        (holding, name, herd, herdClass) = (row.text(4), row.text(5), row.text(6), row.text(7))
        (year, endsOn) = (Int(row.int(8)), row.day(9))
        (plannedOn, visitedOn) = (row.dayOrNil(10), row.dayOrNil(11))
        (edition, validUntil) = (row.intOrNil(12).map(Int.init), row.dayOrNil(13))
        (hasSkinPlan, injectedOn, draftSavedAt) = (row.int(14) > 0, row.dayOrNil(15), row.textOrNil(16))
        (isOpen, isOfficial) = (row.text(17) == "executed", row.flag(18))
        var statuses: [(Disease, Status?)] = []
        for (position, disease) in Disease.allCases.enumerated() {
            let start = OwnIntervention.head + 2 * position
            if row.int(start) > 0 { statuses.append((disease, try row.codeOrNil(start + 1))) }
        }
        self.statuses = statuses
    }
}
