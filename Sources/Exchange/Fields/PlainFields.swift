/// A whole number in decimal digits, with a sign where one makes sense.
func parseInteger(_ bytes: Bytes) throws(ExchangeFinding) -> Int {
    var digits = bytes[...]
    let isNegative = digits.first == Byte.dash
    if isNegative { digits = digits.dropFirst() }
    guard !digits.isEmpty else { throw .integerInvalid }
    var value = 0
    for byte in digits {
        let digit = byte &- Byte.zero
        guard digit <= 9 else { throw .integerInvalid }
        guard value < 1_000_000_000_000 else { throw .integerOutOfRange }
        value = value * 10 + Int(digit)
    }
    return isNegative ? -value : value
}

/// Yes or no, as forms, spreadsheets and programs write it. The canonical way is `O` and `N`.
func parseFlag(_ bytes: Bytes) throws(ExchangeFinding) -> Bool {
    switch upperCased(bytes) {
    case "O", "OUI", "1", "TRUE", "VRAI", "Y", "YES": return true
    case "N", "NON", "0", "FALSE", "FAUX", "NO": return false
    default: throw .flagInvalid
    }
}

func upperCased(_ bytes: Bytes) -> String {
    String(decoding: bytes.map { (0x61...0x7a).contains($0) ? $0 - 32 : $0 }, as: UTF8.self)
}

/// Digits with letters A and B of Corsica, brought to `width` characters: commune (5), postcode (5), department (2).
func parseTerritory(
    _ bytes: Bytes, width: ClosedRange<Int>
) throws(ExchangeFinding) -> (code: String, hadLostZero: Bool) {
    let code = upperCased(bytes)
    let isCode = code.utf8.enumerated().allSatisfy { index, byte in
        byte &- Byte.zero <= 9 || (index == 1 && (byte == 0x41 || byte == 0x42) && code.utf8.first == 0x32)
    }
    guard isCode, !code.isEmpty else { throw .codeUnknown }
    if code.utf8.count == width.lowerBound - 1, bytes.allSatisfy({ $0 &- Byte.zero <= 9 }) { return ("0" + code, true) }
    guard width.contains(code.utf8.count) else { throw .codeUnknown }
    return (code, false)
}
