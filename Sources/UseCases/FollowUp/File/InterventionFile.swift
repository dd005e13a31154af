import Kernel
import Prophylaxis
import Register
import Store

package typealias InterventionHeading = Store.InterventionHeading
package typealias DocumentAnimal = Store.DocumentAnimal
package typealias ShownState = Store.ShownState
package typealias EvaluationEntry = Store.EvaluationEntry
package typealias RetestEntry = Store.RetestEntry
package typealias NonCompletionEntry = Store.NonCompletionEntry
package typealias FollowUpEntry = Store.FollowUpEntry
package typealias EditionEntry = Store.EditionEntry
package typealias DispatchRow = Store.DispatchRow
package typealias LetterEntry = Store.LetterEntry
package typealias InterventionNote = Store.InterventionNote

/// All there is to know of one intervention, as its page shows it.
package struct InterventionFile: Sendable {
    package struct Campaign: Sendable {
        package let selector: CampaignSelector
        package let title: String
        package let startsOn: Day
        package let endsOn: Day
        package let isClosed: Bool
        package let isRunning: Bool
    }

    /// One disease: what was asked, what came back, what it comes to and why.
    package struct DiseasePart: Sendable {
        package let disease: Disease
        /// `sang, lait de mélange`; empty without a plan.
        package let plans: String
        /// A veterinarian takes something for it.
        package let isVisited: Bool
        /// Nil before the first computation.
        package let state: ShownState?
        /// Each reason of the status in a sentence with its paragraph.
        package let reasons: [String]
        /// Why the evaluation is proposed.
        package let proposalReason: String?
        package let evaluation: EvaluationEntry?
        /// The authority's, not the delegate's.
        package let isAuthority: Bool
    }

    /// What came after the report and does not go with it.
    package struct Contradiction: Sendable, Hashable {
        package let disease: String
        package let sentence: String
        package let on: Day
        package let file: Int64?
    }

    package let identity: InterventionIdentity
    package let head: InterventionHeading
    package let campaign: Campaign
    package let diseases: [DiseasePart]
    package let animals: [DocumentAnimal]
    package let editions: [EditionEntry]
    /// The copies that were printed and sent.
    package let dispatches: [DispatchRow]
    package let evaluations: [EvaluationEntry]
    package let retests: [RetestEntry]
    package let nonCompletions: [NonCompletionEntry]
    package let reports: [ReportRow]
    package let followUps: [FollowUpEntry]
    package let letters: [LetterEntry]
    package let notes: [InterventionNote]
    package let attachments: [AttachmentRow]
    /// Tables of what went out, of what came back, of tasks, of who did what.
    package let paper: [Dossier.Section]
    package let returned: [Dossier.Section]
    package let tasks: [Dossier.Section]
    package let trace: [Dossier.Section]
    /// What may be done about it now, and by whoever looks.
    package let acts: OpenActs
    /// Results that name it and are not attached to it, by file.
    package let waiting: [(file: Int64, results: Int)]
    /// Open alerts that the standing report is contradicted, each event once, newest first.
    package let contradictions: [Contradiction]
    /// What a form on this page is based on.
    package let stamp: String

    package var standingReport: ReportRow? { reports.last { $0.invalidatedOn == nil } }
    package var standingNonCompletion: NonCompletionEntry? { nonCompletions.last { $0.revokedOn == nil } }
    package var openRetest: RetestEntry? { retests.last { $0.closedOn == nil } }
}
