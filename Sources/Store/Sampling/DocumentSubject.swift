import Kernel
import Prophylaxis

/// One intervention with all that its sampling document depends on, but for the animals.
package struct DocumentSubject: Sendable {
    package enum Kind: String, Sendable { case main, retest, outside }

    package let id: Int64
    package let number: String
    package let kind: Kind
    package let parent: Int64?
    package let herd: Int64
    package let herdCode: String
    package let holding: String
    /// INSEE code of the holding's commune.
    package let commune: String?
    /// The earlier closing of herd and holding.
    package let closedOn: Day?
    package let plannedOn: Day?
    /// Who is named on the document.
    package let veterinarian: Int64?
    /// Blood and skin only: milk needs no document.
    package internal(set) var plans: [DocumentPlan] = []
    /// In order of their numbers.
    package internal(set) var editions: [EditionRow] = []
    /// When the herd was, is or will be at risk of tuberculosis (PRO-131).
    package internal(set) var riskPeriods: [Period] = []
    /// Designations as health veterinarian that were accepted, by their start.
    package internal(set) var designations: [HealthDesignation] = []

    package var latest: EditionRow? { editions.last }
    /// The edition that counts: the latest validated one (PRO-158).
    package var standing: EditionRow? { editions.last { $0.state == .validated } }
    package var draft: EditionRow? { editions.last.flatMap { $0.state == .draft ? $0 : nil } }

    package func diseases(by matrix: Matrix) -> Int {
        plans.reduce(0) { $1.matrix == matrix ? $0 | $1.disease.bit : $0 }
    }

    package func isRiskHerd(on day: Day) -> Bool { riskPeriods.contains { $0.contains(day) } }

    /// The herd's health veterinarian on a day; of two at once the later designation.
    package func healthVeterinarian(on day: Day) -> Int64? {
        designations.last { $0.period.contains(day) && $0.acceptedOn <= day }?.veterinarian
    }
}

/// A health veterinarian of a herd, for a time.
package struct HealthDesignation: Sendable, Hashable {
    package let veterinarian: Int64
    package let period: Period
    package let acceptedOn: Day
}

/// A plan that a veterinarian carries out.
package struct DocumentPlan: Sendable, Hashable {
    package let disease: Disease
    package let matrix: Matrix
    package let method: String
    package let laboratory: Int64?
}

extension Connection {
    /// The interventions that the filter names, in ascending order of their ids.
    package func documentSubjects(campaign: Int64, _ filter: InterventionFilter) throws -> [DocumentSubject] {
        let condition = filter.condition(on: "i.id")
        var subjects = try all(
            """
            SELECT i.id, i.number, i.kind, i.parent_id, i.herd_id, h.code, g.number, g.insee, h.closed_on, g.closed_on,
                i.planned_on, i.veterinarian_id
            FROM intervention i JOIN herd h ON h.id = i.herd_id JOIN holding g ON g.id = h.holding_id
            WHERE i.campaign_id = ? AND \(condition.sql) AND i.state = 'planned'
            ORDER BY i.id
            """, [.int(campaign)] + condition.arguments
        ) { row in
            DocumentSubject(
                id: row.int(0), number: row.text(1), kind: DocumentSubject.Kind(rawValue: row.text(2)) ?? .main,
                parent: row.intOrNil(3), herd: row.int(4), herdCode: row.text(5), holding: row.text(6),
                commune: row.textOrNil(7), closedOn: [row.dayOrNil(8), row.dayOrNil(9)].compactMap { $0 }.min(),
                plannedOn: row.dayOrNil(10), veterinarian: row.intOrNil(11))
        }
        let positions = Dictionary(uniqueKeysWithValues: subjects.enumerated().map { ($1.id, $0) })
        try eachDocumentPlan(campaign, filter) { id, plan in
            if let position = positions[id] { subjects[position].plans.append(plan) }
        }
        try eachEdition(campaign, filter) { id, edition in
            if let position = positions[id] { subjects[position].editions.append(edition) }
        }
        try eachRiskPeriod(campaign, filter) { id, period in
            if let position = positions[id] { subjects[position].riskPeriods.append(period) }
        }
        try eachDesignation(campaign, filter) { id, designation in
            if let position = positions[id] { subjects[position].designations.append(designation) }
        }
        return subjects
    }

    /// Keeps others from editing these interventions until the transaction ends; SQLite has one writer anyway.
    package func lockForEdition(campaign: Int64, _ filter: InterventionFilter) throws {
        guard dialect == .postgres else { return }
        let condition = filter.condition(on: "id")
        _ = try all(
            "SELECT id FROM intervention WHERE campaign_id = ? AND \(condition.sql) ORDER BY id FOR UPDATE",
            [.int(campaign)] + condition.arguments
        ) { _ in () }
    }

    private func eachDocumentPlan(
        _ campaign: Int64, _ filter: InterventionFilter, _ body: (Int64, DocumentPlan) throws -> Void
    ) throws {
        let condition = filter.condition(on: "intervention_id")
        try rows(
            """
            SELECT intervention_id, disease, matrix, method, laboratory_id FROM requested_plan
            WHERE campaign_id = ? AND \(condition.sql) AND matrix <> 'milk'
            ORDER BY intervention_id, disease, matrix
            """, [.int(campaign)] + condition.arguments
        ) { row in
            guard let disease = Disease(in: row, column: 1), let matrix = Matrix(rawValue: row.text(2)) else { return }
            try body(
                row.int(0),
                DocumentPlan(disease: disease, matrix: matrix, method: row.text(3), laboratory: row.intOrNil(4)))
        }
    }

    private func eachRiskPeriod(
        _ campaign: Int64, _ filter: InterventionFilter, _ body: (Int64, Period) throws -> Void
    ) throws {
        let condition = filter.condition(on: "i.id")
        try rows(
            """
            SELECT i.id, a.since, a.until FROM intervention i JOIN authorisation a ON a.herd_id = i.herd_id
            WHERE i.campaign_id = ? AND \(condition.sql)
                AND a.kind IN ('repopulated', 'contact-zone', 'specific-risk')
                AND (a.disease IS NULL OR a.disease = 'TUB')
            ORDER BY i.id, a.since, a.id
            """, [.int(campaign)] + condition.arguments
        ) { row in
            if let period = Period(from: row.day(1), until: row.dayOrNil(2)) { try body(row.int(0), period) }
        }
    }

    private func eachDesignation(
        _ campaign: Int64, _ filter: InterventionFilter, _ body: (Int64, HealthDesignation) throws -> Void
    ) throws {
        let condition = filter.condition(on: "i.id")
        try rows(
            """
            SELECT i.id, v.veterinarian_id, v.since, v.until, v.accepted_on
            FROM intervention i JOIN herd_veterinarian v ON v.herd_id = i.herd_id
            WHERE i.campaign_id = ? AND \(condition.sql) AND v.role = 'health' AND v.accepted_on IS NOT NULL
            ORDER BY i.id, v.since, v.veterinarian_id
            """, [.int(campaign)] + condition.arguments
        ) { row in
            guard let period = Period(from: row.day(2), until: row.dayOrNil(3)) else { return }
            try body(
                row.int(0), HealthDesignation(veterinarian: row.int(1), period: period, acceptedOn: row.day(4)))
        }
    }
}
