import Kernel

/// An animal on the list of an intervention ("bovins édités sur le DAP"): one row for all editions.
package struct RequestedAnimalRow: Sendable, Hashable {
    package let intervention: Int64
    package let animal: Int64
    /// Bits of `Disease`.
    package var diseases: Int
    package var level: Int?
    /// 0: designated for a retest, no edition yet.
    package var firstEdition: Int
    package var editedOn: Day
    package var cancelledOn: Day?
    package var cancelledBy: String?
    package var cancelReason: String?
    package var cancelSecond: String?

    package init(
        intervention: Int64, animal: Int64, diseases: Int, level: Int?, edition: (number: Int, on: Day)
    ) {
        self.intervention = intervention
        self.animal = animal
        self.diseases = diseases
        self.level = level
        firstEdition = edition.number
        editedOn = edition.on
    }

    package var isCancelled: Bool { cancelledOn != nil }
    /// Taken off by two persons after the first visit: no later edition asks for it again (decision 7).
    package var isStruckOff: Bool { cancelledOn != nil && cancelSecond != nil }
    /// The first person has asked for its cancellation, the second has not agreed yet.
    package var isProposedForCancellation: Bool { cancelledOn == nil && cancelledBy != nil }
}

/// A row of the list with the animal's number.
package struct ListedAnimal: Sendable, Hashable {
    package let row: RequestedAnimalRow
    package let number: String
}

extension Connection {
    /// The lists of these interventions, in ascending order of intervention and animal, cancelled rows included.
    package func requestedAnimals(campaign: Int64, _ filter: InterventionFilter) throws -> [ListedAnimal] {
        let condition = filter.condition(on: "r.intervention_id")
        return try all(
            """
            SELECT r.intervention_id, r.animal_id, r.diseases, r.level, r.first_edition, r.edited_on, r.cancelled_on,
                r.cancelled_by, r.cancel_reason, r.cancel_second, a.number
            FROM requested_animal r JOIN animal a ON a.id = r.animal_id
            WHERE r.campaign_id = ? AND \(condition.sql)
            ORDER BY r.intervention_id, r.animal_id
            """, [.int(campaign)] + condition.arguments
        ) { row in
            var requested = RequestedAnimalRow(
                intervention: row.int(0), animal: row.int(1), diseases: Int(row.int(2)),
                level: row.intOrNil(3).map { Int($0) }, edition: (Int(row.int(4)), row.day(5)))
            requested.cancelledOn = row.dayOrNil(6)
            requested.cancelledBy = row.textOrNil(7)
            requested.cancelReason = row.textOrNil(8)
            requested.cancelSecond = row.textOrNil(9)
            return ListedAnimal(row: requested, number: row.text(10))
        }
    }

    /// Adds animals that no edition has asked for yet, in ascending order of intervention and animal.
    package func insertRequested(campaign: Int64, _ requested: [RequestedAnimalRow]) throws {
        guard !requested.isEmpty else { return }
        let columns = [
            "campaign_id", "intervention_id", "animal_id", "diseases", "level", "first_edition", "edited_on",
        ]
        try bulkInsert(into: "requested_animal", columns: columns) { writer in
            for row in requested {
                writer.int(campaign)
                writer.int(row.intervention)
                writer.int(row.animal)
                writer.int(row.diseases)
                writer.int(row.level)
                writer.int(row.firstEdition)
                writer.day(row.editedOn)
                try writer.endRow()
            }
        }
    }

    /// Overwrites what an edition, a cancellation or its proposal changed in a row.
    package func updateRequested(campaign: Int64, _ row: RequestedAnimalRow) throws {
        try execute(
            """
            UPDATE requested_animal SET diseases = ?, level = ?, first_edition = ?, edited_on = ?, cancelled_on = ?,
                cancelled_by = ?, cancel_reason = ?, cancel_second = ?
            WHERE campaign_id = ? AND intervention_id = ? AND animal_id = ?
            """,
            [
                .int(row.diseases), .intOrNull(row.level), .int(row.firstEdition), .day(row.editedOn),
                .dayOrNull(row.cancelledOn), .textOrNull(row.cancelledBy), .textOrNull(row.cancelReason),
                .textOrNull(row.cancelSecond), .int(campaign), .int(row.intervention), .int(row.animal),
            ])
    }

    /// Animals of the first intervention whose brucellosis result was not negative: those that a retest is for
    /// (PRO-262, PRO-263). Designated rows of the retest itself come first; see `RequestedAnimalRow.firstEdition`.
    package func nonNegativeAnimals(campaign: Int64, intervention: Int64) throws -> [String] {
        try all(
            """
            SELECT DISTINCT a.number FROM blood_result r JOIN animal a ON a.id = r.animal_id
            WHERE r.campaign_id = ? AND r.intervention_id = ? AND r.disease = 'BRU' AND r.replaced_at IS NULL
                AND r.interpretation IS NOT NULL AND r.interpretation NOT IN ('NEG', 'IN_ITPBLE')
            ORDER BY a.number
            """, [.int(campaign), .int(intervention)]
        ) { $0.text(0) }
    }

    /// How many animals each document asks for and how many were cancelled, per disease bit: rates are shown on both
    /// numbers (decision 7).
    package func requestedCounts(
        campaign: Int64, _ filter: InterventionFilter, disease bit: Int
    ) throws -> [(intervention: Int64, requested: Int, cancelled: Int)] {
        let condition = filter.condition(on: "intervention_id")
        return try all(
            """
            SELECT intervention_id, count(*), count(cancelled_on) FROM requested_animal
            WHERE campaign_id = ? AND \(condition.sql) AND (diseases & ?) <> 0
            GROUP BY intervention_id ORDER BY intervention_id
            """, [.int(campaign)] + condition.arguments + [.int(bit)]
        ) { row in
            let (all, cancelled) = (Int(row.int(1)), Int(row.int(2)))
            return (intervention: row.int(0), requested: all - cancelled, cancelled: cancelled)
        }
    }
}
