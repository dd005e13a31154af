/// SIREN: 9 digits of a company, the last one a Luhn check digit.
package struct Siren: Hashable, Sendable, CustomStringConvertible {
    package let description: String

    package init(parsing text: String) throws(NumberFault) {
        let bytes = try digits(of: text, count: 9)
        guard passesLuhn(bytes) else { throw .checkDigit }
        description = String(decoding: bytes, as: UTF8.self)
    }
}

/// SIRET: 14 digits of an establishment, SIREN (9) and internal number (5), both under Luhn's check.
///
/// La Poste (SIREN 356000000) ran out of numbers that pass: its offices satisfy "sum of digits divisible by 5",
/// its head office Luhn's check.
package struct Siret: Hashable, Sendable, CustomStringConvertible {
    package let description: String

    package init(parsing text: String) throws(NumberFault) {
        let bytes = try digits(of: text, count: 14)
        guard passesLuhn(bytes.prefix(9)) else { throw .checkDigit }
        let isPostOffice = bytes.starts(with: "356000000".utf8) && !bytes.elementsEqual("35600000000048".utf8)
        let digitSum = bytes.reduce(0) { $0 + Int($1) - 0x30 }
        guard isPostOffice ? digitSum % 5 == 0 : passesLuhn(bytes) else { throw .checkDigit }
        description = String(decoding: bytes, as: UTF8.self)
    }

    package var siren: String { String(description.prefix(9)) }
}

/// Number of a veterinarian at the national Order: digits, kept as written (no public check).
package struct OrderNumber: Hashable, Sendable, CustomStringConvertible {
    package let description: String

    package init(parsing text: String) throws(NumberFault) {
        let bytes = normalised(text)
        guard !bytes.isEmpty else { throw .empty }
        guard bytes.allSatisfy(isDigit) else { throw .character }
        guard (1...9).contains(bytes.count) else { throw .length }
        description = String(decoding: bytes, as: UTF8.self)
    }
}

private func digits(of text: String, count: Int) throws(NumberFault) -> [UInt8] {
    let bytes = normalised(text)
    guard !bytes.isEmpty else { throw .empty }
    guard !looksScientific(bytes) else { throw .scientific }
    guard bytes.allSatisfy(isDigit) else { throw .character }
    guard bytes.count == count else { throw .length }
    return bytes
}
