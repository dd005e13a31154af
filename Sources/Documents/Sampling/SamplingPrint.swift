import Kernel

/// A sampling document (*document d'accompagnement des prélèvements*, DAP) with all that stands on it
/// (PRO-121 to PRO-128, PRO-151). What is requested of which animal was decided before; here it is only printed.
package struct SamplingPrint: Hashable, Sendable {
    /// Which copy: the veterinarian's with labels, or the farmer's without (PRO-152).
    package enum Copy: String, Hashable, Sendable, Codable {
        case veterinarian
        case farmer
    }

    package var head: InterventionHead
    package var edition: SamplingEdition
    /// In the order of their columns; at most six.
    package var plans: [SamplingPlan]
    package var animals: [SampledAnimal]
    /// E.g. `Tous les bovins de plus de 24 mois` (PRO-123, PRO-128).
    package var display: String
    /// Cattle of the herd on the reference day.
    package var herdSize: Int
    /// Asked for by this edition or an earlier one, and no longer in the herd on the reference day.
    package var gone = 0
    /// Printed in a frame, e.g. a retest, a visit outside the campaign, a prefectoral order. One sentence or two.
    package var mention: String?
    /// Reasons not to sample an animal, with the code that the veterinarian writes into the row.
    package var reasons: [UntestedReason]
    /// The tuberculin report form as last page (PRO-153); nil without tuberculin test.
    package var tuberculin: TuberculinForm?
    package var copy: Copy
    package var sheet: LabelSheet
    /// Blank rows with spare labels for animals that the veterinarian adds: at least the lower bound, up to the
    /// upper one where the page has room.
    package var spareRows: ClosedRange<Int>

    package init(
        head: InterventionHead, edition: SamplingEdition, plans: [SamplingPlan], animals: [SampledAnimal],
        display: String, herdSize: Int, mention: String? = nil, reasons: [UntestedReason] = UntestedReason.usual,
        tuberculin: TuberculinForm? = nil, copy: Copy = .veterinarian, sheet: LabelSheet = .twoColumns,
        spareRows: ClosedRange<Int> = 2...6
    ) {
        self.head = head
        self.edition = edition
        self.plans = plans
        self.animals = animals
        self.display = display
        self.herdSize = herdSize
        self.mention = mention
        self.reasons = reasons
        self.tuberculin = tuberculin
        self.copy = copy
        self.sheet = sheet
        self.spareRows = spareRows
    }

    /// The same document for the farmer: no labels, no blank rows, no form.
    package var farmersCopy: SamplingPrint {
        var copy = self
        copy.copy = .farmer
        copy.tuberculin = nil
        return copy
    }
}

/// Why a sampling document cannot be printed.
package enum SamplingFault: Error, Hashable, Sendable {
    /// Not twelve digits.
    case interventionNumber(String)
    /// More plans than the table has columns for.
    case tooManyPlans(Int)
    /// An animal asks for a plan that the document does not have.
    case unknownPlan(mark: String, animal: AnimalNumber)
    /// Two animals of the list have one number: two labels would be the same.
    case animalTwice(AnimalNumber)
}
