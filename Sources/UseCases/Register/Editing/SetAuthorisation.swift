import Exchange
import Kernel
import Prophylaxis
import Register
import Store

/// Gives or ends an authorisation, delegation, suspension … of a herd: the authority's alone (PRO-02, PRO-23, PRO-59,
/// PRO-63; decision 6).
package struct SetAuthorisation: UseCase {
    package let intention = Intention.authorisationSet
    let herd: HerdIdentity
    let kind: AuthorisationKind
    let disease: Disease?
    let since: Day
    let until: Day?
    let reference: String?

    package init(
        _ herd: HerdIdentity, _ kind: AuthorisationKind, disease: Disease?, period: (since: Day, until: Day?),
        reference: String?
    ) {
        self.herd = herd
        self.kind = kind
        self.disease = disease
        since = period.since
        until = period.until
        self.reference = reference
    }

    package var department: String? { herd.department }

    package func run(_ context: Context) async throws {
        if let until, until < since {
            throw Refused(RegisterEditFinding.periodReversed, ["start": since.french, "end": until.french])
        }
        if kind == .delegation, disease == nil { throw Refused(RegisterEditFinding.diseaseMissing) }
        if kind == .officiallyFreeDerogation, disease == .tuberculosis {
            throw Refused(RegisterEditFinding.derogationOfTuberculosis)
        }
        var ids = try await context.database.ids(2)
        let entry = AuthorisationEntry(
            id: ids.next(), herdID: herd.id, what: (kind.rawValue, disease?.rawValue), period: (since, until),
            reference: reference)
        var audit = context.registerEntry(
            ids.next(), intention, herd.department, subject: "herd:\(herd.holding)/\(herd.code)")
        audit.details = [
            AuditDetail(subject: kind.rawValue + (disease.map { " \($0.rawValue)" } ?? ""), outcome: "set")
        ]
        let written = audit
        try await context.database.write { connection in
            try context.requireSubject(connection, for: intention)
            let standing = try connection.authorisations(ofHerd: herd.id).first { other in
                other.kind == entry.kind && other.disease == entry.disease && other.overlaps(entry)
            }
            if let standing {
                throw Refused(RegisterEditFinding.authorisationStands, ["since": standing.since.french])
            }
            try connection.insert(entry)
            try connection.markStatesDue(ofHerd: herd.id, on: context.today)
            try connection.audit(written)
        }
    }
}

extension AuthorisationEntry {
    fileprivate func overlaps(_ other: AuthorisationEntry) -> Bool {
        guard let mine = Period(from: since, until: until), let theirs = Period(from: other.since, until: other.until)
        else { return false }
        return mine.overlaps(theirs)
    }
}

/// Ends what stands, on a day.
package struct EndAuthorisation: UseCase {
    package let intention = Intention.authorisationSet
    let herd: HerdIdentity
    let kind: AuthorisationKind
    let disease: Disease?
    let day: Day
    let reference: String?

    package init(
        _ herd: HerdIdentity, _ kind: AuthorisationKind, disease: Disease?, on day: Day, reference: String?
    ) {
        self.herd = herd
        self.kind = kind
        self.disease = disease
        self.day = day
        self.reference = reference
    }

    package var department: String? { herd.department }

    package func run(_ context: Context) async throws {
        var audit = context.registerEntry(
            try await context.database.id(), intention, herd.department, subject: "herd:\(herd.holding)/\(herd.code)")
        audit.details = [AuditDetail(subject: kind.rawValue, outcome: "ended \(day)")]
        let written = audit
        try await context.database.write { connection in
            try context.requireSubject(connection, for: intention)
            let standing = try connection.authorisations(ofHerd: herd.id).first { entry in
                entry.kind == kind.rawValue && entry.disease == disease?.rawValue && entry.since <= day
                    && (entry.until.map { $0 > day } ?? true)
            }
            guard let standing else {
                throw Refused(RegisterEditFinding.authorisationNotStanding, ["kind": kind.rawValue])
            }
            try connection.endAuthorisation(standing.id, on: day, reference: reference)
            try connection.markStatesDue(ofHerd: herd.id, on: context.today)
            try connection.audit(written)
        }
    }
}
