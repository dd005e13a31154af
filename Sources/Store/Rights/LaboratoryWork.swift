import Kernel

/// What tells one analysis request of a laboratory from another: `12-345-1` in addresses.
package struct AnalysisRequestKey: Sendable, Hashable, LosslessStringConvertible {
    package let campaign: Int64
    package let intervention: Int64
    package let edition: Int

    package init(campaign: Int64, intervention: Int64, edition: Int) {
        (self.campaign, self.intervention, self.edition) = (campaign, intervention, edition)
    }

    package init?(_ description: String) {
        let parts = description.split(separator: "-", omittingEmptySubsequences: false).compactMap { Int64($0) }
        guard parts.count == 3, parts.allSatisfy({ $0 >= 0 }), parts[2] <= 1_000_000 else { return nil }
        self.init(campaign: parts[0], intervention: parts[1], edition: Int(parts[2]))
    }

    package var description: String { "\(campaign)-\(intervention)-\(edition)" }
}

/// An analysis request (DAI) as its laboratory looks at it.
package struct LaboratoryRequest: Sendable, Hashable {
    package let key: AnalysisRequestKey
    package let intervention: String
    package let holding: String
    package let department: String
    /// Bits of `Disease`.
    package let diseases: Int
    package let animals: Int
    /// UTC, ISO 8601.
    package let issuedAt: String
    /// When the laboratory fetched the file, and which account; nil before.
    package let fetchedAt: String?
    package let fetchedBy: String?
    /// Its edition was cancelled: nothing comes of it.
    package let isCancelled: Bool
}

/// Which of its requests a laboratory looks at.
package struct LaboratoryRequestFilter: Sendable, Hashable {
    package enum Stage: String, Sendable, CaseIterable { case waiting, fetched, all }

    package var stage = Stage.waiting
    package var department: String?
    /// The year of the campaign.
    package var year: Int?
    /// How the number of the intervention or of the holding begins.
    package var number: String?
    /// The last one of the page before.
    package var after: AnalysisRequestPlace?
    package var limit = 100

    package init() {}
}

/// Where a request stands in the list of its laboratory: `2021-02-15T08:00:00Z_12-345-1` in addresses and cursors.
package struct AnalysisRequestPlace: Sendable, Hashable, LosslessStringConvertible {
    /// UTC, ISO 8601.
    package let issuedAt: String
    package let key: AnalysisRequestKey

    package init(_ issuedAt: String, _ key: AnalysisRequestKey) { (self.issuedAt, self.key) = (issuedAt, key) }

    package init?(_ description: String) {
        let parts = description.split(separator: "_").map(String.init)
        guard parts.count == 2, let key = AnalysisRequestKey(parts[1]),
            parts[0].allSatisfy({ $0.isASCII && ($0.isNumber || "-:TZ.".contains($0)) })
        else { return nil }
        self.init(parts[0], key)
    }

    package var description: String { "\(issuedAt)_\(key)" }
}

/// The results of one file of the laboratory (*dossier*), counted.
package struct LaboratoryDossier: Sendable, Hashable {
    package let dossier: String
    package let sampledOn: Day
    package let results: Int
    package let nonNegative: Int
}

extension Connection {
    /// The requests to a laboratory, the latest first.
    package func analysisRequests(
        toLaboratory id: Int64, _ filter: LaboratoryRequestFilter
    ) throws -> [LaboratoryRequest] {
        var conditions = ["q.laboratory_id = ?"]
        var arguments: [SQLValue] = [.int(id)]
        switch filter.stage {
        case .waiting: conditions.append(Connection.waits)
        case .fetched: conditions.append("q.fetched_at IS NOT NULL")
        case .all: break
        }
        if let department = filter.department {
            conditions.append("i.department = ?")
            arguments.append(.text(department))
        }
        if let year = filter.year {
            conditions.append("c.prophylaxis_year = ?")
            arguments.append(.int(Int64(year)))
        }
        if let number = filter.number {
            // Digits only: what could be read as a pattern never comes here.
            let start = number.filter { $0.isASCII && $0.isNumber } + "%"
            conditions.append("(i.number LIKE ? OR g.number LIKE ?)")
            arguments += [.text(start), .text(start)]
        }
        if let after = filter.after {
            conditions.append(
                "(q.issued_at, q.campaign_id, q.intervention_id, q.edition) < (?, \(Connection.keyPlaces))")
            arguments += [
                .text(after.issuedAt), .int(after.key.campaign), .int(after.key.intervention), .int(after.key.edition),
            ]
        }
        return try all(
            """
            SELECT q.campaign_id, q.intervention_id, q.edition, i.number, g.number, i.department, q.diseases,
                q.animals, q.issued_at, q.fetched_at, q.fetched_by, e.state
            FROM analysis_request q
            JOIN edition e ON e.campaign_id = q.campaign_id AND e.intervention_id = q.intervention_id
                AND e.number = q.edition
            JOIN intervention i ON i.campaign_id = q.campaign_id AND i.id = q.intervention_id
            JOIN campaign c ON c.id = q.campaign_id
            JOIN herd h ON h.id = i.herd_id JOIN holding g ON g.id = h.holding_id
            WHERE \(conditions.joined(separator: " AND "))
            ORDER BY q.issued_at DESC, q.campaign_id DESC, q.intervention_id DESC, q.edition DESC LIMIT ?
            """, arguments + [.int(Int64(filter.limit))]
        ) { row in
            LaboratoryRequest(
                key: AnalysisRequestKey(campaign: row.int(0), intervention: row.int(1), edition: Int(row.int(2))),
                intervention: row.text(3), holding: row.text(4), department: row.text(5), diseases: Int(row.int(6)),
                animals: Int(row.int(7)), issuedAt: row.text(8), fetchedAt: row.textOrNil(9),
                fetchedBy: row.textOrNil(10), isCancelled: row.text(11) != "validated")
        }
    }

    /// Once a campaign is closed, only visits outside of it still bring blood.
    private static let waits = """
        q.fetched_at IS NULL AND e.state = 'validated' AND (c.state <> 'closed' OR i.kind = 'outside')
        """
    private static let keyPlaces = "CAST(? AS BIGINT), CAST(? AS BIGINT), CAST(? AS BIGINT)"

    /// How many requests wait to be fetched.
    package func waitingRequests(toLaboratory id: Int64) throws -> Int {
        try count(
            """
            SELECT count(*) FROM analysis_request q
            JOIN edition e ON e.campaign_id = q.campaign_id AND e.intervention_id = q.intervention_id
                AND e.number = q.edition
            JOIN intervention i ON i.campaign_id = q.campaign_id AND i.id = q.intervention_id
            JOIN campaign c ON c.id = q.campaign_id
            WHERE q.laboratory_id = ? AND \(Connection.waits)
            """, [.int(id)])
    }

    /// Remembers who fetched it first.
    package func markFetched(
        _ key: AnalysisRequestKey, laboratory: Int64, by login: String, at now: String
    ) throws {
        try execute(
            """
            UPDATE analysis_request SET fetched_at = ?, fetched_by = ?
            WHERE campaign_id = ? AND intervention_id = ? AND edition = ? AND laboratory_id = ?
                AND fetched_at IS NULL
            """,
            [
                .text(now), .text(login), .int(key.campaign), .int(key.intervention), .int(key.edition),
                .int(laboratory),
            ])
    }

    /// A page of a laboratory's dossiers that stand, in their order, from after `after` on.
    package func dossiers(ofLaboratory id: Int64, after: String?, limit: Int) throws -> [LaboratoryDossier] {
        try all(
            """
            SELECT d.dossier, min(d.sampled_on), sum(d.results), sum(d.non_negative) FROM (
                SELECT dossier, min(sampled_on) AS sampled_on, count(*) AS results,
                    sum(CASE WHEN interpretation IS NULL OR interpretation = 'NEG' THEN 0 ELSE 1 END) AS non_negative
                FROM blood_result WHERE laboratory_id = ? AND dossier > ? AND replaced_at IS NULL GROUP BY dossier
                UNION ALL
                SELECT dossier, min(sampled_on), count(*), sum(CASE WHEN interpretation = 'NEG' THEN 0 ELSE 1 END)
                FROM milk_result WHERE laboratory_id = ? AND dossier > ? AND replaced_by IS NULL GROUP BY dossier) d
            GROUP BY d.dossier ORDER BY d.dossier LIMIT ?
            """,
            [.int(id), .text(after ?? ""), .int(id), .text(after ?? ""), .int(Int64(limit))]
        ) { row in
            LaboratoryDossier(
                dossier: row.text(0), sampledOn: row.day(1), results: Int(row.int(2)), nonNegative: Int(row.int(3)))
        }
    }
}
