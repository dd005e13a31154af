import Register
import Store

/// Whether the system is well, in figures that say nothing of herds.
package struct SystemHealth: Sendable {
    /// `SQLite` or `PostgreSQL`.
    package let engine: String
    package let schema: Int
    package let accounts: Int
    package let sessions: Int
    /// Sign-ins of the last day.
    package let entered: Int
    package let failed: Int
    /// When the audit was last sealed, UTC, ISO 8601.
    package let sealedUntil: String?
    package let unsealed: Int
    package let mail: MailHealth

    /// - Throws: `Refused` for who may not.
    package static func read(for actor: Actor, _ installation: Installation) async throws -> SystemHealth {
        try actor.require(.systemRead, in: nil)
        let (now, idle) = (installation.clock(), installation.rules.idleSeconds)
        let schema = try await installation.database.schemaState().applied
        let (accounts, sealed, unsealed) = try await installation.database.read { connection in
            (try connection.enabledAccountCount(), try connection.lastSealedAt(), try connection.unsealedEntries())
        }
        let (counts, sessions) = try await installation.access.read { connection in
            (
                try connection.signInCounts(since: now - 86_400),
                try connection.openSessions(at: now, seenSince: now - idle)
            )
        }
        return SystemHealth(
            engine: installation.database.dialect.pick(sqlite: "SQLite", postgres: "PostgreSQL"), schema: schema,
            accounts: accounts, sessions: sessions, entered: counts.entered, failed: counts.failed,
            sealedUntil: sealed, unsealed: unsealed, mail: try await MailHealth.read(installation))
    }
}
