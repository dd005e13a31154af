import Kernel
import Register

/// Two herds that are epidemiologically linked (PRO-22). The link has no direction.
package struct HerdLinkRow: Sendable, Hashable {
    package let herd: Int64
    package let other: Int64
    package let since: Day
    package let reason: String
    package let writtenBy: String

    package init(between herds: (Int64, Int64), since: Day, reason: String, writtenBy: String) {
        herd = min(herds.0, herds.1)
        other = max(herds.0, herds.1)
        self.since = since
        self.reason = reason
        self.writtenBy = writtenBy
    }
}

extension Connection {
    /// The day since which two herds are linked; nil where no link stands.
    package func standingLink(between herds: (Int64, Int64)) throws -> Day? {
        try first(
            "SELECT since FROM herd_link WHERE herd_id = ? AND other_id = ? AND until IS NULL",
            [.int(min(herds.0, herds.1)), .int(max(herds.0, herds.1))]
        ) { $0.day(0) }
    }

    package func insert(_ link: HerdLinkRow) throws {
        try execute(
            """
            INSERT INTO herd_link (herd_id, other_id, since, reason, written_by) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (herd_id, other_id, since) DO UPDATE SET until = NULL, reason = excluded.reason,
                written_by = excluded.written_by
            """,
            [.int(link.herd), .int(link.other), .day(link.since), .text(link.reason), .text(link.writtenBy)])
    }

    package func endLink(between herds: (Int64, Int64), on day: Day) throws {
        try execute(
            """
            UPDATE herd_link SET until = CASE WHEN since > ? THEN since ELSE ? END
            WHERE herd_id = ? AND other_id = ? AND until IS NULL
            """, [.day(day), .day(day), .int(min(herds.0, herds.1)), .int(max(herds.0, herds.1))])
    }

    /// Places a herd on the map; a second place of the same day replaces the first, earlier ones stay.
    package func locate(herd id: Int64, at point: MapPoint, on day: Day, told: (source: String, by: String)) throws {
        try execute(
            """
            INSERT INTO herd_location (herd_id, located_on, latitude, longitude, source, written_by)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (herd_id, located_on) DO UPDATE SET latitude = excluded.latitude,
                longitude = excluded.longitude, source = excluded.source, written_by = excluded.written_by
            """,
            [
                .int(id), .day(day), .int(Int64(point.latitude)), .int(Int64(point.longitude)), .text(told.source),
                .text(told.by),
            ])
    }
}

extension Connection {
    /// The herds that one is linked with today, `99000002/A`, and since when.
    package func standingLinks(ofHerd id: Int64) throws -> [(herd: String, since: Day)] {
        try all(
            """
            SELECT g.number, o.code, k.since
            FROM (SELECT other_id AS other, since FROM herd_link WHERE herd_id = ? AND until IS NULL
                UNION ALL SELECT herd_id, since FROM herd_link WHERE other_id = ? AND until IS NULL) k
            JOIN herd o ON o.id = k.other JOIN holding g ON g.id = o.holding_id ORDER BY g.number, o.code
            """, [.int(id), .int(id)]
        ) { ("\($0.text(0))/\($0.text(1))", $0.day(2)) }
    }

    /// Where a herd stands on the map, as it was last said; nil where nobody did.
    package func location(ofHerd id: Int64) throws -> (point: MapPoint, on: Day, source: String)? {
        try first(
            """
            SELECT latitude, longitude, located_on, source FROM herd_location WHERE herd_id = ?
            ORDER BY located_on DESC LIMIT 1
            """, [.int(id)]
        ) { row in
            MapPoint(latitude: Int(row.int(0)), longitude: Int(row.int(1))).map { ($0, row.day(2), row.text(3)) }
        } ?? nil
    }

    /// Whether a herd has its main intervention in a campaign, withdrawn ones not counted.
    package func hasMainIntervention(ofHerd herd: Int64, in campaign: Int64) throws -> Bool {
        try first(
            """
            SELECT 1 FROM intervention WHERE campaign_id = ? AND herd_id = ? AND kind = 'main' AND state = 'planned'
            """, [.int(campaign), .int(herd)]
        ) { _ in true } ?? false
    }
}
