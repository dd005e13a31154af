import Kernel
import Register
import Store

/// Records or ends an epidemiological link between two herds (PRO-22): the authority's, and the delegate's where the
/// convention says so.
package struct LinkHerds: UseCase {
    package enum Act: Sendable, Hashable {
        case link(reason: String)
        case end
    }

    package let intention = Intention.herdLink
    let herd: HerdIdentity
    let other: HerdIdentity
    let day: Day
    let act: Act

    package init(_ herd: HerdIdentity, with other: HerdIdentity, on day: Day, _ act: Act) {
        self.herd = herd
        self.other = other
        self.day = day
        self.act = act
    }

    package var department: String? { herd.department }

    package func run(_ context: Context) async throws {
        guard herd.id != other.id else { throw Refused(RegisterEditFinding.linkWithItself) }
        if case .link(let reason) = act, reason.isEmpty { throw Refused(RegisterEditFinding.justificationMissing) }
        var entry = context.registerEntry(
            try await context.database.id(), intention, department, subject: "herd:\(herd.holding)/\(herd.code)")
        let outcome = if case .link = act { "linked \(day)" } else { "unlinked \(day)" }
        entry.details = [AuditDetail(subject: "herd:\(other.holding)/\(other.code)", outcome: outcome)]
        let audit = entry
        let pair = (herd.id, other.id)
        try await context.database.write { connection in
            try context.requireSubject(connection, for: intention)
            let standing = try connection.standingLink(between: pair)
            switch act {
            case .link(let reason):
                if let standing { throw Refused(RegisterEditFinding.linkStands, ["since": standing.french]) }
                try connection.insert(
                    HerdLinkRow(between: pair, since: day, reason: reason, writtenBy: context.actor.login))
            case .end:
                guard standing != nil else { throw Refused(RegisterEditFinding.linkNotStanding) }
                try connection.endLink(between: pair, on: day)
            }
            try connection.audit(audit)
        }
    }
}

/// Places a herd on the map (PRO-22): the authority's, and the delegate's where a map convention was made.
package struct LocateHerd: UseCase {
    package let intention = Intention.herdLocate
    let herd: HerdIdentity
    let point: MapPoint
    let day: Day
    let source: String

    package init(_ herd: HerdIdentity, at point: MapPoint, on day: Day, source: String) {
        self.herd = herd
        self.point = point
        self.day = day
        self.source = source
    }

    package var department: String? { herd.department }

    package func run(_ context: Context) async throws {
        guard !source.isEmpty else { throw Refused(RegisterEditFinding.justificationMissing) }
        var entry = context.registerEntry(
            try await context.database.id(), intention, department, subject: "herd:\(herd.holding)/\(herd.code)")
        entry.details = [AuditDetail(subject: source, outcome: "located \(point)")]
        let audit = entry
        try await context.database.write { connection in
            try context.requireSubject(connection, for: intention)
            try connection.locate(herd: herd.id, at: point, on: day, told: (source, context.actor.login))
            try connection.audit(audit)
        }
    }
}
