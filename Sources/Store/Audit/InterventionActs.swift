extension Connection {
    /// Who did something to a thing last, and when; nil where nobody did.
    package func latestAct(on subject: String) throws -> (actor: String, at: String)? {
        try first(
            "SELECT actor, at FROM audit_entry WHERE subject = ? ORDER BY at DESC, id DESC LIMIT 1", [.text(subject)]
        ) {
            ($0.text(0), $0.text(1))
        }
    }

    /// Who did what to an intervention, one of its diseases or one of its reports since an instant, each act once.
    package func acts(
        on number: String, reports: Set<String>, since instant: String
    ) throws -> [(actor: String, intention: String)] {
        try acts(on: ["intervention:\(number)"] + reports.sorted().map { "report:\($0)" }, since: instant)
    }

    /// Who did what to these subjects, or to a part of one, since an instant, each act once.
    package func acts(on subjects: [String], since instant: String) throws -> [(actor: String, intention: String)] {
        // `;` follows `:` : a subject, and all that begins with it and a colon.
        let entries = subjects.map { _ in "(e.subject >= ? AND e.subject < ?)" }.joined(separator: " OR ")
        let details = entries.replacing("e.subject", with: "d.subject")
        let ranges = subjects.flatMap { [SQLValue.text($0), .text($0 + ";")] }
        return try all(
            """
            SELECT DISTINCT t.actor, t.intention FROM (
                SELECT e.actor, e.intention FROM audit_entry e WHERE (\(entries)) AND e.at >= ?
                UNION ALL
                SELECT e.actor, e.intention FROM audit_detail d JOIN audit_entry e ON e.id = d.entry_id
                WHERE (\(details)) AND e.at >= ?) t
            ORDER BY t.actor, t.intention
            """, ranges + [.text(instant)] + ranges + [.text(instant)]
        ) { ($0.text(0), $0.text(1)) }
    }
}
