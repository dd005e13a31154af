import Kernel
import Register

/// Instants as people read them: by the clocks of their department. Where a reader could take them for those of another
/// clock (overseas, or no department known) the text names the clock; mainland departments read their own.
package struct LocalTime: Sendable, Hashable {
    /// INSEE code; nil where there is none: by the clocks of Paris, and said so.
    package let department: String?

    package init(_ department: String?) {
        self.department = department.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// `15/02/2021 à 09:00`; `15/02/2021 à 04:00, heure de la Martinique`.
    package func text(_ secondsSince1970: Int) -> String {
        let day = CivilDate.today(secondsSince1970: secondsSince1970, department: department ?? "")
        return "\(day.french) à \(hour(secondsSince1970))"
    }

    /// The same of `2021-02-15T08:00:00Z`; what is no instant stays as it is.
    package func text(_ instant: String) -> String {
        Instant.seconds(of: instant).map { text($0) } ?? instant
    }

    /// `09:00`
    package func hour(_ secondsSince1970: Int) -> String {
        let hours = CivilDate.offsetHours(secondsSince1970, department ?? "")
        let minutes = ((secondsSince1970 / 60 + 60 * hours) % 1440 + 1440) % 1440
        let parts = [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return parts.joined(separator: ":") + (clock.map { ", \($0)" } ?? "")
    }

    package func hour(_ instant: String) -> String {
        Instant.seconds(of: instant).map { hour($0) } ?? instant
    }

    /// The first second of a day.
    package func start(of day: Day) -> Int {
        // No clock is changed at midnight; two hours before UTC's the old offset still holds.
        let seconds = Int(day.number) * 86_400
        return seconds - 3600 * CivilDate.offsetHours(seconds - 7200, department ?? "")
    }

    /// Whose clock it is, where that is not plain.
    private var clock: String? {
        switch department {
        case nil: "heure de Paris"
        case "971": "heure de la Guadeloupe"
        case "972": "heure de la Martinique"
        case "973": "heure de la Guyane"
        case "974": "heure de La Réunion"
        case "975": "heure de Saint-Pierre-et-Miquelon"
        case "976": "heure de Mayotte"
        case "977": "heure de Saint-Barthélemy"
        case "978": "heure de Saint-Martin"
        default: nil
        }
    }
}

extension Actor {
    /// The department whose clock is on this person's wall; nil for several, the country, or herds here and there.
    package var ownDepartment: String? {
        guard case .departments(let codes) = scope, codes.count == 1 else { return nil }
        return codes.first
    }
}
