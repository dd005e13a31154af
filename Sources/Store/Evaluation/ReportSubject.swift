import Kernel
import Prophylaxis

/// The inspected object of a report, and what is known of it beside its three diseases.
package struct ReportSubject: Sendable, Hashable {
    package struct Letter: Sendable, Hashable {
        package let kind: String
        package let writtenOn: Day
    }

    package let id: Int64
    package let number: String
    package let herd: String
    package let herdClass: String
    package let holding: String
    package let holdingName: String
    package let keeper: String?
    package let address: [String]
    package let veterinarian: String?
    package let orderNumber: String?
    /// Whether any plan but bulk milk is requested: then milk does not set the date of completion (PRO-177).
    package let hasVisitPlan: Bool
    package let hasNonCompletion: Bool
    /// How many versions were issued before, all invalidated.
    package let versions: Int
    package internal(set) var letters: [Letter] = []
}

extension Connection {
    /// The main interventions that the filter names and that have no standing report. Reports are made on the main
    /// intervention only: a retest's result comes back to the first (PRO-263).
    package func reportSubjects(of campaign: Int64, _ filter: InterventionFilter) throws -> [ReportSubject] {
        let condition = filter.condition(on: "i.id")
        var subjects = try all(
            """
            SELECT i.id, i.number, h.code, h.class, g.number, g.name, g.keeper, g.address, g.postcode, g.town, v.name,
                v.order_number,
                EXISTS (SELECT 1 FROM requested_plan p WHERE p.campaign_id = i.campaign_id
                    AND p.intervention_id = i.id AND p.matrix <> 'milk'),
                EXISTS (SELECT 1 FROM non_completion n WHERE n.campaign_id = i.campaign_id
                    AND n.intervention_id = i.id AND n.revoked_on IS NULL),
                (SELECT count(*) FROM inspection_report r WHERE r.campaign_id = i.campaign_id
                    AND r.intervention_id = i.id)
            FROM intervention i
            JOIN herd h ON h.id = i.herd_id
            JOIN holding g ON g.id = h.holding_id
            LEFT JOIN veterinarian v ON v.id = i.veterinarian_id
            WHERE i.campaign_id = ? AND \(condition.sql) AND i.state = 'planned' AND i.kind = 'main'
                AND NOT EXISTS (SELECT 1 FROM inspection_report r WHERE r.campaign_id = i.campaign_id
                    AND r.intervention_id = i.id AND r.invalidated_on IS NULL)
            ORDER BY i.id
            """, [.int(campaign)] + condition.arguments
        ) { row in
            ReportSubject(
                id: row.int(0), number: row.text(1), herd: row.text(2), herdClass: row.text(3), holding: row.text(4),
                holdingName: row.text(5), keeper: row.textOrNil(6),
                address: [
                    row.textOrNil(7),
                    [row.textOrNil(8), row.textOrNil(9)].compactMap { $0 }.joined(separator: " "),
                ].compactMap { $0 }.filter { !$0.isEmpty },
                veterinarian: row.textOrNil(10), orderNumber: row.textOrNil(11), hasVisitPlan: row.truth(12),
                hasNonCompletion: row.truth(13), versions: Int(row.int(14)))
        }
        let positions = Dictionary(uniqueKeysWithValues: subjects.enumerated().map { ($1.id, $0) })
        let letters = filter.condition(on: "intervention_id")
        try rows(
            """
            SELECT intervention_id, kind, written_on FROM letter WHERE campaign_id = ? AND \(letters.sql)
            ORDER BY intervention_id, written_on, id
            """, [.int(campaign)] + letters.arguments
        ) { row in
            guard let position = positions[row.int(0)] else { return }
            subjects[position].letters.append(.init(kind: row.text(1), writtenOn: row.day(2)))
        }
        return subjects
    }

    /// Name and address of an organisation, as a document names its issuer.
    package func organisation(_ id: Int64) throws -> (name: String, lines: [String])? {
        try first("SELECT name, address, postcode, town FROM organisation WHERE id = ?", [.int(id)]) { row in
            let town = [row.textOrNil(2), row.textOrNil(3)].compactMap { $0 }.joined(separator: " ")
            return (row.text(0), [row.textOrNil(1) ?? "", town].filter { !$0.isEmpty })
        }
    }
}

extension Row {
    /// The value of an expression such as `EXISTS`: 0 or 1 on SQLite, `t` or `f` on PostgreSQL.
    func truth(_ column: Int) -> Bool {
        withUTF8(column) { $0.first == UInt8(ascii: "1") || $0.first == UInt8(ascii: "t") }
    }
}
