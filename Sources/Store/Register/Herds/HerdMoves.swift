import Kernel
import Register

/// An animal that may be placed in another herd of its holding.
package struct MovableAnimal: Sendable, Hashable {
    package let id: Int64
    package let number: String
    /// The herd that it is in; nil where it is in none.
    package let herd: Int64?
    package let productionType: ProductionType?
    package let facts: ProductionTypeRule.Facts
}

extension Connection {
    /// The animals that are present on the holding of a herd, with the herd that each is in.
    package func movableAnimals(besideHerd id: Int64) throws -> [MovableAnimal] {
        try all(
            """
            SELECT a.id, a.number, s.herd_id, a.production_type, a.sex, a.breed, a.father_breed, a.mother_breed
            FROM herd h JOIN stay y ON y.holding_id = h.holding_id AND y.left_on IS NULL AND y.retracted_at IS NULL
            JOIN animal a ON a.id = y.animal_id
            LEFT JOIN herd_assignment s ON s.animal_id = a.id AND s.until IS NULL AND s.retracted_at IS NULL
            WHERE h.id = ? ORDER BY a.number
            """, [.int(id)]
        ) { row in
            MovableAnimal(
                id: row.int(0), number: row.text(1), herd: row.intOrNil(2),
                productionType: row.textOrNil(3).flatMap(ProductionType.init(rawValue:)),
                facts: ProductionTypeRule.Facts(
                    isMale: row.text(4) == "M", breed: row.textOrNil(5), fatherBreed: row.textOrNil(6),
                    motherBreed: row.textOrNil(7)))
        }
    }

    /// Ends the animal's assignment on the day and places it in the herd from then on. The day on which it came to the
    /// keeper stays what it was: another herd of the same holding is no introduction.
    package func place(_ animal: MovableAnimal, inHerd id: Int64, on day: Day) throws {
        let introduced = try first(
            """
            SELECT introduced_on FROM herd_assignment
            WHERE animal_id = ? AND until IS NULL AND retracted_at IS NULL ORDER BY since DESC LIMIT 1
            """, [.int(animal.id)]
        ) { $0.dayOrNil(0) }
        try execute(
            """
            UPDATE herd_assignment SET until = CASE WHEN since > ? THEN since ELSE ? END
            WHERE animal_id = ? AND until IS NULL AND retracted_at IS NULL
            """, [.day(day), .day(day), .int(animal.id)])
        try execute(
            """
            INSERT INTO herd_assignment (herd_id, animal_id, since, introduced_on, origin)
            VALUES (?, ?, ?, ?, 'manual')
            ON CONFLICT (herd_id, animal_id, since) DO UPDATE SET until = NULL, retracted_at = NULL, origin = 'manual'
            """, [.int(id), .int(animal.id), .day(day), SQLValue(introduced ?? nil)])
    }

    /// A type that the rule gives to an animal that had none (PRO-40).
    package func setComputedType(_ type: ProductionType, ofAnimal id: Int64) throws {
        try execute(
            "UPDATE animal SET production_type = ? WHERE id = ? AND production_type IS NULL",
            [.text(type.rawValue), .int(id)])
    }
}
