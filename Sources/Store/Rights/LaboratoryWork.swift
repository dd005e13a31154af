import Kernel

/// An analysis request (DAI) as its laboratory looks at it.
package struct LaboratoryRequest: Sendable, Hashable {
    package let intervention: String
    package let edition: Int
    package let holding: String
    package let department: String
    /// Bits of `Disease`.
    package let diseases: Int
    package let animals: Int
    /// UTC, ISO 8601.
    package let issuedAt: String
    /// When the file for the laboratory was written; nil before.
    package let writtenAt: String?
}

/// The results of one file of the laboratory (*dossier*), counted.
package struct LaboratoryDossier: Sendable, Hashable {
    package let dossier: String
    package let sampledOn: Day
    package let results: Int
    package let nonNegative: Int
}

extension Connection {
    /// The latest requests to a laboratory.
    package func analysisRequests(toLaboratory id: Int64, limit: Int) throws -> [LaboratoryRequest] {
        try all(
            """
            SELECT i.number, q.edition, g.number, i.department, q.diseases, q.animals, q.issued_at, q.written_at
            FROM analysis_request q
            JOIN intervention i ON i.campaign_id = q.campaign_id AND i.id = q.intervention_id
            JOIN herd h ON h.id = i.herd_id JOIN holding g ON g.id = h.holding_id
            WHERE q.laboratory_id = ? ORDER BY q.issued_at DESC, i.number LIMIT ?
            """, [.int(id), .int(Int64(limit))]
        ) { row in
            LaboratoryRequest(
                intervention: row.text(0), edition: Int(row.int(1)), holding: row.text(2), department: row.text(3),
                diseases: Int(row.int(4)), animals: Int(row.int(5)), issuedAt: row.text(6),
                writtenAt: row.textOrNil(7))
        }
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
