import Kernel

/// Whether the other State system knows an establishment or a herd, and what does not fit (PRO-33).
package struct TakeoverRow: Sendable, Hashable {
    package enum Kind: String, Sendable { case establishment, herd }

    package let kind: Kind
    package let subject: Int64
    package let isPresent: Bool
    package let anomaly: String?

    package init(_ kind: Kind, _ subject: Int64, present isPresent: Bool, anomaly: String?) {
        self.kind = kind
        self.subject = subject
        self.isPresent = isPresent
        self.anomaly = anomaly
    }
}

/// A herd or establishment of the register as a comparison looks at it.
package struct RegisteredHerd: Sendable, Hashable {
    package let id: Int64
    package let holding: String
    package let code: String
    package let herdClass: String
    package let closedOn: Day?
}

package struct RegisteredEstablishment: Sendable, Hashable {
    package let id: Int64
    package let holding: String
    package let siret: String?
    package let numagrit: String?
}

extension Connection {
    package func registeredHerds(department: String) throws -> [RegisteredHerd] {
        try all(
            """
            SELECT h.id, g.number, h.code, h.class, h.closed_on FROM herd h JOIN holding g ON g.id = h.holding_id
            WHERE h.department = ? ORDER BY g.number, h.code
            """, [.text(department)]
        ) {
            RegisteredHerd(
                id: $0.int(0), holding: $0.text(1), code: $0.text(2), herdClass: $0.text(3), closedOn: $0.dayOrNil(4))
        }
    }

    package func registeredEstablishments(department: String) throws -> [RegisteredEstablishment] {
        try all(
            """
            SELECT e.id, g.number, e.siret, e.numagrit FROM establishment e JOIN holding g ON g.id = e.holding_id
            WHERE g.department = ? ORDER BY g.number, e.id
            """, [.text(department)]
        ) {
            RegisteredEstablishment(
                id: $0.int(0), holding: $0.text(1), siret: $0.textOrNil(2), numagrit: $0.textOrNil(3))
        }
    }

    /// The outcome of a comparison takes the place of the former one.
    package func replaceTakeover(
        _ rows: [TakeoverRow], of kind: TakeoverRow.Kind, department: String, from system: String, on day: Day
    ) throws {
        try execute(
            "DELETE FROM takeover WHERE kind = ? AND department = ?", [.text(kind.rawValue), .text(department)])
        for row in rows {
            try execute(
                """
                INSERT INTO takeover (kind, subject_id, department, system, present, anomaly, compared_on)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    .text(kind.rawValue), .int(row.subject), .text(department), .text(system),
                    .int(row.isPresent ? 1 : 0), SQLValue(row.anomaly), .day(day),
                ])
        }
    }
}
