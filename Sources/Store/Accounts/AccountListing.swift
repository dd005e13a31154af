import Register

/// An account as administrators see it: with how it signs in.
package struct AccountListing: Sendable {
    package let account: AccountRow
    package let organisation: String?
    package let hasPassword: Bool
    package let mustChangePassword: Bool
    package let hasSecondFactor: Bool
    package let isFederated: Bool
    /// Seconds since 1970; nil: no invitation is open.
    package let invitedUntil: Int?
}

extension Connection {
    /// A page of accounts in the order of logins.
    /// - Parameters:
    ///   - text: what login or name contain; capitals do not matter.
    ///   - login: where the page before ended.
    package func accountListings(
        containing text: String? = nil, role: Role? = nil, after login: String = "", limit: Int
    ) throws -> [AccountListing] {
        var conditions = ["a.login > ?"]
        var values: [SQLValue] = [.text(login)]
        if let text {
            conditions.append("(lower(a.login) LIKE ? ESCAPE '!' OR lower(a.name) LIKE ? ESCAPE '!')")
            let pattern = SQLValue.text("%" + AccountListing.literal(text.lowercased()) + "%")
            values += [pattern, pattern]
        }
        if let role {
            conditions.append("a.role = ?")
            values.append(.text(role.rawValue))
        }
        values.append(.int(Int64(limit)))
        return try all(
            """
            \(AccountListing.select) WHERE \(conditions.joined(separator: " AND "))
            ORDER BY a.login LIMIT CAST(? AS BIGINT)
            """, values
        ) { try AccountListing($0) }
    }

    package func accountListing(login: String) throws -> AccountListing? {
        try first("\(AccountListing.select) WHERE a.login = ?", [.text(login)]) { try AccountListing($0) }
    }
}

extension AccountListing {
    fileprivate static let select = """
        SELECT a.login, a.name, a.role, a.department, a.organisation_id, a.disabled_at, a.epoch,
            a.veterinarian_id, a.mail, o.code,
            c.login, c.must_change, f.login, i.login, v.expires_at
        FROM user_account a
        LEFT JOIN organisation o ON o.id = a.organisation_id
        LEFT JOIN credential c ON c.login = a.login
        LEFT JOIN second_factor f ON f.login = a.login
        LEFT JOIN federated_identity i ON i.login = a.login
        LEFT JOIN invitation v ON v.login = a.login
        """

    fileprivate init(_ row: borrowing Row) throws {
        account = try AccountRow(row)
        organisation = row.textOrNil(9)
        hasPassword = !row.isNull(10)
        mustChangePassword = !row.isNull(11) && row.int(11) == 1
        hasSecondFactor = !row.isNull(12)
        isFederated = !row.isNull(13)
        invitedUntil = row.intOrNil(14).map(Int.init)
    }

    /// The text as a pattern that matches it and nothing else.
    fileprivate static func literal(_ text: String) -> String {
        text.reduce(into: "") { output, letter in
            if "!%_".contains(letter) { output.append("!") }
            output.append(letter)
        }
    }
}
