import Kernel
import Store

/// Finds an animal by its number as people write it: spaces, lower case, without country for France.
package struct FindAnimal: Sendable {
    let text: String

    package init(_ text: String) { self.text = text }

    package func run(_ context: Context) async throws -> AnimalIdentity {
        let number: AnimalNumber
        do {
            number = try AnimalNumber(parsing: text, country: "FR", fictitious: true)
        } catch {
            throw Refused(error, ["value": text])
        }
        guard let animal = try await context.database.read({ try $0.animal(number, within: context.reach) }) else {
            throw Refused(RegisterEditFinding.animalUnknown, ["value": text])
        }
        return animal
    }
}

package typealias AnimalTheme = Store.AnimalTheme

/// What is known of an animal, by theme: codes and ISO dates, as the store holds them.
package struct AnimalRecord: Sendable {
    package let animal: AnimalIdentity
    package let themes: [(theme: AnimalTheme, rows: [[String]])]
}

/// Everything that is known of an animal. A keeper and a veterinarian see what happened in their herds (CAL-30).
package struct ReadAnimal: UseCase {
    package let intention = Intention.herdRead
    let animal: AnimalIdentity

    package init(_ animal: AnimalIdentity) { self.animal = animal }

    package var department: String? { animal.department }
    package var touched: Subject? { .animal(animal.id) }

    package func run(_ context: Context) async throws -> AnimalRecord {
        let reach = context.actor.scope.isTerritory ? nil : context.reach
        return try await context.database.read { connection in
            AnimalRecord(
                animal: animal,
                themes: try AnimalTheme.allCases.map { theme in
                    (theme, try connection.history(ofAnimal: animal.id, theme, within: reach))
                })
        }
    }
}

/// The same for people.
package struct ShowAnimal: UseCase {
    package let intention = Intention.herdRead
    let animal: AnimalIdentity

    package init(_ animal: AnimalIdentity) { self.animal = animal }

    package var department: String? { animal.department }
    package var touched: Subject? { .animal(animal.id) }

    package func run(_ context: Context) async throws -> Dossier {
        var dossier = Dossier("Bovin \(animal.number)")
        for (theme, rows) in try await ReadAnimal(animal).run(context).themes {
            if theme == .identity {
                for (label, value) in zip(theme.columns, rows.first ?? []) { dossier.add(label, value) }
            } else {
                dossier.add(theme.french, theme.columns, rows)
            }
        }
        return dossier
    }
}

extension AnimalTheme {
    var french: String {
        switch self {
        case .identity: "Identité"
        case .stays: "Présences"
        case .assignments: "Rattachements"
        case .documents: "Documents de prélèvement"
        case .results: "Résultats"
        }
    }
}
