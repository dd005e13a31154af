/// An address of electronic mail, as it may stand in an envelope and a header: ASCII, one `@`, no quotes, no comments,
/// no spaces, a domain with a dot. Domains in other scripts are written as their `xn--` form.
package struct MailAddress: Hashable, Sendable, CustomStringConvertible {
    package let description: String

    /// RFC 5321, 4.5.3.1.
    private static let longest = 254
    private static let longestLocalPart = 64

    /// nil for a text that is no such address; spaces around it do not count.
    package init?(_ text: some StringProtocol) {
        var scalars = Array(text.unicodeScalars.drop { $0 == " " })
        while scalars.last == " " { scalars.removeLast() }
        let parts = scalars.split(separator: "@", omittingEmptySubsequences: false)
        guard scalars.count <= MailAddress.longest, parts.count == 2 else { return nil }
        let local = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        guard parts[0].count <= MailAddress.longestLocalPart,
            local.allSatisfy({ !$0.isEmpty && $0.allSatisfy { MailAddress.isAtom($0) } }),
            labels.count >= 2, labels.allSatisfy({ MailAddress.isLabel($0) })
        else { return nil }
        description = scalars.reduce(into: "") { $0.unicodeScalars.append($1) }
    }

    package var domain: String { String(description.drop { $0 != "@" }.dropFirst()) }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9": true
        default: false
        }
    }

    private static func isAtom(_ scalar: Unicode.Scalar) -> Bool {
        isLetterOrDigit(scalar) || "!#$%&'*+-/=?^_`{|}~".unicodeScalars.contains(scalar)
    }

    private static func isLabel(_ label: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let first = label.first, let last = label.last, label.count <= 63 else { return false }
        return isLetterOrDigit(first) && isLetterOrDigit(last)
            && label.allSatisfy { isLetterOrDigit($0) || $0 == "-" }
    }
}
