import Kernel

/// Instants as the audit and the tables write them.
package enum Instant {
    /// `2026-11-22T02:30:00Z`
    package static func text(ofSeconds seconds: Int) -> String {
        let (days, rest) = seconds.quotientAndRemainder(dividingBy: 86_400)
        let parts = [rest / 3600, rest / 60 % 60, rest % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(Day(number: Int32(days)))T\(parts.joined(separator: ":"))Z"
    }
}
