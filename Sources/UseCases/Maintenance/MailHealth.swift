import Store

package typealias MailCounts = Store.MailCounts
package typealias FailedMailRow = Store.FailedMailRow

/// How the sending of mail goes.
package struct MailHealth: Sendable {
    /// `smtp.example:587`; nil: this process sends none.
    package let server: String?
    /// Sent within a day, given up within thirty.
    package let counts: MailCounts
    /// The latest that were given up.
    package let failures: [FailedMailRow]
    /// Some have waited for longer than it takes when all is well.
    package let isLate: Bool

    private static let patienceSeconds = 3600
    private static let mostFailures = 50

    static func read(_ installation: Installation) async throws -> MailHealth {
        let now = installation.clock()
        let (counts, failures) = try await installation.database.read { connection in
            (
                try connection.mailCounts(sentSince: now - 86_400, failedSince: now - 30 * 86_400),
                try connection.failedMails(since: now - 30 * 86_400, limit: mostFailures)
            )
        }
        return MailHealth(
            server: installation.mail.map { "\($0.client.server.host):\($0.client.server.port)" }, counts: counts,
            failures: failures, isLate: counts.oldestWaiting.map { now - $0 > patienceSeconds } ?? false)
    }
}
