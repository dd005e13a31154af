import Kernel
import Register

extension Connection {
    /// Sets an animal's production type by hand: an import leaves it alone from then on (PRO-39).
    /// - Returns: false for an animal that nobody knows.
    package func setProductionType(_ type: ProductionType?, of animal: AnimalNumber) throws -> Bool {
        try execute(
            "UPDATE animal SET production_type = ?, production_type_manual = 1 WHERE number = ?",
            [SQLValue(type?.rawValue), .text(animal.description)]) == 1
    }
}
