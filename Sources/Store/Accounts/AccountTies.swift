/// What ties a keeper's account to holdings, and a veterinarian's to its entry at the Order.
extension Connection {
    /// EDE numbers of the holdings tied to the account.
    package func holdings(tiedTo login: String) throws -> [String] {
        try all(
            """
            SELECT g.number FROM account_holding k JOIN holding g ON g.id = k.holding_id WHERE k.login = ?
            ORDER BY g.number
            """, [.text(login)]
        ) { $0.text(0) }
    }

    package func tie(_ login: String, toHolding id: Int64) throws {
        try execute(
            "INSERT INTO account_holding (login, holding_id) VALUES (?, ?) ON CONFLICT (login, holding_id) DO NOTHING",
            [.text(login), .int(id)])
    }

    package func untie(_ login: String, fromHolding id: Int64) throws {
        try execute("DELETE FROM account_holding WHERE login = ? AND holding_id = ?", [.text(login), .int(id)])
    }

    /// - Parameter veterinarian: nil: of nobody any more.
    package func tie(_ login: String, toVeterinarian veterinarian: Int64?) throws {
        try execute(
            "UPDATE user_account SET veterinarian_id = ? WHERE login = ?",
            [.intOrNull(veterinarian), .text(login)])
    }

    package func holdingID(number: String) throws -> Int64? {
        try first("SELECT id FROM holding WHERE number = ?", [.text(number)]) { $0.int(0) }
    }

    package func orderNumber(ofVeterinarian id: Int64) throws -> String? {
        try first("SELECT order_number FROM veterinarian WHERE id = ?", [.int(id)]) { $0.text(0) }
    }
}
