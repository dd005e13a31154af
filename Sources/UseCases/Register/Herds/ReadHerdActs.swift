import Kernel
import Prophylaxis
import Register
import Store

package typealias AuthorisationEntry = Store.AuthorisationEntry
package typealias HerdNoteRow = Store.HerdNoteRow
package typealias HerdChange = Store.HerdChange
package typealias HoldingIdentity = Store.HoldingIdentity

/// What who looks may do about a herd, by policy and convention, and what the forms begin with.
package struct HerdActs: Sendable {
    package let offered: Set<Intention>
    /// Those in force; who sells raw milk only for whom that is to be seen (PRO-53).
    package let standing: [AuthorisationEntry]
    /// The kinds of notes that stand.
    package let notes: Set<HerdNoteKind>
    /// The herds that it is linked with today: `99000002/A`, and since when.
    package let links: [(herd: String, since: Day)]
    /// A followed campaign of the department that the herd is not part of; nil where there is none.
    package let missingCampaign: CampaignSelector?
}

package struct ReadHerdActs: UseCase {
    package let intention = Intention.registerRead
    let herd: HerdIdentity

    package init(_ herd: HerdIdentity) { self.herd = herd }

    package var department: String? { herd.department }

    package func run(_ context: Context) async throws -> HerdActs {
        let herd = herd
        return try await context.database.read { connection in
            let seesRawMilk = try connection.seesRawMilk(context.actor, in: herd.department)
            return HerdActs(
                offered: try DelegationGate.offered(to: context.actor, in: herd.department, connection),
                standing: try connection.authorisations(ofHerd: herd.id).filter { entry in
                    (entry.until.map { $0 > context.today } ?? true)
                        && (seesRawMilk || entry.kind != AuthorisationKind.rawMilkSale.rawValue)
                },
                notes: try connection.standingNotes(ofHerd: herd.id),
                links: try connection.standingLinks(ofHerd: herd.id),
                missingCampaign: try connection.campaignWithout(herd))
        }
    }
}

extension Connection {
    /// The newest campaign of the herd's department that runs, unless the herd has its main intervention in it.
    fileprivate func campaignWithout(_ herd: HerdIdentity) throws -> CampaignSelector? {
        guard herd.closedOn == nil,
            let campaign = try campaigns(departments: [herd.department])
                .filter({ $0.state == .executed }).max(by: { $0.prophylaxisYear < $1.prophylaxisYear }),
            try !hasMainIntervention(ofHerd: herd.id, in: campaign.id)
        else { return nil }
        return CampaignSelector(
            department: campaign.department, year: campaign.prophylaxisYear, name: campaign.name)
    }
}

/// What who looks may do about an animal in a department.
package struct ReadAnimalActs: UseCase {
    package let intention = Intention.registerRead
    package let department: String?

    package init(department: String?) { self.department = department }

    package func run(_ context: Context) async throws -> Set<Intention> {
        guard let department else { return [] }
        return try await context.database.read { connection in
            try DelegationGate.offered(to: context.actor, in: department, connection)
        }
    }
}
