import Kernel

/// Instants as the audit and the tables write them.
package enum Instant {
    /// `2026-11-22T02:30:00Z`
    package static func text(ofSeconds seconds: Int) -> String {
        let (days, rest) = seconds.quotientAndRemainder(dividingBy: 86_400)
        let parts = [rest / 3600, rest / 60 % 60, rest % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(Day(number: Int32(days)))T\(parts.joined(separator: ":"))Z"
    }

    /// Seconds since 1970 of an instant as `text` writes it; nil for anything else.
    package static func seconds(of text: String) -> Int? {
        let halves = text.split(separator: "T", omittingEmptySubsequences: false)
        guard text.utf8.count == 20, halves.count == 2, halves[1].last == "Z", let day = Day(String(halves[0])) else {
            return nil
        }
        let parts = halves[1].dropLast().split(separator: ":").compactMap { Int($0) }
        guard parts.count == 3 else { return nil }
        return Int(day.number) * 86_400 + parts[0] * 3600 + parts[1] * 60 + parts[2]
    }
}
