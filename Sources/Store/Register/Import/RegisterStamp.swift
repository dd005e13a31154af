/// What an import has seen of the register, to notice in its transaction that another one came between.
package struct RegisterStamp: Sendable, Hashable {
    let lastRun: Int64
}

extension Connection {
    /// Kinds of runs that change the register.
    package static let registerKinds = ["register", "register-replay"]
    /// Kinds of runs that bring earlier campaigns.
    package static let historyKinds = ["history", "history-replay"]

    package func registerStamp() throws -> RegisterStamp {
        RegisterStamp(
            lastRun: try int(
                """
                SELECT COALESCE(max(id), 0) FROM import_run
                WHERE kind IN ('register', 'register-replay', 'history', 'history-replay')
                """))
    }

    /// Lets one import merge at a time. SQLite has one writer anyway.
    package func lockRegister() throws {
        if dialect == .postgres { try execute("SELECT pg_advisory_xact_lock(7001)") }
    }
}
