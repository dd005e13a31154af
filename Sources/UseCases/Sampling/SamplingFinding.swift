import Kernel

/// What sampling documents have to tell.
package enum SamplingFinding: String, FindingCode {
    // Asking
    case campaignNotOpen = "document-campaign-not-open"
    case interventionUnknown = "document-intervention-unknown"
    case nothingSelected = "document-nothing-selected"

    // Editing and validating
    /// Milk plans only.
    case notNeeded = "document-not-needed"
    case alreadyValidated = "document-already-validated"
    case notValidatedYet = "document-not-validated-yet"
    case draftMissing = "document-draft-missing"
    case changedSinceDraft = "document-changed-since-draft"
    case editedTooEarly = "document-edited-too-early"
    case deliveredTooLate = "document-delivered-too-late"
    case expiresBeforeVisit = "document-expires-before-visit"
    case agesOfAnotherDay = "document-ages-of-another-day"
    case zeroBovine = "document-zero-bovine"
    case planWithoutLaboratory = "document-plan-without-laboratory"
    case wrongVeterinarian = "document-wrong-veterinarian"
    case ruleRefused = "document-rule-refused"

    // Cancelling
    case cancelledAfterVisit = "document-cancelled-after-visit"
    case cancelledButSent = "document-cancelled-but-sent"
    case cancelledButRequested = "document-cancelled-but-requested"
    case cancelWholeList = "document-cancel-whole-list"
    case animalNotListed = "document-animal-not-listed"
    case animalHasResult = "document-animal-has-result"
    // Completing (PRO-150)
    case animalListed = "document-animal-listed"
    /// Not in the herd on the day of sampling [animal, day].
    case animalNotPresent = "document-animal-not-present"
    /// Younger than the age at which blood is taken [animal, months].
    case animalTooYoung = "document-animal-too-young"
    case noBloodPlan = "document-no-blood-plan"
    case dayOutsideDocument = "document-day-outside"

    case noProposal = "document-no-cancellation-proposed"
    case secondPersonNeeded = "document-second-person-needed"

    // Printing
    case previousCampaign = "document-previous-campaign"
    case expired = "document-expired"
    /// Validated, but no file of it was ever issued.
    case neverPrinted = "document-never-printed"
    case printerUnknown = "document-printer-unknown"
    case printerSetting = "document-printer-setting"
    case printerSheet = "document-printer-sheet"
    case sampledAnimalUnknown = "document-sampled-animal-unknown"
    case methodUnknown = "document-method-unknown"
    case nothingPrinted = "document-nothing-printed"

    // Checks
    case missing = "document-missing"
    case notSentInTime = "document-not-sent-in-time"
    case draftLeft = "document-draft-left"
    case belowRegulation = "document-below-regulation"
    case sentInAnotherVersion = "document-sent-in-another-version"
    case sentAfterCampaign = "document-sent-after-campaign"
    case batchIncomplete = "document-batch-incomplete"
    case problemOpen = "document-problem-open"
    case cancelledWithoutEdition = "document-cancelled-without-edition"
    case lateCancellations = "document-late-cancellations"
}
