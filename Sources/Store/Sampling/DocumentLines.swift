import Kernel

/// An intervention with the latest edition of its document, as the list of documents shows it.
package struct DocumentLine: Sendable, Hashable {
    package let number: String
    package let holding: String
    package let name: String
    package let veterinarian: String
    package let plannedOn: Day?
    package let edition: Int?
    /// `draft`, `validated`, `cancelled`; nil without any.
    package let state: String?
    package let editedOn: Day?
    package let validUntil: Day?
    /// UTC, ISO 8601; the copy with labels.
    package let printedAt: String?
    package let sentOn: Day?
    package let animals: Int
}

/// How far a document is.
package enum DocumentStage: String, Sendable, CaseIterable {
    case all, none, draft, unprinted, unsent, sent

    fileprivate var condition: String {
        switch self {
        case .all: "1 = 1"
        case .none: "d.number IS NULL"
        case .draft: "d.state = 'draft'"
        case .unprinted: "d.state = 'validated' AND d.printed_at IS NULL"
        case .unsent: "d.state = 'validated' AND d.printed_at IS NOT NULL AND d.sent_on IS NULL"
        case .sent: "d.state = 'validated' AND d.sent_on IS NOT NULL"
        }
    }
}

extension Connection {
    /// A page of the campaign's planned interventions that need a document, in order of number.
    package func documentLines(
        campaign: Int64, _ stage: DocumentStage, after: String?, limit: Int
    ) throws -> [DocumentLine] {
        try all(
            """
            SELECT * FROM (SELECT i.number AS intervention, g.number AS holding, g.name, COALESCE(v.name, '') AS vet,
                i.planned_on, e.number, e.state, e.edited_on, e.valid_until,
                (SELECT max(x.printed_at) FROM dispatch x WHERE x.campaign_id = i.campaign_id
                    AND x.intervention_id = i.id AND x.edition = e.number AND x.copy_kind = 'labels') AS printed_at,
                (SELECT max(x.sent_on) FROM dispatch x WHERE x.campaign_id = i.campaign_id
                    AND x.intervention_id = i.id AND x.edition = e.number AND x.copy_kind = 'labels') AS sent_on,
                (SELECT count(*) FROM requested_animal r WHERE r.campaign_id = i.campaign_id
                    AND r.intervention_id = i.id AND r.cancelled_on IS NULL) AS animals
                FROM intervention i JOIN herd h ON h.id = i.herd_id JOIN holding g ON g.id = h.holding_id
                LEFT JOIN veterinarian v ON v.id = i.veterinarian_id
                LEFT JOIN edition e ON e.campaign_id = i.campaign_id AND e.intervention_id = i.id
                    AND e.number = (SELECT max(l.number) FROM edition l WHERE l.campaign_id = i.campaign_id
                        AND l.intervention_id = i.id)
                WHERE i.campaign_id = ? AND i.state = 'planned' AND i.number > ? AND EXISTS (
                    SELECT 1 FROM requested_plan p WHERE p.campaign_id = i.campaign_id AND p.intervention_id = i.id
                        AND p.matrix <> 'milk')) d
            WHERE \(stage.condition) ORDER BY d.intervention LIMIT ?
            """, [.int(campaign), .text(after ?? ""), .int(Int64(limit))]
        ) { row in
            DocumentLine(
                number: row.text(0), holding: row.text(1), name: row.text(2), veterinarian: row.text(3),
                plannedOn: row.dayOrNil(4), edition: row.intOrNil(5).map { Int($0) }, state: row.textOrNil(6),
                editedOn: row.dayOrNil(7), validUntil: row.dayOrNil(8), printedAt: row.textOrNil(9),
                sentOn: row.dayOrNil(10), animals: Int(row.int(11)))
        }
    }
}
