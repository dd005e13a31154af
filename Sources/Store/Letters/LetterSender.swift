/// An organisation in whose name letters go out.
package struct LetterSender: Sendable, Hashable {
    package let name: String
    package let lines: [String]
    package let town: String?
    package let email: String?
}

extension Connection {
    /// The department's authority, or its delegate: the actor's own organisation where it is one, else the section,
    /// else the region.
    package func letterSender(department: String, isAuthority: Bool, actor organisation: Int64?) throws -> LetterSender?
    {
        let kinds = isAuthority ? "('authority')" : "('delegate-section', 'delegate-region')"
        return try first(
            """
            SELECT name, address, postcode, town, email FROM organisation
            WHERE kind IN \(kinds) AND (department = ? OR id = ?)
            ORDER BY CASE WHEN id = ? THEN 0 ELSE 1 END, kind DESC, code LIMIT 1
            """, [.text(department), .int(organisation ?? -1), .int(organisation ?? -1)]
        ) { row in
            let town = [row.textOrNil(2), row.textOrNil(3)].compactMap { $0 }.joined(separator: " ")
            return LetterSender(
                name: row.text(0), lines: [row.textOrNil(1) ?? "", town].filter { !$0.isEmpty },
                town: row.textOrNil(3), email: row.textOrNil(4))
        }
    }
}
