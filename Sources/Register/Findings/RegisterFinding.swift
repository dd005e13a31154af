import Kernel

/// What an import of the register can find when it compares lines with each other and with the store.
///
/// Refused: the line has no meaning here (unknown reference, second line of a key, another department, not this
/// sender's to say, dates that cannot be). Warning: the line counts, since leaving out an animal that should be tested
/// is the worse error, but one of the facts it stands on must be wrong. Facts in brackets.
package enum RegisterFinding: String, FindingCode {
    // MARK: Refused
    /// The key stands on an earlier line of the file [key, first].
    case duplicateKey = "duplicate-key"
    case organisationUnknown = "organisation-unknown"
    case veterinarianUnknown = "veterinarian-unknown"
    case communeUnknown = "commune-unknown"
    case holdingUnknown = "holding-unknown"
    /// No such herd on that holding, whatever other holdings have [holding, herd].
    case herdUnknown = "herd-unknown"
    case holdingWithoutHerd = "holding-without-herd"
    case animalUnknown = "animal-unknown"
    case notDairyLaboratory = "not-dairy-laboratory"
    /// Not of the department that the bundle is about [found, expected].
    case otherDepartment = "other-department"
    /// An establishment comes with the number of its holding or not at all (PRO-21, PRO-37).
    case establishmentWithoutHolding = "establishment-without-holding"
    /// Only the authority may say it (PRO-23, PRO-59, PRO-63, PRO-163).
    case authorityOnly = "authority-only"
    /// Entered after its death [animal, entered, dead].
    case entryAfterDeath = "entry-after-death"
    /// Two stays of one animal on one holding at one time [animal, other].
    case stayOverlapSameHolding = "stay-overlap-same-holding"
    /// Placed in a herd of a holding where it never stayed in that time [animal, holding].
    case assignmentWithoutStay = "assignment-without-stay"
    /// Two herds at one time [animal, other].
    case assignmentOverlap = "assignment-overlap"

    // MARK: Refused lines of a history
    /// Two campaigns end in one year, or one is dated in two ways [campaign, first].
    case historyCampaignDiffers = "history-campaign-differs"
    /// The campaign has not ended yet [campaign, end].
    case historyCampaignOpen = "history-campaign-open"
    /// Vigie keeps the campaign of that year itself [campaign].
    case historyCampaignLive = "history-campaign-live"
    /// A herd has one main intervention a campaign [herd, first].
    case historySecondMain = "history-second-main"
    /// The number stands for another herd or campaign [number].
    case historyNumberTaken = "history-number-taken"
    /// Main with a parent, or another kind whose parent is not there [kind, parent].
    case historyParent = "history-parent"
    case historyInterventionUnknown = "history-intervention-unknown"
    /// The number and version, or the version of that intervention, stand for another report [number, version].
    case historyReportTaken = "history-report-taken"
    /// Two versions would stand for one intervention [intervention, standing].
    case historyReportStanding = "history-report-standing"
    /// A follow-up needs its report [intervention].
    case historyReportMissing = "history-report-missing"

    // MARK: Warnings of a history
    /// One plan a disease and matrix is kept [disease, method].
    case historySecondMethod = "history-second-method"
    /// Counts without a status have nowhere to go [intervention, disease].
    case historyStatusMissing = "history-status-missing"
    /// The bundle does not hold the document it names [file].
    case historyFileMissing = "history-file-missing"

    // MARK: Warnings
    /// Two holdings at one time [animal, holding, other].
    case stayOverlap = "stay-overlap"
    case entryBeforeBirth = "entry-before-birth"
    case exitAfterDeath = "exit-after-death"
    case damNotFemale = "dam-not-female"
    /// The dam was not on the holding of birth on that day [animal, dam].
    case damNotAtBirth = "dam-not-at-birth"
    /// One SIRET for two holdings (PRO-17) [siret, holding, other].
    case siretOfOtherHolding = "siret-of-other-holding"
    /// A herd goes on where its holding has ended (PRO-27) [holding, herd].
    case herdOpenInClosedHolding = "herd-open-in-closed-holding"
    case closedHoldingWithAnimals = "closed-holding-with-animals"
    /// Present, but in no herd (PRO-29) [holding, count].
    case animalsWithoutHerd = "animals-without-herd"
    /// Its line was refused, so its absence says nothing [animal].
    case stayKeptLineRefused = "stay-kept-line-refused"

    // MARK: The bundle
    /// What was read: kind, extraction, tables. Told with every import.
    case bundleRead = "bundle-read"
    /// The same bytes were imported before; what was accepted then stands.
    case bundleUnchanged = "bundle-unchanged"
    /// Extracted before the last one that was imported [extracted, last].
    case bundleOlder = "bundle-older"
    /// A history bundle where a register was expected, or the other way round.
    case bundleFormat = "bundle-format"
    case bundleDepartment = "bundle-department"
    /// More than the limit is absent (decision 17) [absent, total, table].
    case absentTooMany = "absent-too-many"
    case closureCandidates = "closure-candidates"
    case staysRetracted = "stays-retracted"
    /// Policy `file`: one refused line refuses the whole [refused].
    case fileRefusedWhole = "file-refused-whole"
    /// More findings of one kind than are kept [about, count].
    case findingsLeftOut = "findings-left-out"
    /// Others changed the register while this bundle was being read.
    case concurrentImport = "concurrent-import"

    // MARK: Replaying
    case importUnknown = "import-unknown"
    case nothingToReplay = "nothing-to-replay"
    /// A corrected file holds every refused line, or a reason for leaving some out [table, expected, found].
    case correctionIncomplete = "correction-incomplete"
}
