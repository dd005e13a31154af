import Glibc
import Kernel

/// The one clock of the program: everything below gets the time as a parameter.
enum SystemClock {
    static func secondsSince1970() -> Int { time(nil) }

    /// `2026-11-22T02:30:00Z`
    static func nowUTC() -> String { text(ofSeconds: secondsSince1970()) }

    private static func text(ofSeconds seconds: Int) -> String {
        let (days, rest) = seconds.quotientAndRemainder(dividingBy: 86_400)
        let parts = [rest / 3600, rest / 60 % 60, rest % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(Day(number: Int32(days)))T\(parts.joined(separator: ":"))Z"
    }
}
