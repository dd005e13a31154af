import Kernel

/// Why a letter, its template or its sender is refused.
package enum LetterFinding: String, FindingCode {
    case nothingSelected = "letter-nothing-selected"
    case interventionUnknown = "letter-intervention-unknown"
    case authorityOnly = "letter-authority-only"
    case senderUnknown = "letter-sender-unknown"
    case noGround = "letter-no-ground"
    case alreadyWritten = "letter-already-written"
    /// A letter of today's earlier run is left out of the file of the whole batch: its facts have changed since
    /// [letter, intervention].
    case changedSince = "letter-changed-since"
    case listUnfit = "letter-list-unfit"
    case limitMissing = "letter-limit-missing"
    case limitPast = "letter-limit-past"
    case periodMissing = "letter-period-missing"
    case followUpMissing = "letter-follow-up-missing"
    case valueMissing = "letter-value-missing"
    case addressTooLong = "letter-address-too-long"
    case producerUnknown = "letter-producer-unknown"
    case letterUnknown = "letter-unknown"
    case alreadySent = "letter-already-sent"
    case sentTooEarly = "letter-sent-too-early"
    case fieldUnknown = "letter-field-unknown"
    case brace = "letter-brace"
    case subjectMissing = "letter-subject-missing"
    case bodyMissing = "letter-body-missing"
    case logoUnreadable = "letter-logo-unreadable"
}
