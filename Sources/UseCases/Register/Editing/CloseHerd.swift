import Kernel
import Register
import Store

/// Closes a herd, or opens it again (PRO-20). Animals that are still in it must have left first, unless the closing is
/// forced with a reason: they then show up in the review (PRO-31).
package struct CloseHerd: UseCase {
    package let intention = Intention.herdMaintain
    let herd: HerdIdentity
    /// nil: open again.
    let day: Day?
    let isForced: Bool
    let reason: String

    package init(_ herd: HerdIdentity, on day: Day?, reason: String, isForced: Bool = false) {
        self.herd = herd
        self.day = day
        self.reason = reason
        self.isForced = isForced
    }

    package var department: String? { herd.department }

    package func run(_ context: Context) async throws {
        try check()
        let auditID = try await context.database.id()
        var entry = context.registerEntry(
            auditID, intention, herd.department, subject: "herd:\(herd.holding)/\(herd.code)")
        entry.details = [AuditDetail(subject: reason, outcome: day.map { "closed \($0)" } ?? "reopened")]
        let audit = entry
        try await context.database.write { connection in
            try context.requireSubject(connection, for: intention)
            if let day {
                let animals = try connection.animalCount(ofHerd: herd.id, on: day)
                guard animals == 0 || isForced else {
                    throw Refused(RegisterEditFinding.herdHasAnimals, ["count": String(animals)])
                }
            }
            try connection.setClosing(ofHerd: herd.id, to: day)
            try connection.audit(audit)
        }
    }

    private func check() throws(Refused) {
        guard !reason.isEmpty else { throw Refused(RegisterEditFinding.justificationMissing) }
        guard let day else {
            if herd.closedOn == nil { throw Refused(RegisterEditFinding.herdNotClosed, ["herd": herd.code]) }
            return
        }
        if let closed = herd.closedOn {
            throw Refused(RegisterEditFinding.herdAlreadyClosed, ["herd": herd.code, "closed": closed.french])
        }
        if let opened = herd.openedOn, day < opened {
            throw Refused(RegisterEditFinding.dateBeforeOpening, ["opened": opened.french])
        }
    }
}

/// Finds a herd by what people write: an EDE number, with the herd's code behind a slash where there are several.
package struct FindHerd: Sendable {
    let text: String

    package init(_ text: String) { self.text = text }

    package func run(_ context: Context) async throws -> HerdIdentity {
        let herds = try await all(context)
        guard let herd = herds.first else { throw Refused(RegisterEditFinding.herdUnknown, ["value": text]) }
        guard herds.count == 1 else {
            let codes = herds.map(\.code).joined(separator: ", ")
            throw Refused(RegisterEditFinding.herdAmbiguous, ["holding": herd.holding, "codes": codes])
        }
        return herd
    }

    /// All that fit. A herd of another territory answers like one that is not there.
    package func all(_ context: Context) async throws -> [HerdIdentity] {
        let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
        let number: HoldingNumber
        do {
            number = try HoldingNumber(parsing: parts.first ?? "", fictitious: true)
        } catch {
            throw Refused(error, ["value": text])
        }
        let code = parts.count > 1 ? parts[1].filter { !$0.isWhitespace } : nil
        return try await context.database.read { connection in
            let exact = try connection.herds(of: number, code: code, within: context.reach)
            guard exact.isEmpty else { return exact }
            return try connection.herds(of: number, code: code?.uppercased(), within: context.reach)
        }
    }
}
