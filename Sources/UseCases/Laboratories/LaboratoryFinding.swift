import Kernel

/// Why a laboratory's card is refused; the place names the field.
package enum LaboratoryFinding: String, FindingCode {
    /// No laboratory has this code in the department [code].
    case cardUnknown = "laboratory-card-unknown"
    /// Another organisation has the code already [code].
    case codeTaken = "laboratory-code-taken"
    /// Not 2 to 20 letters, digits and dashes [code].
    case codeUnusable = "laboratory-code-unusable"
    /// Empty, or longer than it may be [most].
    case nameUnusable = "laboratory-name-unusable"
    case fieldTooLong = "laboratory-field-too-long"
    /// [postcode]
    case postcodeUnusable = "laboratory-postcode-unusable"
    /// [email]
    case emailUnusable = "laboratory-email-unusable"
    /// Its card says something else than the person saw [code, by, at].
    case changedMeanwhile = "laboratory-changed-meanwhile"
    /// A campaign that is not closed asks it for a disease that it would no more be approved for [code, disease].
    case approvalInUse = "laboratory-approval-in-use"
}
