extension AuditRow {
    /// For administrators, who keep the system and not the herds: who did what kind of thing when and in which
    /// department, and to what only where it was an account.
    package var redacted: AuditRow {
        guard subject?.hasPrefix("account:") != true else { return self }
        return AuditRow(
            id: id, at: at, actor: actor, role: role, intention: intention, department: department, subject: nil,
            payload: nil, digest: digest, seal: seal, details: details)
    }
}
