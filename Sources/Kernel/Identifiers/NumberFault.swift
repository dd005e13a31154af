/// What is wrong with a number that does not parse. Raw values are stable codes.
package enum NumberFault: String, Error, Sendable, CaseIterable, FindingCode {
    case empty = "number-empty"
    /// Not the length the number has; see the number's own documentation.
    case length = "number-length"
    /// A character that does not belong in it.
    case character = "number-character"
    /// The first two digits are no department: 00, 96, or 99 outside of fictitious data.
    case department = "number-department"
    /// The check digit does not match.
    case checkDigit = "number-check-digit"
    /// A spreadsheet has turned it into `1,2E+09`: its last digits are lost.
    case scientific = "number-scientific"
    /// The country code is missing or is not two letters.
    case country = "number-country"
}
