import Kernel

/// Why follow-up, a letter or the closing is refused.
package enum FollowUpFinding: String, FindingCode, CaseIterable {
    case closeReasonMissing = "close-reason-missing"
    case workItemUnknown = "work-item-unknown"
    case interventionsUntreated = "interventions-untreated"
    case closingTooEarly = "closing-too-early"
    case forcedClosingTooEarly = "forced-closing-too-early"
    case closingOverdue = "closing-overdue"
    case letterNotForDelegate = "letter-not-for-delegate"
    case letterFieldMissing = "letter-field-missing"
    case letterTemplateUnreadable = "letter-template-unreadable"
    case letterKindWithoutList = "letter-kind-without-list"
    case letterUnknown = "letter-unknown"
}
