import Kernel

/// How a file writes its dates.
package enum DateFormat: String, Sendable, Hashable, CaseIterable {
    /// `2020-09-01` or `01/09/2020`, whichever the field shows.
    case auto
    case iso = "yyyy-mm-dd"
    case french = "dd/mm/yyyy"
    case frenchDigits = "ddmmyyyy"
    case isoDigits = "yyyymmdd"

    /// The day a field says. A midnight behind it (`01/09/2020 00:00:00`, as databases export) is passed over.
    func parse(_ field: Bytes) throws(ExchangeFinding) -> Day {
        let bytes = withoutMidnight(field)
        switch self {
        case .auto:
            let isISO = bytes.count == 10 && bytes[4] == Byte.dash
            return isISO ? try dashed(bytes) : try slashed(bytes)
        case .iso: return try dashed(bytes)
        case .french: return try slashed(bytes)
        case .frenchDigits: return try digits(bytes, day: 0..<2, month: 2..<4, year: 4..<8)
        case .isoDigits: return try digits(bytes, day: 6..<8, month: 4..<6, year: 0..<4)
        }
    }

    package func text(_ day: Day) -> String {
        switch self {
        case .auto, .iso: day.description
        case .french: day.french
        case .frenchDigits: day.french.filter { $0 != "/" }
        case .isoDigits: day.description.filter { $0 != "-" }
        }
    }
}

private func dashed(_ bytes: Bytes) throws(ExchangeFinding) -> Day {
    guard bytes.count == 10, bytes[4] == Byte.dash, bytes[7] == Byte.dash else { throw .dateFormat }
    return try day(number(bytes, 0..<4), number(bytes, 5..<7), number(bytes, 8..<10))
}

/// Day and month with one digit or two; the year with four, since two would have to be guessed.
private func slashed(_ bytes: Bytes) throws(ExchangeFinding) -> Day {
    guard (8...10).contains(bytes.count), let first = bytes.firstIndex(of: Byte.slash), (1...2).contains(first),
        let second = bytes[(first + 1)...].firstIndex(of: Byte.slash), (1...2).contains(second - first - 1),
        bytes.count - second == 5
    else { throw .dateFormat }
    return try day(
        number(bytes, (second + 1)..<bytes.count), number(bytes, (first + 1)..<second), number(bytes, 0..<first))
}

private func digits(
    _ bytes: Bytes, day dayRange: Range<Int>, month: Range<Int>, year: Range<Int>
) throws(ExchangeFinding) -> Day {
    guard bytes.count == 8 else { throw .dateFormat }
    return try day(number(bytes, year), number(bytes, month), number(bytes, dayRange))
}

private func day(_ year: Int, _ month: Int, _ day: Int) throws(ExchangeFinding) -> Day {
    guard let day = Day(year: year, month: month, day: day) else { throw .dateImpossible }
    return day
}

private func number(_ bytes: Bytes, _ range: Range<Int>) throws(ExchangeFinding) -> Int {
    var value = 0
    for index in range {
        let digit = bytes[index] &- Byte.zero
        guard digit <= 9 else { throw .dateFormat }
        value = value * 10 + Int(digit)
    }
    return value
}

private func withoutMidnight(_ bytes: Bytes) -> Bytes {
    guard bytes.count > 14 else { return bytes }
    for midnight in [" 00:00:00", "T00:00:00", " 00:00"] where bytes.count > midnight.utf8.count {
        let length = bytes.count - midnight.utf8.count
        if bytes[length...].elementsEqual(midnight.utf8) { return Bytes(rebasing: bytes[..<length]) }
    }
    return bytes
}
