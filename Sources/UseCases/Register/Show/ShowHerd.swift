import Kernel
import Register
import Store

/// Everything that is known of a herd. Authorisations to sell raw milk are left out unless the actor has the
/// food-safety right, or the convention grants it (PRO-53).
package struct ShowHerd: UseCase {
    package let intention = Intention.herdRead
    let herd: HerdIdentity

    package init(_ herd: HerdIdentity) { self.herd = herd }

    package var department: String? { herd.department }
    package var touched: Subject? { .herd(herd.id) }

    package func run(_ context: Context) async throws -> Dossier {
        let today = context.today
        let isService = context.actor.scope.isTerritory
        let themes = isService ? HerdTheme.allCases : HerdTheme.own
        return try await context.database.read { connection in
            let seesRawMilk = try connection.seesRawMilk(context.actor, in: herd.department)
            var dossier = Dossier("Atelier \(herd.holding)/\(herd.code)")
            if let holding = try connection.history(ofHerd: herd.id, .holding).first {
                for (label, value) in zip(HerdTheme.holding.columns, holding) { dossier.add(label, value) }
            }
            dossier.add("Classe", herd.herdClass)
            dossier.add("Ouvert", herd.openedOn?.french)
            dossier.add("Fermé", herd.closedOn?.french)
            dossier.add("Bovins présents", String(try connection.animalCount(ofHerd: herd.id, on: today)))
            if isService, let place = try connection.location(ofHerd: herd.id) {
                dossier.add("Position", "\(place.point) (\(place.source), \(place.on.french))")
            }
            for theme in themes where theme != .holding {
                var rows = try connection.history(ofHerd: herd.id, theme)
                if theme == .authorisations, !seesRawMilk {
                    rows.removeAll { $0.first == AuthorisationKind.rawMilkSale.rawValue }
                }
                // An animal that never was in the herd is another keeper's.
                if theme == .animals, !isService { rows.removeAll { $0.last?.isEmpty == false } }
                dossier.add(theme.french, theme.columns, rows)
            }
            return dossier
        }
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
