import Kernel
import Register
import Store

/// What the actor can do about an intervention, so that its page offers that and nothing else.
package struct InterventionOptions: UseCase {
    package enum Option: Sendable, Hashable, CaseIterable {
        case document, tuberculin, reedition
    }

    package let intention = Intention.interventionRead
    package let intervention: InterventionIdentity

    package init(_ intervention: InterventionIdentity) { self.intervention = intervention }

    package var department: String? { intervention.department }
    package var touched: Subject? { .intervention(campaign: intervention.campaign, id: intervention.id) }

    package func run(_ context: Context) async throws -> Set<Option> {
        var official = context.reach
        official.isOfficial = true
        let (role, reach) = (context.actor.role, official)
        return try await context.database.read { connection in
            let isOfficial = try connection.reaches(
                .intervention(campaign: intervention.campaign, id: intervention.id), reach)
            let isTaken = try connection.takesTuberculinReport(intervention)
            let hasDocument = try connection.hasStandingDocument(intervention)
            var options: Set<Option> = []
            if hasDocument, Policy.allows(.documentPrint, to: role) { options.insert(.document) }
            if isOfficial, isTaken, Policy.allows(.tuberculinReport, to: role) { options.insert(.tuberculin) }
            if isOfficial, hasDocument, Policy.allows(.reeditionRequest, to: role) { options.insert(.reedition) }
            return options
        }
    }
}
