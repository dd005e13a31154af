import Store

extension Context {
    /// The audit entry of an intention on the register; the caller writes it in its transaction.
    func registerEntry(_ id: Int64, _ intention: Intention, _ department: String?, subject: String) -> AuditEntry {
        var entry = AuditEntry(
            id: id, at: now, actor: actor.login, role: actor.role.rawValue, intention: intention.rawValue)
        entry.department = department
        entry.subject = subject
        return entry
    }
}
