import Kernel

/// Why a command on a campaign is refused.
package enum CampaignFinding: String, FindingCode {
    /// No inventory of texts yet (PRO-319) [campaign].
    case libraryEmpty = "library-empty"
    /// Texts that the delegate does not have [campaign, count].
    case textsMissing = "reference-texts-missing"
    /// A letter of limited diffusion is the authority's to list [reference].
    case textRestricted = "reference-text-restricted"
    case campaignUnknown = "campaign-unknown"
    case campaignExists = "campaign-exists"
    case wrongState = "campaign-wrong-state"
    case datesImpossible = "campaign-dates-impossible"
    /// Another campaign than the national one must stand in the convention (PRO-67).
    case notInConvention = "campaign-not-in-convention"
    case noFormerCampaign = "campaign-no-former"
    /// A copied campaign is to be looked at criterion by criterion (PRO-81).
    case copied = "campaign-copied"

    case parameterUnknown = "campaign-parameter-unknown"
    case parameterValue = "campaign-parameter-value"
    /// No rule that a region may share (PRO-141) [name, names].
    case notRegional = "campaign-parameter-not-regional"
    /// Only the authority sets it (PRO-63, PRO-88, PRO-110).
    case parameterOfAuthority = "campaign-parameter-of-authority"
    /// A parameter that is kept by disease or commune, without saying which [name].
    case keyMissing = "campaign-parameter-key-missing"
    /// Somebody else changed it since the page was made [name, by, at].
    case parameterChangedMeanwhile = "campaign-parameter-changed-meanwhile"
    /// Changes during a campaign are for emergencies (PRO-15).
    case changeDuringCampaign = "campaign-change-during"
    case nothingToReview = "campaign-nothing-to-review"

    /// Validation or execution with findings that stop it.
    case setupBlocked = "campaign-setup-blocked"
    /// The set-up is not the one that the person saw [campaign].
    case setupChanged = "campaign-setup-changed"
    /// The register grew between two steps of the execution.
    case registerChanged = "campaign-register-changed"
    case numbersExhausted = "campaign-numbers-exhausted"

    case herdUnknown = "campaign-herd-unknown"
    case herdNotEligible = "campaign-herd-not-eligible"
    case nothingDue = "campaign-herd-nothing-due"
    case alreadyIn = "campaign-herd-already-in"
    case outbreakLink = "campaign-herd-outbreak-link"
    case interventionUnknown = "campaign-intervention-unknown"
    case alreadyWithdrawn = "campaign-intervention-withdrawn"
    case hasResults = "campaign-intervention-has-results"
    case reasonMissing = "campaign-reason-missing"

    /// A visit outside the campaign (PRO-137) on a day of the campaign or the next one, or over [day, from, until].
    case outsideVisitDay = "outside-visit-day"
    case outsideVisitHerdClosed = "outside-visit-herd-closed"
    case outsideVisitNoIntervention = "outside-visit-no-intervention"
    case outsideVisitPlanMissing = "outside-visit-plan-missing"
    /// Another one is planned and not made yet [herd, number, day].
    case outsideVisitStanding = "outside-visit-standing"

    case laboratoryUnknown = "campaign-laboratory-unknown"
    case laboratoryNotApproved = "campaign-laboratory-not-approved"
    case planUnknown = "campaign-plan-unknown"
    /// The document in the vet's hands names the former laboratory (PRO-95).
    case documentToEditAgain = "campaign-document-to-edit-again"

    case conventionFile = "campaign-convention-file"
    case monthUnknown = "campaign-month-unknown"
}

/// What the check lists of steps 3 to 6 find (3.5, 4.5, 5.5, 6.5 and what stands around them).
package enum SetupFinding: String, FindingCode {
    // 3.3, 3.4
    case startsEarly = "setup-starts-early"
    case endsLate = "setup-ends-late"
    case milkOutsideSlot = "setup-milk-outside-slot"
    case milkOutsideCampaign = "setup-milk-outside-campaign"
    case authorisationsDue = "setup-authorisations-due"
    case authorisationsOverdue = "setup-authorisations-overdue"
    case conventionMissing = "setup-convention-missing"
    case conventionIncomplete = "setup-convention-incomplete"
    case orderMissing = "setup-order-missing"
    /// Nobody verified the local set-up of the register in the year before (PRO-50).
    case settingsNotVerified = "setup-settings-not-verified"
    /// The region shares other rules by now (PRO-141).
    case regionalDiffers = "setup-regional-differs"
    case deviationUnjustified = "setup-deviation-unjustified"
    case delegationDiffers = "setup-delegation-differs"
    case classRulesMissing = "setup-class-rules-missing"
    case producerWithoutDairyHerd = "setup-producer-without-dairy-herd"
    // 3.5
    case programmedElsewhere = "setup-programmed-elsewhere"
    case criterionNotReviewed = "setup-criterion-not-reviewed"
    case screeningUndefined = "setup-screening-undefined"
    case screeningPhase = "setup-screening-phase"
    case wrongTest = "setup-wrong-test"
    case wrongMatrix = "setup-wrong-matrix"
    case bothMatrices = "setup-both-matrices"
    case authorisationIncomplete = "setup-authorisation-incomplete"
    case herdOfAuthority = "setup-herd-of-authority"
    case fatteningIncluded = "setup-fattening-included"
    case transferMissing = "setup-transfer-missing"
    case requalificationIncluded = "setup-requalification-included"
    case riskHerdOmitted = "setup-risk-herd-omitted"
    case ageLimit = "setup-age-limit"
    case herdWithoutCattle = "setup-herd-without-cattle"
    case namedHerdUnknown = "setup-named-herd-unknown"
    // 4.5
    case laboratoryDiffers = "setup-laboratory-differs"
    case planWithoutLaboratory = "setup-plan-without-laboratory"
    case laboratoryLabel = "setup-laboratory-label"
    case documentLaboratory = "setup-document-laboratory"
    case laboratoryUnknown = "setup-laboratory-unknown"
    case laboratoryNotApproved = "setup-laboratory-not-approved"
    // 5.5
    /// No herd at all: the register is empty, or the criteria leave everything out.
    case nothingProgrammed = "setup-nothing-programmed"
    case diseaseWithoutPlan = "setup-disease-without-plan"
    case planMissing = "setup-plan-missing"
    case communeWrong = "setup-commune-wrong"
    case setupWithoutLaboratory = "setup-without-laboratory"
    case herdMissing = "setup-herd-missing"
    // 6.1, 6.5
    case milkYearsUneven = "setup-milk-years-uneven"
    case interventionMissing = "setup-intervention-missing"
    case withoutVeterinarian = "setup-without-veterinarian"
    case vetsNotInformed = "setup-vets-not-informed"
    case farmersNotInformed = "setup-farmers-not-informed"
    case dairyHerdWithoutProducer = "setup-dairy-herd-without-producer"
    case exemptionWrong = "setup-exemption-wrong"
    case milkGap = "setup-milk-gap"
}
