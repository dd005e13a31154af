import Kernel
import Register
import Store

/// Places animals of a holding in one of its herds: those named, or those of a production type (PRO-42, PRO-43).
///
/// An animal without type gets the one of the rule when it changes herds, and may then disagree with its new one; a
/// type that stands is left alone (PRO-40).
package struct PlaceAnimals: UseCase {
    package enum Choice: Sendable, Hashable {
        case numbers([AnimalNumber])
        case type(ProductionType)
    }

    package let intention = Intention.productionTypeSet
    let herd: HerdIdentity
    let choice: Choice
    let day: Day

    package init(_ choice: Choice, in herd: HerdIdentity, on day: Day) {
        self.choice = choice
        self.herd = herd
        self.day = day
    }

    package var department: String? { herd.department }

    /// Returns the numbers of the animals that changed herds.
    package func run(_ context: Context) async throws -> [String] {
        if let closed = herd.closedOn, closed <= day {
            throw Refused(RegisterEditFinding.herdAlreadyClosed, ["herd": herd.code, "closed": closed.french])
        }
        if let opened = herd.openedOn, day < opened {
            throw Refused(RegisterEditFinding.dateBeforeOpening, ["opened": opened.french])
        }
        let entry = context.registerEntry(
            try await context.database.id(), intention, department, subject: "herd:\(herd.holding)/\(herd.code)")
        return try await context.database.write { connection in
            try context.requireSubject(connection, for: intention)
            let settings = try RegisterSettings(herd.department, in: connection)
            let animals = try chosen(try connection.movableAnimals(besideHerd: herd.id))
                .filter { $0.herd != herd.id }
            guard !animals.isEmpty else { throw Refused(RegisterEditFinding.noAnimalToMove) }
            for animal in animals {
                try connection.place(animal, inHerd: herd.id, on: day)
                if animal.productionType == nil,
                    let type = ProductionTypeRule.decide(animal.facts, settings.productionTypes)
                {
                    try connection.setComputedType(type, ofAnimal: animal.id)
                }
            }
            // Who is there and untested counts for the proposals of running campaigns.
            try connection.markStatesDue(inDepartment: herd.department, on: context.today)
            var audit = entry
            audit.details = animals.map { AuditDetail(subject: "animal:\($0.number)", outcome: "placed \(day)") }
            try connection.audit(audit)
            return animals.map(\.number)
        }
    }

    private func chosen(_ animals: [MovableAnimal]) throws -> [MovableAnimal] {
        switch choice {
        case .type(let type): return animals.filter { $0.productionType == type }
        case .numbers(let numbers):
            let byNumber = Dictionary(animals.map { ($0.number, $0) }) { first, _ in first }
            return try numbers.map { number in
                guard let animal = byNumber[number.description] else {
                    throw Refused(
                        RegisterEditFinding.animalElsewhere, ["animal": number.description, "holding": herd.holding])
                }
                return animal
            }
        }
    }
}
