import Documents
import Kernel
import Register
import Store

/// The letters that the actor may write in a campaign today, in the order of their kinds; and what stands against one
/// that is the actor's to write (decision 23, PRO-282).
package struct OfferLetters: UseCase {
    package struct Offer: Sendable {
        package let kind: LetterChoice
        /// Nil where it can be written.
        package let objection: Finding?
    }

    package let intention = Intention.campaignRead
    package let campaign: CampaignSelector
    /// Only the letters that answer this work list.
    package let list: WorkListKind?

    package init(campaign: CampaignSelector, list: WorkListKind? = nil) {
        self.campaign = campaign
        self.list = list
    }

    package var department: String? { campaign.department }

    package func run(_ context: Context) async throws -> [Offer] {
        let kinds = kinds(of: context.actor)
        guard !kinds.isEmpty else { return [] }
        let selector = campaign
        return try await context.database.read { connection in
            let campaign = try selector.find(in: connection)
            guard try context.mayWriteLetters(in: campaign, connection) else { return [] }
            return try kinds.map { kind in
                do {
                    _ = try connection.letterDesk(kind, of: campaign, WriteLetters.Choice(), context)
                    return Offer(kind: kind, objection: nil)
                } catch let refused as Refused {
                    return Offer(kind: kind, objection: refused.findings.first)
                }
            }
        }
    }

    private func kinds(of actor: Actor) -> [LetterKind] {
        guard Policy.allows(.letterWrite, to: actor.role) else { return [] }
        return LetterKind.allCases.filter { kind in
            if let list, !kind.workLists.contains(list) { return false }
            return kind.author == .delegate || Policy.allows(.letterWriteAuthority, to: actor.role)
        }
    }
}

/// Hands letters to the worker, after saying at once what would stop them.
package struct QueueLetters: UseCase {
    package let work: LettersWork
    package let title: String

    package init(_ work: LettersWork, title: String) {
        self.work = work
        self.title = title
    }

    package var intention: Intention { work.intention }
    package var department: String? { work.department }

    /// - Returns: the number of the job.
    package func run(_ context: Context) async throws -> Int64 {
        if let by = work.by, by < context.today { throw Refused(LetterFinding.limitPast, ["limit": by.french]) }
        if work.letter == .visitOutsideCampaign, work.period == nil { throw Refused(LetterFinding.periodMissing) }
        let work = work
        try await context.database.read { connection in
            let campaign = try work.campaign.find(in: connection)
            _ = try connection.letterDesk(work.letter, of: campaign, work.choice, context)
            guard !work.interventions.isEmpty else { return }
            _ = try connection.interventions(work.choice.target, for: work.letter, of: campaign, today: context.today)
        }
        return try await QueueJob(work, title: title).run(context)
    }
}

extension Context {
    /// Whether the convention leaves letters to the delegate; the authority's are its own.
    func mayWriteLetters(in campaign: CampaignRow, _ connection: Connection) throws -> Bool {
        guard actor.role.isDelegate else { return true }
        return try DelegationGate.leaves(.letterWrite, in: campaign.department, connection)
    }
}
