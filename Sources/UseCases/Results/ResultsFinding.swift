import Kernel

/// What the reception of results finds once a line has been read: compared with the register and the campaign.
package enum ResultsFinding: String, FindingCode {
    // Files
    case senderUnknown = "sender-unknown"
    case senderMismatch = "sender-mismatch"
    case fileRefused = "results-file-refused"
    case fileUnchanged = "results-file-unchanged"

    // Attaching
    case holdingUnknown = "result-holding-unknown"
    case holdingElsewhere = "result-holding-elsewhere"
    case producerMismatch = "producer-mismatch"
    case producerUnknown = "producer-unknown"
    case siretMismatch = "siret-mismatch"

    // Contents
    case milkLate = "milk-late"
    case duplicateLine = "duplicate-line"
    case contradictoryLines = "contradictory-lines"
    case codeToVerify = "milk-code-to-verify"
}
