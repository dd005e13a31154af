import Exchange
import Kernel
import Register
import Store

/// Opens a herd in a holding that is known (PRO-20). Neither holding nor establishment is ever made from nothing: they
/// come with the register (PRO-21).
package struct OpenHerd: UseCase {
    package let intention = Intention.herdMaintain
    let holding: HoldingIdentity
    let code: String
    let herdClass: HerdClass
    let openedOn: Day
    package var orientation: HerdOrientationCode?
    package var milkDelivery = MilkDelivery.none
    package var name: String?
    let reason: String

    package init(in holding: HoldingIdentity, code: String, _ herdClass: HerdClass, on day: Day, reason: String) {
        self.holding = holding
        self.code = code
        self.herdClass = herdClass
        openedOn = day
        self.reason = reason
    }

    package var department: String? { holding.department }

    /// Returns the herd as it now stands, and what is odd about it.
    package func run(_ context: Context) async throws -> (herd: HerdIdentity, findings: [Finding]) {
        guard !reason.isEmpty else { throw Refused(RegisterEditFinding.justificationMissing) }
        // It stands in addresses and on papers, and is typed by hand: nothing that one cannot see or tell apart.
        let isReadable = code.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        guard (1...32).contains(code.count), isReadable else {
            throw Refused(RegisterEditFinding.herdCodeInvalid, ["value": code])
        }
        if let closed = holding.closedOn, closed <= openedOn {
            throw Refused(
                RegisterEditFinding.holdingClosed, ["holding": holding.number, "closed": closed.french])
        }
        var ids = try await context.database.ids(2)
        var entry = HerdEntry(
            id: ids.next(), holding: holding, code: code,
            kind: (herdClass, orientation ?? herdClass.usualOrientation, milkDelivery), openedOn: openedOn)
        entry.name = name
        var audit = context.registerEntry(
            ids.next(), intention, department, subject: "herd:\(holding.number)/\(code)")
        audit.details = [AuditDetail(subject: reason, outcome: "opened \(openedOn) \(herdClass.rawValue)")]
        let (herd, written) = (entry, audit)
        let number = HoldingNumber(stored: holding.number)
        return try await context.database.write { connection in
            guard try connection.herds(of: number, code: code).isEmpty else {
                throw Refused(RegisterEditFinding.herdExists, ["holding": holding.number, "herd": code])
            }
            try connection.insert(herd)
            try connection.audit(written)
            guard let opened = try connection.herds(of: number, code: code).first else {
                throw Refused(RegisterEditFinding.herdUnknown, ["value": "\(number)/\(code)"])
            }
            return (opened, opened.directSaleRemark(herdClass, milkDelivery))
        }
    }
}

extension HerdClass {
    /// What a herd of the class usually is; the review by adult females says better (PRO-42).
    var usualOrientation: HerdOrientationCode {
        switch self {
        case .dairy: .dairy
        case .beef, .bullRanch, .fatteningIndoor, .fatteningDerogatory: .beef
        case .summerPasture, .vealSelection, .approvedBreeding: .none
        }
    }
}

extension HerdIdentity {
    /// PRO-52: milk sold directly and the class of beef do not go together.
    func directSaleRemark(_ herdClass: HerdClass?, _ delivery: MilkDelivery?) -> [Finding] {
        guard herdClass == .beef, delivery == .direct else { return [] }
        return [
            Finding(RegisterReviewFinding.directSaleReclassed, .warning, ["holding": holding, "herd": code])
        ]
    }
}

/// Finds a holding by its number; one of another territory answers like one that is not there.
package struct FindHolding: Sendable {
    let text: String

    package init(_ text: String) { self.text = text }

    package func run(_ context: Context) async throws -> HoldingIdentity {
        let number: HoldingNumber
        do {
            number = try HoldingNumber(parsing: text, fictitious: true)
        } catch {
            throw Refused(error, ["value": text])
        }
        guard let holding = try await context.database.read({ try $0.holding(number) }),
            context.actor.scope.covers(holding.department)
        else { throw Refused(RegisterEditFinding.holdingUnknown, ["value": text]) }
        return holding
    }
}
