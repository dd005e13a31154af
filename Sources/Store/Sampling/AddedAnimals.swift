import Kernel

/// An animal that the veterinarian wrote on a document in the place of one that was gone (PRO-150). The validated list
/// stays as it was issued; the animal's results stand on the document.
package struct AddedAnimalRow: Sendable, Hashable {
    package let intervention: Int64
    package let animal: Int64
    package let edition: Int
    /// Bits of `Disease`.
    package let diseases: Int
    package let sampledOn: Day
    /// Who wrote it on the document: the herd's health veterinarian of that day.
    package let veterinarian: Int64?

    package init(
        of intervention: Int64, animal: Int64, on document: (edition: Int, diseases: Int), sampledOn: Day,
        veterinarian: Int64?
    ) {
        self.intervention = intervention
        self.animal = animal
        (edition, diseases) = document
        self.sampledOn = sampledOn
        self.veterinarian = veterinarian
    }
}

extension Connection {
    package func insert(
        _ rows: [AddedAnimalRow], campaign: Int64, written: (by: String, at: String)
    ) throws {
        for row in rows {
            try execute(
                """
                INSERT INTO added_animal (campaign_id, intervention_id, animal_id, edition, diseases, sampled_on,
                    veterinarian_id, written_by, written_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    .int(campaign), .int(row.intervention), .int(row.animal), .int(row.edition), .int(row.diseases),
                    .day(row.sampledOn), .intOrNull(row.veterinarian), .text(written.by), .text(written.at),
                ])
        }
    }

    /// Numbers of the animals added to a document.
    package func addedAnimals(campaign: Int64, intervention: Int64) throws -> [String] {
        try all(
            """
            SELECT a.number FROM added_animal r JOIN animal a ON a.id = r.animal_id
            WHERE r.campaign_id = ? AND r.intervention_id = ? ORDER BY a.number
            """, [.int(campaign), .int(intervention)]
        ) { $0.text(0) }
    }
}
