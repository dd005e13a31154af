/// What people type around a number: spaces (also the no-break ones), dots, dashes, lower case.
///
/// `fr 63 1234 5678` and `FR6312345678` are the same number. Letters are upper-cased, separators dropped;
/// everything else stays, so that a parser can say which character it met.
func normalised(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
        switch scalar {
        case " ", "\u{a0}", "\u{202f}", "\t", ".", "-": continue
        case "a"..."z": bytes.append(UInt8(scalar.value) - 32)
        case _ where scalar.isASCII: bytes.append(UInt8(scalar.value))
        default: bytes.append(contentsOf: scalar.utf8)
        }
    }
    return bytes
}

func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
func isUpper(_ byte: UInt8) -> Bool { (0x41...0x5a).contains(byte) }

/// A spreadsheet's ruin of a long number (`1,2E+09`): digits are lost, nothing can restore them (decision 19).
func looksScientific(_ bytes: [UInt8]) -> Bool {
    guard let exponent = bytes.firstIndex(of: 0x45), exponent > 0 else { return false }
    let rest = bytes[(exponent + 1)...].drop { $0 == 0x2b }
    return isDigit(bytes[0]) && !rest.isEmpty && rest.allSatisfy(isDigit)
        && bytes[..<exponent].allSatisfy { isDigit($0) || $0 == 0x2c }
}

/// Whether the first two digits are a department that numbers are issued in: 01–95, 97, 98.
/// 99 stands for fictitious data and is let in only where the caller says so.
func isIssuedDepartment(_ bytes: some Collection<UInt8>, fictitious: Bool) -> Bool {
    let value = bytes.prefix(2).reduce(0) { $0 * 10 + Int($1) - 0x30 }
    return (1...95).contains(value) || value == 97 || value == 98 || (fictitious && value == 99)
}

/// Luhn's check over decimal digits: the check digit is the last one.
func passesLuhn(_ digits: some BidirectionalCollection<UInt8>) -> Bool {
    var sum = 0
    for (index, byte) in digits.reversed().enumerated() {
        let digit = Int(byte) - 0x30
        let doubled = digit * 2
        sum += index % 2 == 0 ? digit : (doubled > 9 ? doubled - 9 : doubled)
    }
    return sum % 10 == 0
}
