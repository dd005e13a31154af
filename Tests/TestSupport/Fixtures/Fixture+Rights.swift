import Register
import Store

/// People whose rights come herd by herd.
extension Fixture {
    package func veterinarian(_ orderNumber: String = "99001") throws -> Int64 {
        try insert("veterinarian", ["order_number": .text(orderNumber), "name": "Vétérinaire fictif"])
    }

    /// A relation that began in 2018 and was accepted at once, unless said otherwise; an empty `accepted` is none.
    package func relation(
        of veterinarian: Int64, with herd: Int64, role: String = "health", since: String = "2018-01-01",
        accepted: String = "2018-01-01", until: String? = nil
    ) throws {
        try insertRow(
            "herd_veterinarian",
            [
                "herd_id": .int(herd), "role": .text(role), "since": .text(since),
                "veterinarian_id": .int(veterinarian), "until": .textOrNull(until),
                "accepted_on": .textOrNull(accepted.isEmpty ? nil : accepted),
            ])
    }

    /// An account of a keeper, tied to holdings.
    package func keeper(_ login: String, _ holdings: Int64...) throws {
        try execute(
            "INSERT INTO user_account (login, name, role) VALUES (?, 'Personne fictive', 'keeper')", [.text(login)])
        for holding in holdings {
            try execute(
                "INSERT INTO account_holding (login, holding_id) VALUES (?, ?)", [.text(login), .int(holding)])
        }
    }
}
