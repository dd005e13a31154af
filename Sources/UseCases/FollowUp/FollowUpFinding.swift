import Kernel

/// Why follow-up or the closing is refused.
package enum FollowUpFinding: String, FindingCode {
    case closeReasonMissing = "close-reason-missing"
    case workItemUnknown = "work-item-unknown"
    case interventionsUntreated = "interventions-untreated"
    case closingTooEarly = "closing-too-early"
    case forcedClosingTooEarly = "forced-closing-too-early"
    case noteEmpty = "note-empty"
    /// [most] characters.
    case noteTooLong = "note-too-long"
    case noMilkPlan = "no-milk-plan"
    /// More or fewer interventions remain than the person saw [campaign, count].
    case closingChanged = "closing-changed"
    /// Reported or decided since the person saw the list [intervention].
    case treatedMeanwhile = "treated-meanwhile"
    case closingOverdue = "closing-overdue"
    /// Planned, nobody came, no document: neither treated nor withdrawn (PRO-290) [campaign, count].
    case forecastNotSorted = "forecast-not-sorted"
    /// A document went out, nobody came, no decision says why (PRO-291) [campaign, count].
    case descriptorMissing = "non-completion-missing"
    /// Done, and no report yet (PRO-283) [campaign, count].
    case doneNotReported = "done-not-reported"
    /// An intervention is not as the person saw it when filling in the form [intervention, acts].
    case changedMeanwhile = "changed-meanwhile"
    /// A herd or animal is not as the person saw it when filling in the form [acts].
    case subjectChanged = "subject-changed"
    /// There are no stored bytes under this name [document].
    case documentUnknown = "stored-document-unknown"
    /// A view without a name, with one that is too long, or one that is not there [most].
    case viewNameUnfit = "view-name-unfit"
    /// The account keeps as many views as it may [most].
    case viewsTooMany = "views-too-many"
    /// Nothing was selected for a batch.
    case nothingSelected = "nothing-selected"
    /// No file was chosen, or it holds nothing.
    case attachmentEmpty = "attachment-empty"
    /// Neither PDF nor JPEG nor PNG, whatever its name says.
    case attachmentUnreadable = "attachment-unreadable"
    /// [limit], in MB.
    case attachmentTooLarge = "attachment-too-large"
    /// As many papers as an intervention may have stand already [most].
    case attachmentsTooMany = "attachments-too-many"
    /// Not of this intervention, or withdrawn already.
    case attachmentUnknown = "attachment-unknown"
}
