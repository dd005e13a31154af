import Kernel
import Register
import Store

package typealias HerdTheme = Store.HerdTheme
package typealias RecordField = Store.RecordField

/// What is known of a herd, by theme: codes and ISO dates, as the store holds them.
package struct HerdRecord: Sendable {
    package let herd: HerdIdentity
    /// Those that are in it today.
    package let animals: Int
    /// Where it stands on the map, as it was last said; nil where nobody did, and for who is no service.
    package let position: (point: MapPoint, on: Day, source: String)?
    /// What the actor may see, in the order of the page.
    package let themes: [(theme: HerdTheme, rows: [[String]])]
}

/// Everything that is known of a herd. Authorisations to sell raw milk are left out unless the actor has the
/// food-safety right, or the convention grants it (PRO-53).
package struct ReadHerd: UseCase {
    package let intention = Intention.herdRead
    let herd: HerdIdentity

    package init(_ herd: HerdIdentity) { self.herd = herd }

    package var department: String? { herd.department }
    package var touched: Subject? { .herd(herd.id) }

    package func run(_ context: Context) async throws -> HerdRecord {
        let today = context.today
        let isService = context.actor.scope.isTerritory
        let themes = isService ? HerdTheme.allCases : [.holding] + HerdTheme.own
        return try await context.database.read { connection in
            let seesRawMilk = try connection.seesRawMilk(context.actor, in: herd.department)
            return HerdRecord(
                herd: herd, animals: try connection.animalCount(ofHerd: herd.id, on: today),
                position: isService ? try connection.location(ofHerd: herd.id) : nil,
                themes: try themes.map { theme in
                    var rows = try connection.history(ofHerd: herd.id, theme)
                    if theme == .authorisations, !seesRawMilk {
                        rows.removeAll { $0.first == AuthorisationKind.rawMilkSale.rawValue }
                    }
                    // An animal that never was in the herd is another keeper's.
                    if theme == .animals, !isService { rows.removeAll { $0.last?.isEmpty == false } }
                    return (theme, rows)
                })
        }
    }
}

/// The same for people.
package struct ShowHerd: UseCase {
    package let intention = Intention.herdRead
    let herd: HerdIdentity

    package init(_ herd: HerdIdentity) { self.herd = herd }

    package var department: String? { herd.department }
    package var touched: Subject? { .herd(herd.id) }

    package func run(_ context: Context) async throws -> Dossier {
        let record = try await ReadHerd(herd).run(context)
        var dossier = Dossier("Atelier \(herd.holding)/\(herd.code)")
        for (theme, rows) in record.themes where theme == .holding {
            for (label, value) in zip(theme.columns, rows.first ?? []) { dossier.add(label, value) }
        }
        dossier.add("Classe", herd.herdClass)
        dossier.add("Ouvert", herd.openedOn?.french)
        dossier.add("Fermé", herd.closedOn?.french)
        dossier.add("Bovins présents", String(record.animals))
        if let place = record.position {
            dossier.add("Position", "\(place.point) (\(place.source), \(place.on.french))")
        }
        for (theme, rows) in record.themes where theme != .holding {
            dossier.add(theme.french, theme.columns, rows)
        }
        return dossier
    }
}

extension HerdTheme {
    var french: String {
        switch self {
        case .holding: "Exploitation"
        case .establishments: "Établissements"
        case .authorisations: "Autorisations"
        case .veterinarians: "Vétérinaires"
        case .screening: "Rythme de dépistage propre"
        case .producers: "Numéros de producteur laitier"
        case .links: "En lien épidémiologique avec"
        case .notes: "Informations reçues"
        case .takeover: "Reprise dans l'autre système"
        case .animals: "Bovins, présents d'abord"
        case .interventions: "Interventions"
        case .statuses: "Statuts"
        case .reports: "Rapports d'inspection"
        }
    }
}
