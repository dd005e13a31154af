import Kernel
import Prophylaxis

/// What stands at the top of a document: whose herd, which veterinarian.
package struct DocumentHead: Sendable, Hashable {
    package let holdingName: String
    package let keeper: String?
    package let address: [String]
    package let herdName: String?
    package let herdClass: String
    package let veterinarian: Veterinarian?

    package struct Veterinarian: Sendable, Hashable {
        package let orderNumber: String
        package let name: String
        package let practice: [String]
    }
}

/// What the paper says of an animal beside the facts of its selection.
package struct AnimalDetails: Sendable, Hashable {
    package let workingNumber: String
    package let breed: String
    package let birth: BirthDate
    package let entryDay: Day?
    package let entryCause: String?
}

extension Connection {
    /// The heads of these interventions' documents.
    package func documentHeads(campaign: Int64, _ filter: InterventionFilter) throws -> [Int64: DocumentHead] {
        let condition = filter.condition(on: "i.id")
        var heads: [Int64: DocumentHead] = [:]
        try rows(
            """
            SELECT i.id, g.name, g.keeper, g.address, g.postcode, g.town, h.name, h.class, v.order_number, v.name,
                p.name, p.address, p.postcode, p.town
            FROM intervention i JOIN herd h ON h.id = i.herd_id JOIN holding g ON g.id = h.holding_id
                LEFT JOIN veterinarian v ON v.id = i.veterinarian_id LEFT JOIN organisation p ON p.id = v.practice_id
            WHERE i.campaign_id = ? AND \(condition.sql)
            """, [.int(campaign)] + condition.arguments
        ) { row in
            var veterinarian: DocumentHead.Veterinarian?
            if let orderNumber = row.textOrNil(8) {
                let practice = [row.textOrNil(10), row.textOrNil(11), row.town(12, 13)].compactMap { $0 }
                veterinarian = .init(orderNumber: orderNumber, name: row.text(9), practice: practice)
            }
            heads[row.int(0)] = DocumentHead(
                holdingName: row.text(1), keeper: row.textOrNil(2),
                address: [row.textOrNil(3), row.town(4, 5)].compactMap { $0 }, herdName: row.textOrNil(6),
                herdClass: row.text(7), veterinarian: veterinarian)
        }
        return heads
    }

    /// Number of the animal → what the paper says of it, for every animal that was ever in these herds. The entry is
    /// the last one into the holding by the day.
    package func eachAnimalDetails(
        campaign: Int64, _ filter: InterventionFilter, by day: Day,
        _ body: (_ intervention: Int64, _ number: String, AnimalDetails) throws -> Void
    ) throws {
        let condition = filter.condition(on: "i.id")
        try rows(
            """
            SELECT i.id, a.number, a.working_number, a.breed, a.birth_date, a.birth_precision, s.entered_on,
                s.entry_cause
            FROM intervention i JOIN herd h ON h.id = i.herd_id
                JOIN herd_assignment x ON x.herd_id = i.herd_id JOIN animal a ON a.id = x.animal_id
                LEFT JOIN stay s ON s.animal_id = a.id AND s.holding_id = h.holding_id AND s.retracted_at IS NULL
                    AND s.entered_on <= ?
            WHERE i.campaign_id = ? AND \(condition.sql) AND x.since <= ?
            ORDER BY i.id, x.animal_id, s.entered_on
            """, [.day(day), .int(campaign)] + condition.arguments + [.day(day)]
        ) { row in
            let precision = BirthDate.Precision(rawValue: Int(row.int(5))) ?? .day
            try body(
                row.int(0), row.text(1),
                AnimalDetails(
                    workingNumber: row.text(2), breed: row.text(3), birth: BirthDate(row.day(4), precision: precision),
                    entryDay: row.dayOrNil(6), entryCause: row.textOrNil(7)))
        }
    }

    /// Animals that were sampled since: for the intervention, or for whatever else in the campaign (PRO-128).
    package func sampledAnimals(campaign: Int64, _ filter: InterventionFilter) throws -> [Int64: Set<String>] {
        let condition = filter.condition(on: "i.id")
        var sampled: [Int64: Set<String>] = [:]
        try rows(
            """
            SELECT i.id, a.number
            FROM intervention i JOIN blood_result r ON r.campaign_id = i.campaign_id AND r.intervention_id = i.id
                JOIN animal a ON a.id = r.animal_id
            WHERE i.campaign_id = ? AND \(condition.sql) AND r.replaced_at IS NULL
            UNION
            SELECT i.id, a.number
            FROM intervention i JOIN herd_assignment x ON x.herd_id = i.herd_id
                JOIN other_sample o ON o.campaign_id = i.campaign_id AND o.animal_id = x.animal_id
                JOIN animal a ON a.id = x.animal_id
            WHERE i.campaign_id = ? AND \(condition.sql)
            """, [.int(campaign)] + condition.arguments + [.int(campaign)] + condition.arguments
        ) { sampled[$0.int(0), default: []].insert($0.text(1)) }
        return sampled
    }

    /// Names of the organisations, by id.
    package func organisationNames(_ ids: Set<Int64>) throws -> [Int64: String] {
        var names: [Int64: String] = [:]
        for id in ids { names[id] = try organisation(id)?.name }
        return names
    }

    /// The department's authority: who gets a report that is not negative first (PRO-180).
    package func authority(of department: String) throws -> (name: String, lines: [String])? {
        let id = try first(
            "SELECT id FROM organisation WHERE kind = 'authority' AND department = ? ORDER BY code LIMIT 1",
            [.text(department)]
        ) { $0.int(0) }
        return try id.flatMap { try organisation($0) }
    }
}

extension Row {
    /// `63000 Clermont-Ferrand`, or what is known of it.
    fileprivate func town(_ postcode: Int, _ town: Int) -> String? {
        let parts = [textOrNil(postcode), textOrNil(town)].compactMap { $0 }.filter { !$0.isEmpty }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }
}
