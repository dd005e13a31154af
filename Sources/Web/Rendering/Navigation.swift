import Register
import UseCases

/// The entries at the top of every page: only those that lead somewhere for who asks.
enum Navigation {
    struct Entry: Sendable {
        let title: String
        let path: String
        let isCurrent: Bool
        let place: Place
    }

    private static let all: [(place: Place, path: String, access: Access)] = [
        (.home, "/", .signedIn),
        (.followUp, "/suivi", .may(.campaignRead)),
        (.herds, "/elevages", .may(.herdRead)),
        (.documents, "/documents", .may(.documentRead)),
        (.files, "/fichiers", .may(.importRead)),
        (.administration, "/administration/comptes", .may(.accountAdd)),
        (.settings, "/parametres", .may(.letterSettle)),
        (.audit, "/journal", .may(.auditVerify)),
        (.help, "/aide", .signedIn),
    ]

    static func entries(for actor: Actor, at place: Place) -> [Entry] {
        all.filter { $0.access.allows(actor.role) }.map {
            Entry(
                title: Catalogue.french.text("nav", $0.place.rawValue), path: $0.path, isCurrent: $0.place == place,
                place: $0.place)
        }
    }
}
