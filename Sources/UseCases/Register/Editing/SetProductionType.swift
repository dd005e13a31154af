import Kernel
import Register
import Store

/// Sets the production type of an animal by hand, at any time, without check and without moving it to another herd
/// (PRO-39). An import leaves it alone from then on.
package struct SetProductionType: UseCase {
    package let intention = Intention.productionTypeSet
    let number: AnimalNumber
    let type: ProductionType?
    package let department: String?

    /// - Parameter department: where the animal stays, see `FindAnimal`.
    package init(_ number: AnimalNumber, type: ProductionType?, department: String) {
        self.number = number
        self.type = type
        self.department = department
    }

    package func run(_ context: Context) async throws {
        var audit = context.registerEntry(
            try await context.database.id(), intention, department, subject: "animal:\(number)")
        audit.details = [AuditDetail(subject: "production-type", outcome: type?.rawValue ?? "none")]
        let written = audit
        try await context.database.write { connection in
            try context.requireSubject(connection, for: intention)
            guard try connection.setProductionType(type, of: number) else {
                throw Refused(RegisterEditFinding.animalUnknown, ["value": number.description])
            }
            try connection.audit(written)
        }
    }
}
