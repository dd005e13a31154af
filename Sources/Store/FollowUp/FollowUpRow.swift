import Kernel
import Prophylaxis

/// One line of the follow-up page: an intervention, its three diseases, its report (PRO-221, PRO-277).
package struct FollowUpRow: Sendable, Hashable {
    package struct DiseasePart: Sendable, Hashable {
        package let disease: Disease
        /// `blood`, `milk`, `skin`, two of them, or nothing.
        package let plans: String
        /// Nil before the first computation.
        package let status: Status?
        package let requested: Int
        package let tested: Int
        package let nonNegative: Int
        /// Doubtful results that nobody has cleared: beside the status (decision 1).
        package let doubtful: Int
        package let startedOn: Day?
        package let finishedOn: Day?
        package let lastResultOn: Day?
        package let proposal: String
        package let evaluation: String?
        /// Identifier of the standing evaluation.
        package let evaluationID: Int64?
        package let evaluatedBy: String?
    }

    package let id: Int64
    package let number: String
    package let holding: String
    package let name: String
    package let insee: String
    package let herd: String
    package let herdClass: String
    package let plannedOn: Day?
    package let veterinarian: String
    package let diseases: [DiseasePart]
    package let report: String?
    package let reportValue: String?
    package let reportedOn: Day?
    package let followUp: String?
    package let nonCompletion: String?
}

extension Connection {
    /// A page in the filter's order; the next one begins after the last line's cursor.
    package func followUpRows(of campaign: Int64, _ filter: FollowUpFilter) throws -> [FollowUpRow] {
        let conditions = filter.conditions
        let order = FollowUpOrderSQL(order: filter.order, dialect: dialect)
        let after = filter.after.flatMap { order.after($0) }
        let parts = Disease.allCases.map(FollowUpRow.columns).joined(separator: ",\n")
        let joins = Disease.allCases.map(FollowUpRow.join).joined(separator: "\n")
        return try all(
            """
            SELECT i.number, g.number, g.name, COALESCE(g.insee, ''), h.code, h.class, i.planned_on,
                COALESCE(v.name, ''), r.number, r.value, r.issued_on,
                (SELECT f.code FROM follow_up f WHERE f.report_id = r.id AND f.replaced_at IS NULL),
                n.code, i.id,
                \(parts)
            FROM \(order.source)
            JOIN herd h ON h.id = i.herd_id
            JOIN holding g ON g.id = h.holding_id
            LEFT JOIN veterinarian v ON v.id = i.veterinarian_id
            LEFT JOIN inspection_report r ON r.campaign_id = i.campaign_id AND r.intervention_id = i.id
                AND r.invalidated_on IS NULL
            LEFT JOIN non_completion n ON n.campaign_id = i.campaign_id AND n.intervention_id = i.id
                AND n.revoked_on IS NULL
            \(joins)
            WHERE \(order.condition) AND \(conditions.sql.joined(separator: " AND "))
                \(after.map { "AND \($0.sql)" } ?? "")
            ORDER BY \(order.text) LIMIT ?
            """, [.int(campaign)] + conditions.arguments + (after?.arguments ?? []) + [.int(filter.limit)]
        ) { try FollowUpRow($0) }
    }
}

extension FollowUpRow {
    private static let head = 14
    private static let width = 13

    fileprivate static func columns(_ disease: Disease) -> String {
        let (state, evaluation, code) = ("s\(disease.bit)", "e\(disease.bit)", disease.rawValue)
        return """
            (SELECT CASE WHEN min(p.matrix) = max(p.matrix) THEN min(p.matrix)
                ELSE min(p.matrix) || ' ' || max(p.matrix) END
                FROM requested_plan p WHERE p.campaign_id = i.campaign_id AND p.intervention_id = i.id
                    AND p.disease = '\(code)'),
            \(state).status, COALESCE(\(state).requested, 0), COALESCE(\(state).tested, 0),
            COALESCE(\(state).non_negative, 0), COALESCE(\(state).started_on, \(state).milk_first_on),
            COALESCE(\(state).finished_on, \(state).milk_last_on), \(state).last_result_on, \(state).proposal,
            \(evaluation).value, \(evaluation).id, \(evaluation).evaluated_by, COALESCE(\(state).doubtful_seen, 0)
            """
    }

    fileprivate static func join(_ disease: Disease) -> String {
        let (state, evaluation) = ("s\(disease.bit)", "e\(disease.bit)")
        return """
            LEFT JOIN disease_state \(state) ON \(state).campaign_id = i.campaign_id
                AND \(state).intervention_id = i.id AND \(state).disease = '\(disease.rawValue)'
            LEFT JOIN evaluation \(evaluation) ON \(evaluation).campaign_id = i.campaign_id
                AND \(evaluation).intervention_id = i.id AND \(evaluation).disease = '\(disease.rawValue)'
                AND \(evaluation).replaced_at IS NULL
            """
    }

    fileprivate init(_ row: borrowing Row) throws {
        number = row.text(0)
        holding = row.text(1)
        name = row.text(2)
        insee = row.text(3)
        herd = row.text(4)
        herdClass = row.text(5)
        plannedOn = row.dayOrNil(6)
        veterinarian = row.text(7)
        report = row.textOrNil(8)
        reportValue = row.textOrNil(9)
        reportedOn = row.dayOrNil(10)
        followUp = row.textOrNil(11)
        nonCompletion = row.textOrNil(12)
        id = row.int(13)
        var parts: [DiseasePart] = []
        for (position, disease) in Disease.allCases.enumerated() {
            let start = FollowUpRow.head + position * FollowUpRow.width
            parts.append(
                DiseasePart(
                    disease: disease, plans: row.textOrNil(start) ?? "", status: try row.codeOrNil(start + 1),
                    requested: Int(row.int(start + 2)), tested: Int(row.int(start + 3)),
                    nonNegative: Int(row.int(start + 4)), doubtful: Int(row.int(start + 12)),
                    startedOn: row.dayOrNil(start + 5),
                    finishedOn: row.dayOrNil(start + 6), lastResultOn: row.dayOrNil(start + 7),
                    proposal: row.textOrNil(start + 8) ?? "", evaluation: row.textOrNil(start + 9),
                    evaluationID: row.intOrNil(start + 10), evaluatedBy: row.textOrNil(start + 11)))
        }
        diseases = parts
    }
}
