import Kernel

/// A number read from a field, and whether it got back a zero that a spreadsheet had dropped.
struct ReadNumber<Number> {
    let number: Number
    var hadLostZero = false
}

/// Holding number (EDE). Eight digits as they should be take the short way; all else goes through the kernel's parser,
/// which knows what people type and says what is wrong with it.
func parseHoldingNumber(_ bytes: Bytes, fictitious: Bool) throws(NumberFault) -> ReadNumber<HoldingNumber> {
    if bytes.count == 8, allDigits(bytes), isIssued(bytes[0], bytes[1], fictitious: fictitious) {
        return ReadNumber(number: HoldingNumber(stored: String(decoding: bytes, as: UTF8.self)))
    }
    let text = spreadsheetText(bytes)
    return ReadNumber(
        number: try HoldingNumber(parsing: text, fictitious: fictitious), hadLostZero: digitCount(text) == 7)
}

/// Animal number; `country` is that of a column of its own, for numbers without one.
func parseAnimalNumber(
    _ bytes: Bytes, country: String?, fictitious: Bool
) throws(NumberFault) -> ReadNumber<AnimalNumber> {
    if bytes.count == 12, bytes[0] == 0x46, bytes[1] == 0x52, allDigits(bytes, from: 2),
        isIssued(bytes[2], bytes[3], fictitious: fictitious)
    {
        return ReadNumber(number: AnimalNumber(stored: String(decoding: bytes, as: UTF8.self)))
    }
    let text = spreadsheetText(bytes)
    let number = try AnimalNumber(parsing: text, country: country, fictitious: fictitious)
    return ReadNumber(number: number, hadLostZero: number.country == "FR" && digitCount(text) == 9)
}

/// SIRET. Thirteen digits get their zero back: the check digits prove it.
func parseSiret(_ bytes: Bytes) throws(NumberFault) -> ReadNumber<Siret> {
    if bytes.count == 14, allDigits(bytes) {
        return ReadNumber(number: try Siret(parsing: String(decoding: bytes, as: UTF8.self)))
    }
    let text = spreadsheetText(bytes)
    let isShort = digitCount(text) == 13
    return ReadNumber(number: try Siret(parsing: isShort ? "0" + text : text), hadLostZero: isShort)
}

private func allDigits(_ bytes: Bytes, from start: Int = 0) -> Bool {
    for index in start..<bytes.count where bytes[index] &- Byte.zero > 9 { return false }
    return true
}

/// 01 to 95, 97, 98; 99 only for fictitious data. The kernel's parser has the last word on everything else.
private func isIssued(_ tens: UInt8, _ units: UInt8, fictitious: Bool) -> Bool {
    let value = (tens &- Byte.zero) * 10 + (units &- Byte.zero)
    return (1...95).contains(value) || value == 97 || value == 98 || (fictitious && value == 99)
}

private func digitCount(_ text: String) -> Int {
    text.utf8.reduce(0) { $0 + ($1 &- Byte.zero <= 9 ? 1 : 0) }
}

/// The text inside the wrappings by which people make a spreadsheet keep a zero: `="01234567"` and `'01234567`.
private func spreadsheetText(_ bytes: Bytes) -> String {
    var slice = bytes[...]
    if slice.starts(with: "=\"".utf8), slice.last == Byte.quote, slice.count >= 3 {
        slice = slice.dropFirst(2).dropLast()
    } else if slice.first == 0x27 {
        slice = slice.dropFirst()
    }
    return TextEncoding.windows1252OrUTF8(Bytes(rebasing: slice))
}
