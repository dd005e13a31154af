import Kernel
import Prophylaxis
import Register
import Store

/// Entries and exits of a herd since its document's reference date, and those of the animals on the list: what explains
/// an empty document or a list that was not tested in full (PRO-147, PRO-148, PRO-228).
package struct ListMovements: UseCase {
    package let intention = Intention.documentRead
    package let campaign: CampaignSelector
    /// Number of the intervention.
    package let number: String
    /// From this day on; the reference date of the standing edition by default.
    package let since: Day?

    package init(campaign: CampaignSelector, number: String, since: Day? = nil) {
        self.campaign = campaign
        self.number = number
        self.since = since
    }

    package var department: String? { campaign.department }

    package struct Line: Sendable, Hashable {
        package let animal: String
        package let enteredOn: Day
        package let leftOn: Day?
        package let isRequested: Bool
    }

    package func run(_ context: Context) async throws -> [Line] {
        let campaign = try await DocumentCampaign.open(campaign, in: context.database)
        return try await context.database.read { connection in
            let subject = try connection.documentSubject(campaign: campaign.id, number: number)
            let day = since ?? subject.standing?.referenceDate ?? campaign.parameters.startsOn
            return try connection.herdStays(campaign: campaign.id, .ids([subject.id]), since: day)
                .filter { stay in
                    stay.isRequested || stay.since > day || stay.until.map { $0 > day && $0 <= context.today } ?? false
                }
                .map {
                    Line(animal: $0.number, enteredOn: $0.since, leftOn: $0.until, isRequested: $0.isRequested)
                }
        }
    }
}
