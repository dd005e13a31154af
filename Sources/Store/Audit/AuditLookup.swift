extension Connection {
    /// The payload of the last detail of this name among the entries on a subject.
    package func lastDetail(_ name: String, ofSubject subject: String) throws -> ContentDigest? {
        try first(
            """
            SELECT d.payload_digest FROM audit_entry e JOIN audit_detail d ON d.entry_id = e.id
            WHERE e.subject = ? AND d.subject = ? AND d.payload_digest IS NOT NULL
            ORDER BY e.at DESC, e.id DESC LIMIT 1
            """, [.text(subject), .text(name)]
        ) { $0.text(0) }.flatMap(ContentDigest.init(hex:))
    }

    /// Whether there is such an entry, in the department where one is given.
    package func isAuditEntry(_ id: Int64, of department: String?, onAccountsOnly: Bool = false) throws -> Bool {
        let condition =
            (department == nil ? "" : " AND department = ?")
            + (onAccountsOnly ? " AND subject LIKE 'account:%'" : "")
        return try count(
            "SELECT count(*) FROM audit_entry WHERE id = ?\(condition)",
            [.int(id)] + (department.map { [.text($0)] } ?? [])) > 0
    }
}
