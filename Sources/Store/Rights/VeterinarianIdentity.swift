import Kernel

/// A veterinarian as the register has him, from the Order's own system (CAL-04): to be read, not changed here.
package struct VeterinarianIdentity: Sendable, Hashable {
    package let orderNumber: String
    package let name: String
    package let practice: String?
    package let email: String?
    package let isAccredited: Bool
}

extension Connection {
    /// Names by number at the Order; numbers that are none are left out.
    package func veterinarianNames(orderNumbers: Set<String>) throws -> [String: String] {
        try orderNumbers.sorted().chunks(of: 500).reduce(into: [:]) { names, part in
            let places = part.map { _ in "?" }.joined(separator: ", ")
            for (number, name) in try all(
                "SELECT order_number, name FROM veterinarian WHERE order_number IN (\(places))",
                part.map { .text($0) }, { ($0.text(0), $0.text(1)) })
            { names[number] = name }
        }
    }

    package func veterinarianIdentity(_ id: Int64) throws -> VeterinarianIdentity? {
        try first(
            """
            SELECT v.order_number, v.name, o.name, v.email, v.accredited FROM veterinarian v
            LEFT JOIN organisation o ON o.id = v.practice_id WHERE v.id = ?
            """, [.int(id)]
        ) { row in
            VeterinarianIdentity(
                orderNumber: row.text(0), name: row.text(1), practice: row.textOrNil(2), email: row.textOrNil(3),
                isAccredited: row.flag(4))
        }
    }
}
