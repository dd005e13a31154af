import Kernel

/// Why follow-up or the closing is refused.
package enum FollowUpFinding: String, FindingCode {
    case closeReasonMissing = "close-reason-missing"
    case workItemUnknown = "work-item-unknown"
    case interventionsUntreated = "interventions-untreated"
    case closingTooEarly = "closing-too-early"
    case forcedClosingTooEarly = "forced-closing-too-early"
    case noteEmpty = "note-empty"
    case noMilkPlan = "no-milk-plan"
    case closingOverdue = "closing-overdue"
}
