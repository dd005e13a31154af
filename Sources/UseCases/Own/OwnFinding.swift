import Kernel

/// What keepers and veterinarians are told.
package enum OwnFinding: String, FindingCode {
    case letterUnknown = "own-letter-unknown"
    /// Nothing may be entered for it: no tuberculin plan, withdrawn, or its campaign is over [intervention].
    case notForTuberculin = "own-not-for-tuberculin"
    /// The reading is not 72 h ± 4 h after the injection [hours].
    case readingOutsideWindow = "tuberculin-reading-outside-window"
    /// A field of the form cannot be read [field].
    case fieldUnreadable = "tuberculin-field-unreadable"
    /// The form does not belong to the document that stands: it was edited again meanwhile [edition].
    case documentChanged = "tuberculin-document-changed"
    case injectionMissing = "tuberculin-injection-missing"
    /// An animal that was not tested needs its reason [animal].
    case untestedReasonMissing = "tuberculin-untested-reason-missing"
    /// An outcome of the other method [animal, outcome, method].
    case outcomeOfOtherMethod = "tuberculin-outcome-of-other-method"
    /// A veterinarian's own report says who sent it, or when it came, otherwise than the account and the day [field].
    case notTheSenders = "tuberculin-not-the-senders"
    case reasonMissing = "own-re-edition-reason-missing"
    /// The same request waits already [intervention].
    case reeditionAskedAlready = "own-re-edition-asked-already"
    /// No request was ticked.
    case noRequestSelected = "own-no-request-selected"
    /// More requests at once than one file holds [most].
    case tooManyRequests = "own-too-many-requests"
    /// Not addressed to this laboratory, or none at all.
    case requestUnknown = "own-request-unknown"
    /// Its document was cancelled: nothing is to be analysed by it.
    case requestCancelled = "own-request-cancelled"
    /// There is no document to edit again yet [intervention].
    case nothingToReedit = "own-nothing-to-re-edit"
}
