import Outgoing
import Store

/// What webhooks of an installation may do.
package struct WebhookRules: Sendable {
    package static let mostOfAccount = 20
    /// How many events one call tells of.
    package static let eventsOfCall = 100
    /// How long the secret before the present one signs too.
    package static let previousSecretSeconds = 86_400
    package static let keptSeconds = 90 * 86_400

    static let mostAttempts = 12
    /// After so long a delivery is given up, however few attempts it had.
    static let longestSeconds = 3 * 86_400

    /// Networks that may be called although they are not public.
    package var allowed: [AddressRange] = []
    /// A file of certificates (PEM) to trust beside the system's: for receivers of the house.
    package var authorities: String?

    package init() {}

    var allowance: Allowance {
        let ranges = allowed
        return Allowance { bytes in
            IPAddress(bytes: bytes).map { address in ranges.contains { $0.contains(address) } } ?? false
        }
    }

    /// After the n-th call in a row that failed: half a minute, doubled each time, up to six hours.
    static func pauseSeconds(afterFailure count: Int) -> Int { min(30 << min(max(count - 1, 0), 10), 21_600) }
}
