import Glibc
import UseCases

/// The one clock of the program: everything below gets the time as a parameter.
enum SystemClock {
    static func secondsSince1970() -> Int { time(nil) }

    /// `2026-11-22T02:30:00Z`
    static func nowUTC() -> String { Instant.text(ofSeconds: secondsSince1970()) }
}
