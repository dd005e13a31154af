import Kernel

/// The head of an intervention: what a program asks for a thousand times a day, in one statement.
package struct InterventionSummaryRow: Sendable {
    package let identity: InterventionIdentity
    package let campaign: (name: String, year: Int, starts: Day, ends: Day)
    package let holding: String
    package let holdingName: String
    package let insee: String?
    package let herd: String
    package let herdClass: String
    package let kind: String
    package let state: String
    package let plannedOn: Day?
    package let completedOn: Day?
    package let veterinarian: String?
    /// The standing report.
    package let report: (number: String, version: Int, value: String, issuedOn: Day)?
}

extension Connection {
    /// The last campaign's intervention with a number, of those within reach. History may repeat a number.
    package func interventionSummary(
        numbered number: String, within reach: Reach
    ) throws -> InterventionSummaryRow? {
        let own = reach.intervention("i")
        return try first(
            """
            SELECT i.campaign_id, i.id, i.number, i.department, c.name, c.prophylaxis_year, c.starts_on, c.ends_on,
                g.number, g.name, g.insee, h.code, h.class, i.kind, i.state, i.planned_on, i.completed_on,
                v.order_number, r.number, r.version, r.value, r.issued_on
            FROM intervention i JOIN campaign c ON c.id = i.campaign_id
            JOIN herd h ON h.id = i.herd_id JOIN holding g ON g.id = h.holding_id
            LEFT JOIN veterinarian v ON v.id = i.veterinarian_id
            LEFT JOIN inspection_report r ON r.campaign_id = i.campaign_id AND r.intervention_id = i.id
                AND r.invalidated_on IS NULL
            WHERE i.number = ? AND \(own.sql) ORDER BY c.prophylaxis_year DESC, i.department, i.id LIMIT 1
            """, [.text(number)] + own.arguments
        ) { InterventionSummaryRow($0) }
    }

    /// The evaluation that stands for each disease, by its code.
    package func standingEvaluations(of intervention: InterventionIdentity) throws -> [String: String] {
        let pairs = try all(
            """
            SELECT disease, value FROM evaluation
            WHERE campaign_id = ? AND intervention_id = ? AND replaced_at IS NULL
            """, [.int(intervention.campaign), .int(intervention.id)]
        ) { ($0.text(0), $0.text(1)) }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
}

extension InterventionSummaryRow {
    fileprivate init(_ row: borrowing Row) {
        identity = InterventionIdentity(
            campaign: row.int(0), id: row.int(1), number: row.text(2), department: row.text(3))
        campaign = (row.text(4), Int(row.int(5)), row.day(6), row.day(7))
        holding = row.text(8)
        holdingName = row.text(9)
        insee = row.textOrNil(10)
        herd = row.text(11)
        herdClass = row.text(12)
        kind = row.text(13)
        state = row.text(14)
        plannedOn = row.dayOrNil(15)
        completedOn = row.dayOrNil(16)
        veterinarian = row.textOrNil(17)
        report = row.isNull(18) ? nil : (row.text(18), Int(row.int(19)), row.text(20), row.day(21))
    }
}
