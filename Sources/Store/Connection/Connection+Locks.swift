/// What may happen only once at a time across processes.
enum ExclusiveLock: Int64 {
    case migration = 0x5669_6769_6501
    case auditSeal = 0x5669_6769_6502
    case interventionNumbers = 0x5669_6769_6503
}

extension Connection {
    /// Waits for the lock and keeps it until the transaction ends. SQLite has one writer anyway.
    func lock(_ lock: ExclusiveLock) throws {
        guard dialect == .postgres else { return }
        _ = try all("SELECT pg_advisory_xact_lock(?)", [.int(lock.rawValue)]) { _ in () }
    }
}
