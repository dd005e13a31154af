import Kernel

/// What the reception of results finds once a line has been read: compared with the register and the campaign.
package enum ResultsFinding: String, FindingCode {
    // Files
    case senderUnknown = "sender-unknown"
    case senderMismatch = "sender-mismatch"
    /// Nothing of it is taken in, for a reason that is not in its lines [total].
    case fileNotTaken = "result-file-not-taken"
    case fileRefused = "results-file-refused"
    case fileUnchanged = "results-file-unchanged"

    // Attaching
    case holdingUnknown = "result-holding-unknown"
    case holdingElsewhere = "result-holding-elsewhere"
    case producerMismatch = "producer-mismatch"
    case producerUnknown = "producer-unknown"
    case siretMismatch = "siret-mismatch"

    case wrongMatrix = "result-wrong-matrix"
    case animalUnknown = "result-animal-unknown"
    case interventionUnknown = "result-intervention-unknown"
    case withoutIntervention = "result-without-intervention"
    case severalInterventions = "result-several-interventions"
    case interventionElsewhere = "result-intervention-elsewhere"
    case planUnknown = "result-plan-unknown"

    // Contents
    case animalOffDocument = "animal-off-document"
    case sampledOutside = "sampled-outside-campaign"
    case notAnalysed = "sample-not-analysed"
    case uninterpretable = "sample-uninterpretable"
    case milkLate = "milk-late"
    case duplicateLine = "duplicate-line"
    case contradictoryLines = "contradictory-lines"
    case codeToVerify = "milk-code-to-verify"

    // Acts of a person
    case unattachedUnknown = "unattached-unknown"
    case notAttachable = "result-not-attachable"
    case importUnknown = "results-import-unknown"
    case nothingToReplay = "results-nothing-to-replay"
    case reasonNeeded = "results-reason-needed"
    case interventionNeeded = "dysfunction-intervention-needed"
    case proofNeeded = "results-proof-needed"
    case authorityOnly = "non-negative-authority-only"
    case noResult = "no-result-of-animal"
    case decisionNotAllowed = "decision-not-allowed"
    case testTooOld = "test-elsewhere-too-old"
    case dateInFuture = "result-date-in-future"

    // Tuberculin reports
    case countsInconsistent = "tuberculin-counts-inconsistent"
    case readBeforeInjection = "read-before-injection"
    case modelNotApproved = "report-model-not-approved"
    case reportIncomplete = "tuberculin-report-incomplete"
    case numberIncomplete = "non-negative-number-incomplete"
    case nonNegativeNotNamed = "non-negative-not-named"
    case reportLate = "tuberculin-report-late"
    case recheckInProphylaxis = "recheck-in-prophylaxis"
    case animalWithoutReport = "animal-without-report"
}
