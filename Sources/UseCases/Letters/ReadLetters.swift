import Kernel
import Store

/// A page of the register of letters, the newest first (PRO-162).
package struct ReadLetters: UseCase {
    package struct Line: Sendable, Hashable {
        package let id: Int64
        package let title: String
        /// Empty for a letter about no single intervention.
        package let intervention: String
        package let recipient: String
        package let copyTo: String
        package let writtenOn: Day
        package let sentOn: Day?
    }

    package struct Outcome: Sendable {
        package let lines: [Line]
        package let total: Int
        /// Who asks may say that letters were posted.
        package let mayMark: Bool
    }

    package let intention = Intention.campaignRead
    package let campaign: CampaignSelector
    package let onlyUnsent: Bool
    package let offset: Int
    package let limit: Int

    package init(campaign: CampaignSelector, onlyUnsent: Bool, offset: Int, limit: Int) {
        self.campaign = campaign
        self.onlyUnsent = onlyUnsent
        self.offset = max(0, offset)
        self.limit = limit
    }

    package var department: String? { campaign.department }

    package func run(_ context: Context) async throws -> Outcome {
        let useCase = self
        return try await context.database.read { connection in
            let campaign = try useCase.campaign.find(in: connection)
            var filter = LetterFilter()
            filter.isUnsent = useCase.onlyUnsent
            let total = try connection.letterCount(of: campaign.id, filter)
            (filter.newestFirst, filter.offset, filter.limit) = (true, useCase.offset, useCase.limit)
            let letters = try connection.letters(of: campaign.id, filter)
            let mayMark =
                try Policy.allows(.letterWrite, to: context.actor.role)
                && context.mayWriteLetters(in: campaign, connection)
            return Outcome(
                lines: letters.map {
                    Line(
                        id: $0.id, title: ListLetters.title($0.kind), intervention: $0.intervention,
                        recipient: $0.recipient, copyTo: $0.copyTo, writtenOn: $0.writtenOn, sentOn: $0.sentOn)
                }, total: total, mayMark: mayMark)
        }
    }
}
