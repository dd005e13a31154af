import Kernel
import Store

/// Campaigns of the actor's territory that should have been closed, the oldest first (PRO-281, PRO-292): the first page
/// shows the newest year only, and nobody is to forget the others.
package struct ListOpenClosings: UseCase {
    package struct Line: Sendable {
        package let department: String
        package let year: Int
        package let name: String
        package let stage: ClosingStage
    }

    package let intention = Intention.campaignRead
    package let department: String? = nil

    package init() {}

    package func run(_ context: Context) async throws -> [Line] {
        try await context.database.read { connection in
            let open = try connection.campaigns(departments: nil).filter {
                $0.state == .executed && $0.endsOn < context.today && context.actor.scope.covers($0.department)
            }
            return try open.reversed().compactMap { campaign in
                let stage = ClosingStage(try campaign.deadlines(), of: campaign, on: context.today)
                guard let stage, stage == .overdue || stage == .forced else { return nil }
                return Line(
                    department: campaign.department, year: campaign.prophylaxisYear, name: campaign.name, stage: stage)
            }
        }
    }
}
