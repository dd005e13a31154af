/// EDE number of a holding (*exploitation*): 8 digits, department (2), commune at creation (3), order (3).
///
/// The commune part is the one at creation and says nothing of today's commune. 99 marks fictitious holdings.
/// Source: arrêté of 6 August 2013 and the identification services' schema (`reference/identification.md` § 2.1).
package struct HoldingNumber: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let description: String

    /// Reads a number as people write it. A seven-digit number of departments 01 to 09 gets its zero back,
    /// since spreadsheets drop it (decision 19).
    package init(parsing text: String, fictitious: Bool = false) throws(NumberFault) {
        var bytes = normalised(text)
        guard !bytes.isEmpty else { throw .empty }
        guard !looksScientific(bytes) else { throw .scientific }
        guard bytes.allSatisfy(isDigit) else { throw .character }
        if bytes.count == 7 { bytes.insert(0x30, at: 0) }
        guard bytes.count == 8 else { throw .length }
        guard isIssuedDepartment(bytes, fictitious: fictitious) else { throw .department }
        description = String(decoding: bytes, as: UTF8.self)
    }

    /// A number that the store has already checked.
    package init(stored: String) { description = stored }

    package static func < (left: HoldingNumber, right: HoldingNumber) -> Bool { left.description < right.description }
}
