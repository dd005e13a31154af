import Kernel
import Prophylaxis
import Register

/// The parts of `CampaignHerd`, each one query for the whole department.
extension Connection {
    func bareHerds(_ scope: HerdScope) throws -> [CampaignHerd] {
        try all(
            """
            SELECT h.id, g.number, h.code, g.name, h.class, h.orientation, h.milk_delivery, g.insee, h.opened_on,
                h.closed_on, g.closed_on
            FROM herd h JOIN holding g ON g.id = h.holding_id
            WHERE \(scope.condition) ORDER BY g.number, h.code
            """, scope.arguments
        ) { row in
            CampaignHerd(
                id: row.int(0), reference: HerdReference(holding: row.text(1), herd: row.text(2)),
                holdingName: row.text(3), herdClass: try row.code(4), orientation: try row.code(5),
                milkDelivery: try row.code(6), insee: row.textOrNil(7), openedOn: row.dayOrNil(8),
                closedOn: [row.dayOrNil(9), row.dayOrNil(10)].compactMap { $0 }.min())
        }
    }

    /// An authorisation stands from `since` on, up to but not including `until`.
    func eachAuthorisation(
        _ scope: HerdScope, on day: Day, _ body: (Int64, StandingAuthorisation) throws -> Void
    ) throws {
        try rows(
            """
            SELECT a.herd_id, a.kind, a.disease, a.since
            FROM authorisation a JOIN herd h ON h.id = a.herd_id
            WHERE \(scope.condition) AND a.since <= ? AND (a.until IS NULL OR a.until > ?)
            ORDER BY a.herd_id, a.kind, a.disease, a.since
            """, scope.arguments + [.day(day), .day(day)]
        ) { row in
            let standing = StandingAuthorisation(
                kind: try row.code(1), disease: try row.codeOrNil(2), since: row.day(3))
            try body(row.int(0), standing)
        }
    }

    func eachHerdRhythm(_ scope: HerdScope, _ body: (Int64, Disease, ScreeningRank.Rhythm) throws -> Void) throws {
        try rows(
            """
            SELECT s.herd_id, s.disease, s.interval_years, s.phase
            FROM screening s JOIN herd h ON h.id = s.herd_id
            WHERE \(scope.condition) AND s.department = h.department
            """, scope.arguments
        ) { row in
            let rhythm = ScreeningRank.Rhythm(intervalYears: Int(row.int(2)), phase: Int(row.int(3)))
            try body(row.int(0), try row.code(1), rhythm)
        }
    }

    /// The veterinarian whose designation he accepted; the latest where two overlap.
    func eachHealthVeterinarian(_ scope: HerdScope, on day: Day, _ body: (Int64, Int64) throws -> Void) throws {
        try rows(
            """
            SELECT v.herd_id, v.veterinarian_id
            FROM herd_veterinarian v JOIN herd h ON h.id = v.herd_id
            WHERE \(scope.condition) AND v.role = 'health' AND v.since <= ?
                AND (v.until IS NULL OR v.until > ?) AND v.accepted_on <= ?
            ORDER BY v.herd_id, v.since, v.veterinarian_id
            """, scope.arguments + [.day(day), .day(day), .day(day)]
        ) { row in try body(row.int(0), row.int(1)) }
    }

    /// The first visit, or else the completion or the planned day, of the latest earlier campaign of each herd.
    func eachLastVisit(
        _ scope: HerdScope, before campaign: CampaignRow, _ body: (Int64, Day) throws -> Void
    ) throws {
        try rows(
            """
            SELECT i.herd_id, COALESCE(
                (SELECT min(v.visited_on) FROM visit v
                    WHERE v.campaign_id = i.campaign_id AND v.intervention_id = i.id AND v.retracted_at IS NULL),
                i.completed_on, i.planned_on)
            FROM intervention i JOIN campaign c ON c.id = i.campaign_id JOIN herd h ON h.id = i.herd_id
            WHERE \(scope.condition) AND i.kind = 'main' AND i.state = 'planned' AND c.department = h.department
                AND c.prophylaxis_year < ?
            ORDER BY i.herd_id, c.prophylaxis_year
            """, scope.arguments + [.int(campaign.prophylaxisYear)]
        ) { row in
            if let visit = row.dayOrNil(1) { try body(row.int(0), visit) }
        }
    }

    /// Herds that took the place of one of another class, that was open at the start and closed since (PRO-87).
    func eachChangeOfType(_ scope: HerdScope, since start: Day, _ body: (Int64) throws -> Void) throws {
        try rows(
            """
            SELECT h.id FROM herd h
            WHERE \(scope.condition) AND h.opened_on > ? AND EXISTS (
                SELECT 1 FROM herd o
                WHERE o.holding_id = h.holding_id AND o.id <> h.id AND o.class <> h.class
                    AND o.closed_on >= ? AND (o.opened_on IS NULL OR o.opened_on <= ?))
            """, scope.arguments + [.day(start), .day(start), .day(start)]
        ) { row in try body(row.int(0)) }
    }
}
