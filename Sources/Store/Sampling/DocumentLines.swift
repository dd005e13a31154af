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
    /// The herd is closed: nothing will be sampled.
    package let closedOn: Day?
    /// No cattle are in the herd.
    package let isEmpty: Bool
    /// What the list is sorted by.
    package let key: String
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

package enum DocumentOrder: String, Sendable, CaseIterable {
    case number, planned, veterinarian, commune, holding

    fileprivate var key: String {
        switch self {
        case .number: "''"
        case .planned: "COALESCE(CAST(i.planned_on AS TEXT), '9999')"
        case .veterinarian: "COALESCE(v.name, '')"
        case .commune: "COALESCE(g.insee, '')"
        case .holding: "g.number"
        }
    }
}

/// Which documents of a campaign a list shows, and in which order.
package struct DocumentListFilter: Sendable, Hashable {
    package struct Cursor: Sendable, Hashable {
        package let key: String
        package let number: String

        package init(key: String, number: String) {
            self.key = key
            self.number = number
        }
    }

    package var stage = DocumentStage.all
    /// Order number of the intervention's veterinarian.
    package var veterinarian: String?
    /// INSEE code of the commune.
    package var insee: String?
    /// Number of a holding, or its first digits.
    package var holding: String?
    package var order = DocumentOrder.number
    /// The page begins after this line.
    package var after: Cursor?

    package init(_ stage: DocumentStage = .all) { self.stage = stage }

    /// Something narrows the stage.
    package var isNarrowed: Bool { veterinarian != nil || insee != nil || holding != nil }

    /// On `i`, `g`, `v`.
    fileprivate var conditions: (sql: String, arguments: [SQLValue]) {
        var (sql, arguments): (String, [SQLValue]) = ("", [])
        if let veterinarian {
            sql += " AND v.order_number = ?"
            arguments.append(.text(veterinarian))
        }
        if let insee {
            sql += " AND g.insee = ?"
            arguments.append(.text(insee))
        }
        if let holding {
            // `~` follows every digit and letter of a holding's number.
            sql += " AND g.number >= ? AND g.number < ?"
            arguments += [.text(holding), .text(holding + "~")]
        }
        return (sql, arguments)
    }
}

extension Connection {
    /// A page of the campaign's planned interventions that need a document.
    package func documentLines(campaign: Int64, _ filter: DocumentListFilter, limit: Int) throws -> [DocumentLine] {
        let (conditions, arguments) = filter.conditions
        let after = filter.after ?? .init(key: "", number: "")
        return try all(
            """
            SELECT * FROM (SELECT i.number AS intervention, g.number AS holding, g.name, COALESCE(v.name, '') AS vet,
                i.planned_on, e.number, e.state, e.edited_on, e.valid_until,
                (SELECT max(x.printed_at) FROM dispatch x WHERE x.campaign_id = i.campaign_id
                    AND x.intervention_id = i.id AND x.edition = e.number AND x.copy_kind = 'labels') AS printed_at,
                (SELECT max(x.sent_on) FROM dispatch x WHERE x.campaign_id = i.campaign_id
                    AND x.intervention_id = i.id AND x.edition = e.number AND x.copy_kind = 'labels') AS sent_on,
                (SELECT count(*) FROM requested_animal r WHERE r.campaign_id = i.campaign_id
                    AND r.intervention_id = i.id AND r.cancelled_on IS NULL) AS animals, h.closed_on AS closed_on,
                NOT EXISTS (SELECT 1 FROM herd_assignment s WHERE s.herd_id = h.id AND s.retracted_at IS NULL
                    AND s.until IS NULL) AS is_empty,
                \(filter.order.key) AS sort_key
                FROM intervention i JOIN herd h ON h.id = i.herd_id JOIN holding g ON g.id = h.holding_id
                LEFT JOIN veterinarian v ON v.id = i.veterinarian_id
                LEFT JOIN edition e ON e.campaign_id = i.campaign_id AND e.intervention_id = i.id
                    AND e.number = (SELECT max(l.number) FROM edition l WHERE l.campaign_id = i.campaign_id
                        AND l.intervention_id = i.id)
                WHERE i.campaign_id = ? AND i.state = 'planned'\(conditions) AND EXISTS (
                    SELECT 1 FROM requested_plan p WHERE p.campaign_id = i.campaign_id AND p.intervention_id = i.id
                        AND p.matrix <> 'milk')) d
            WHERE \(filter.stage.condition)
                AND (d.sort_key > ? OR (d.sort_key = ? AND d.intervention > ?))
            ORDER BY d.sort_key, d.intervention LIMIT ?
            """,
            [.int(campaign)] + arguments
                + [.text(after.key), .text(after.key), .text(after.number), .int(Int64(limit))]
        ) { row in
            DocumentLine(
                number: row.text(0), holding: row.text(1), name: row.text(2), veterinarian: row.text(3),
                plannedOn: row.dayOrNil(4), edition: row.intOrNil(5).map { Int($0) }, state: row.textOrNil(6),
                editedOn: row.dayOrNil(7), validUntil: row.dayOrNil(8), printedAt: row.textOrNil(9),
                sentOn: row.dayOrNil(10), animals: Int(row.int(11)), closedOn: row.dayOrNil(12),
                isEmpty: row.truth(13), key: row.text(14))
        }
    }
}
