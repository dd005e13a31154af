import Kernel
import Prophylaxis
import Register
import UseCases

/// Which forms the page offers to who looks at it, and what they begin with.
struct InterventionForms: Sendable {
    /// Hidden fields: what the page was made from, and when.
    let stamp: String
    let seenAt: String
    let evaluate: Bool
    /// The evaluation was sent, and refused.
    let evaluateAgain: Bool
    let report: Bool
    /// Number of the report that may be invalidated.
    let invalidate: String?
    let note: Bool
    let noteKinds: [Choice]
    let noteText: String
    let decide: Bool
    let codes: [Choice]
    let revoke: Bool
    let orderRetest: Bool
    let endRetest: Bool
    let today: String
    /// Number of the report that a follow-up may be recorded for.
    let followUp: String?
    let followUpCodes: [Choice]
    /// Something may be done at all.
    let any: Bool

    init(_ file: InterventionFile, _ call: Call, _ entered: Form?) throws {
        func may(_ intention: Intention) -> Bool { file.acts.offered.contains(intention) }
        let texts = Catalogue.french
        let isOpen = file.campaign.isRunning && !file.head.isWithdrawn
        let isFirst = file.head.kind == "main"
        let isUntreated = isOpen && isFirst && file.standingReport == nil && file.standingNonCompletion == nil
        stamp = file.stamp
        let context = try call.useCase(in: file.identity.department)
        seenAt = context.now
        today = context.today.description
        evaluate = isUntreated && may(.evaluationSet)
        evaluateAgain = entered.map { $0.value("formulaire") == nil } ?? false
        report = isUntreated && may(.reportIssue)
        invalidate = isOpen && may(.reportInvalidate) ? file.standingReport?.number : nil
        note = may(.interventionNote)
        noteKinds = NoteKind.allCases.map {
            Choice($0.rawValue, texts.text("note", $0.rawValue), isChosen: entered?.value("nature") == $0.rawValue)
        }
        noteText = entered?.value("texte") ?? ""
        decide = isUntreated && may(.nonCompletionDecide)
        codes = NonCompletionCode.allCases.filter(\.isForInspectors).map {
            Choice($0.rawValue, texts.text("nonCompletion", $0.rawValue))
        }
        revoke = isOpen && file.standingNonCompletion != nil && may(.nonCompletionDecide)
        let suspicion = file.diseases.contains {
            $0.disease == .brucellosis && ($0.state.map { $0.nonNegative > 0 || $0.doubtfulSeen > 0 } ?? false)
        }
        orderRetest = isOpen && suspicion && file.openRetest == nil && may(.retestOrder)
        endRetest = isOpen && file.openRetest != nil && may(.retestOrder)
        let needsFollowUp = file.standingReport.map {
            $0.value == .administrativeNonCompliance || $0.value == .sanitaryNonCompliance
        }
        followUp = needsFollowUp == true && may(.followUpRecord) ? file.standingReport?.number : nil
        followUpCodes = FollowUpCode.allCases.map { Choice($0.rawValue, texts.text("followUpCode", $0.rawValue)) }
        any =
            evaluate || report || invalidate != nil || note || decide || revoke || orderRetest || endRetest
            || followUp != nil
    }
}
