/// An organisation in whose name letters go out.
package struct LetterSender: Sendable, Hashable {
    package let code: String
    package let name: String
    package let lines: [String]
    package let town: String?
    package let email: String?

    init(
        code: String, name: String, address: String?, _ place: (postcode: String?, town: String?), email: String?
    ) {
        self.code = code
        self.name = name
        let last = [place.postcode, place.town].compactMap { $0 }.joined(separator: " ")
        lines = [address ?? "", last].filter { !$0.isEmpty }
        town = place.town
        self.email = email
    }
}

extension Connection {
    /// The department's authority, or its delegate: the actor's own organisation where it is one, else the section,
    /// else the region.
    package func letterSender(department: String, isAuthority: Bool, actor organisation: Int64?) throws -> LetterSender?
    {
        let kinds = isAuthority ? "('authority')" : "('delegate-section', 'delegate-region')"
        return try first(
            """
            SELECT code, name, address, postcode, town, email FROM organisation
            WHERE kind IN \(kinds) AND (department = ? OR id = ?)
            ORDER BY CASE WHEN id = ? THEN 0 ELSE 1 END, kind DESC, code LIMIT 1
            """, [.text(department), .int(organisation ?? -1), .int(organisation ?? -1)]
        ) { row in
            LetterSender(
                code: row.text(0), name: row.text(1), address: row.textOrNil(2),
                (postcode: row.textOrNil(3), town: row.textOrNil(4)), email: row.textOrNil(5))
        }
    }
}
