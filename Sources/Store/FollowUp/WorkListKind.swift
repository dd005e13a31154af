/// The work lists of follow-up: what somebody has to look at, in the words of the command line.
package enum WorkListKind: String, Sendable, CaseIterable {
    case notStarted = "not-started"
    case noDocument = "no-document"
    case unfinished
    case pastDeadline = "past-deadline"
    case serumBank = "serum-bank"
    case tuberculinUnder90 = "tub-under-90"
    case tuberculin90To99 = "tub-90-99"
    case tuberculinUntested = "tub-untested"
    case milkMissing = "milk-missing"
    case decisionAwaited = "decision-awaited"
    case retests
    case outsideVisits = "outside-visits"
    case doubtful
    case documentsOverdue = "documents-overdue"
    case alerts
    case unattached
    case cancelledLate = "cancelled-late"
    case offDocument = "off-document"
    case reportsDue = "reports-due"
    case withoutFollowUp = "without-follow-up"
    case refusals
}
