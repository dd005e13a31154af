/// Identification number of a bovine: country code (2 letters) and, for France, exactly 10 digits;
/// elsewhere 1 to 12 characters 0-9 A-Z (decision 15).
///
/// There is no check digit. The working number is normally the last four digits, but is stored apart
/// (`reference/identification.md` § 2.1).
package struct AnimalNumber: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Country and number without separator, e.g. `FR6312345678`.
    package let description: String

    package var country: String { String(description.prefix(2)) }
    package var national: String { String(description.dropFirst(2)) }

    /// Reads a number as people write it: spaces, dashes and lower case are understood.
    ///
    /// - Parameters:
    ///   - country: the country that a file gives in a column of its own; put before a number that does not begin
    ///     with it. Empty is as good as none.
    ///   - fictitious: whether department 99 is let in.
    package init(parsing text: String, country: String? = nil, fictitious: Bool = false) throws(NumberFault) {
        var bytes = normalised(text)
        guard !bytes.isEmpty else { throw .empty }
        guard !looksScientific(bytes) else { throw .scientific }
        if let country = country.map(normalised), !bytes.starts(with: country) {
            bytes.insert(contentsOf: country, at: 0)
        }
        guard bytes.count >= 2, bytes.prefix(2).allSatisfy(isUpper) else { throw .country }
        var national = bytes.dropFirst(2)
        guard national.allSatisfy({ isDigit($0) || isUpper($0) }) else { throw .character }
        if bytes.prefix(2).elementsEqual("FR".utf8) {
            guard national.allSatisfy(isDigit) else { throw .character }
            if national.count == 9 { national.insert(0x30, at: national.startIndex) }
            guard national.count == 10 else { throw .length }
            guard isIssuedDepartment(national, fictitious: fictitious) else { throw .department }
        }
        guard (1...12).contains(national.count) else { throw .length }
        description = String(decoding: bytes.prefix(2) + national, as: UTF8.self)
    }

    /// A number that the store has already checked.
    package init(stored: String) { description = stored }

    /// The last four characters: what the keeper reads on the tag.
    package var workingNumber: String { String(national.suffix(4)) }

    package static func < (left: AnimalNumber, right: AnimalNumber) -> Bool { left.description < right.description }
}
