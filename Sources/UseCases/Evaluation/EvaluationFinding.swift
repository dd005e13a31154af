import Kernel

/// Why an evaluation, a report or a decision is refused. The objections to a value are `EvaluationGuard.Objection`.
package enum EvaluationFinding: String, FindingCode {
    /// More or fewer proposals of a value than the person confirmed [value, seen, count].
    case proposalsChanged = "proposals-changed"
    case interventionUnknown = "intervention-unknown"
    case campaignNotRunning = "campaign-not-running"
    case reportStands = "report-stands"
    /// A retest or a visit outside the campaign [intervention, main].
    case notFirst = "intervention-not-first"
    case notComputed = "status-not-computed"
    case statusesDiffer = "statuses-differ"
    case nothingChosen = "nothing-chosen"

    case evaluationNotFinal = "evaluation-not-final"
    case programmedWithoutObject = "programmed-without-object"
    case nonCompletionStands = "non-completion-stands"
    case completionDateMissing = "completion-date-missing"
    case reportUnknown = "report-unknown"
    case reportInvalidated = "report-already-invalidated"
    case reasonMissing = "reason-missing"

    case nonCompletionCodeReserved = "non-completion-code-reserved"
    case animalsStillRequested = "animals-still-requested"
    case herdStillOpen = "herd-still-open"
    case nonCompletionUnknown = "non-completion-unknown"
    case resultsExist = "results-exist"

    case followUpOnCompliant = "follow-up-on-compliant"
    case retestNeedsSuspicion = "retest-needs-suspicion"
    case retestAlreadyOrdered = "retest-already-ordered"
    case retestLimit = "retest-limit"
    /// The day planned is not within the time that the retest has [from, until].
    case retestDay = "retest-day"
    case retestUnknown = "retest-unknown"
}
