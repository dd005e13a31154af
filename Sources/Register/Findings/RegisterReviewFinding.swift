import Kernel

/// Errors that the reviews of steps 1 and 2 look for: they are to be corrected before a campaign is set up, and are no
/// anomalies of a keeper (PRO-06).
package enum RegisterReviewFinding: String, FindingCode {
    // MARK: Step 1 (PRO-26 to PRO-33)
    case siretMissing = "review-siret-missing"
    case establishmentMissing = "review-establishment-missing"
    case holdingClosedHerdOpen = "review-holding-closed-herd-open"
    case herdToClose = "review-herd-to-close"
    case animalWithoutHerd = "review-animal-without-herd"
    case animalsInClosedHerd = "review-animals-in-closed-herd"
    case delegateWithoutRights = "review-delegate-without-rights"
    case authorityWithoutRights = "review-authority-without-rights"

    // MARK: Step 2 (PRO-42 to PRO-52)
    case breedAgainstType = "review-breed-against-type"
    /// BO 26: the herd that a mixed holding lacks.
    case herdMissing = "review-herd-missing"
    case surplusHerd = "review-surplus-herd"
    case orientationOutdated = "review-orientation-outdated"
    case milkAndBlood = "review-milk-and-blood"
    case animalsNotCovered = "review-animals-not-covered"
    case directSaleExempted = "review-direct-sale-exempted"
    case directSaleReclassed = "review-direct-sale-reclassed"
    /// A breed that the department did not classify [breed, count, untyped] (PRO-50); no error (PRO-49).
    case breedWithoutType = "review-breed-without-type"
    /// Animals of the other type than their herd [holding, herd, class, count] (2.6.1).
    case typesAgainstHerd = "review-types-against-herd"

    // MARK: Comparisons (PRO-17, PRO-34, PRO-69, PRO-190)
    case holdingNotInRegister = "compare-holding-not-in-register"
    case holdingNotInBase = "compare-holding-not-in-base"
    case holdingClosedInBase = "compare-holding-closed-in-base"
    case siretDiffers = "compare-siret-differs"
    case herdNotInRegister = "compare-herd-not-in-register"
    case herdNotInBase = "compare-herd-not-in-base"
    case herdClassDiffers = "compare-herd-class-differs"
    case herdClosingDiffers = "compare-herd-closing-differs"
    case producerWithoutHerd = "producer-without-herd"
    case producerHoldingClosed = "producer-holding-closed"
    case herdWithoutProducer = "herd-without-producer"
}
