import Kernel
import Prophylaxis
import Register
import Store

package typealias InterventionResult = Store.InterventionResult

/// The results of an intervention that stand, animal by animal, as practice and laboratory software reads them (CAL-30,
/// CAL-35).
package struct ListInterventionResults: UseCase {
    package let intention = Intention.interventionRead
    package let intervention: InterventionIdentity

    package init(of intervention: InterventionIdentity) { self.intervention = intervention }

    package var department: String? { intervention.department }
    package var touched: Subject? { .intervention(campaign: intervention.campaign, id: intervention.id) }

    package func run(_ context: Context) async throws -> [InterventionResult] {
        let intervention = intervention
        return try await context.database.read { connection in
            guard let campaign = try connection.campaign(intervention.campaign) else { return [] }
            let window = try campaign.deadlines()
            return try connection.standingResults(
                of: intervention, milk: (window.milkWindowStart, window.milkWindowEnd))
        }
    }
}
