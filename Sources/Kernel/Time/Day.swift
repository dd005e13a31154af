/// A civil day of the proleptic Gregorian calendar, without time or zone.
///
/// Stored as the number of days since 1970-01-01, so that comparing and subtracting are integer operations.
/// "Today" is never asked here: it is the civil date of the department and comes in as a parameter (decision 14).
package struct Day: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01; negative before.
    package let number: Int32

    package init(number: Int32) { self.number = number }

    /// The given civil date, or nil when no such date exists (30 February, month 13, year 0 or 10000).
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Day.length(ofMonth: month, in: year)
        else { return nil }
        self.init(uncheckedYear: year, month: month, day: day)
    }

    /// Days from civil, after the well-known algorithm on 400-year eras that begin on 1 March.
    init(uncheckedYear: Int, month: Int, day: Int) {
        let year = month <= 2 ? uncheckedYear - 1 : uncheckedYear
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = Int32(era * 146_097 + dayOfEra - 719_468)
    }

    package static func < (left: Day, right: Day) -> Bool { left.number < right.number }

    /// Year, month (1–12) and day of the month (1–31).
    package var components: (year: Int, month: Int, day: Int) {
        let shifted = Int(number) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }

    package var year: Int { components.year }
    package var month: Int { components.month }

    static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

// MARK: - Arithmetic

extension Day {
    package func adding(days: Int) -> Day { Day(number: number + Int32(days)) }

    /// The same day number `months` later (earlier when negative), clamped to the month's last day:
    /// 31 December + 2 months = 28 February (AMB-35).
    package func adding(months: Int) -> Day {
        let (year, month, day) = components
        let index = year * 12 + (month - 1) + months
        let newYear = index >= 0 ? index / 12 : (index - 11) / 12
        let newMonth = index - newYear * 12 + 1
        return Day(
            uncheckedYear: newYear, month: newMonth, day: min(day, Day.length(ofMonth: newMonth, in: newYear)))
    }

    /// Days from `earlier` to this day; negative when `earlier` is later.
    package func days(since earlier: Day) -> Int { Int(number) - Int(earlier.number) }

    /// Age in completed months of something born on `birth`, on this day (AMB-01); 0 before the birth.
    ///
    /// A month is completed on the same day number, or on the month's last day where that number does not exist.
    package func completedMonths(since birth: Day) -> Int {
        guard self >= birth else { return 0 }
        let (year, month, _) = components
        let (birthYear, birthMonth, _) = birth.components
        let months = (year - birthYear) * 12 + month - birthMonth
        return birth.adding(months: months) <= self ? months : months - 1
    }
}

// MARK: - Text

extension Day: LosslessStringConvertible {
    /// Reads `YYYY-MM-DD`, nothing else.
    package init?(_ iso: String) {
        var iso = iso
        guard let day = iso.withUTF8({ Day(iso: $0) }) else { return nil }
        self = day
    }

    /// Reads the ten ASCII bytes `YYYY-MM-DD`; nil for anything else.
    package init?(iso bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.count == 10, bytes[4] == 0x2d, bytes[7] == 0x2d else { return nil }
        var fields = (0, 0, 0)
        for index in 0..<10 where index != 4 && index != 7 {
            let digit = Int(bytes[index]) - 0x30
            guard (0...9).contains(digit) else { return nil }
            switch index {
            case ..<4: fields.0 = fields.0 * 10 + digit
            case ..<7: fields.1 = fields.1 * 10 + digit
            default: fields.2 = fields.2 * 10 + digit
            }
        }
        self.init(year: fields.0, month: fields.1, day: fields.2)
    }

    /// `YYYY-MM-DD`.
    package var description: String {
        let (year, month, day) = components
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    /// Reads `JJ/MM/AAAA`, with or without the noughts in front.
    package init?(french text: some StringProtocol) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[2].count == 4, parts.allSatisfy({ (1...4).contains($0.count) }),
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// `JJ/MM/AAAA`, as French documents print it.
    package var french: String {
        let (year, month, day) = components
        return "\(padded(day, 2))/\(padded(month, 2))/\(padded(year, 4))"
    }
}

extension Day: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let day = Day(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "'\(text)' is not a date; write YYYY-MM-DD")
        }
        self = day
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// `value` in decimal with leading zeros up to `width` digits.
func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

extension Day {
    /// The first day of this day's month.
    package var firstOfMonth: Day { adding(days: 1 - components.day) }
}
