import Kernel

/// What the orientation of a holding goes by: its adult females by production type, and its open herds.
package struct HoldingFemales: Sendable, Hashable {
    package let holding: String
    package let beefFemales: Int
    package let dairyFemales: Int
    package let herds: [Herd]

    package struct Herd: Sendable, Hashable {
        package let code: String
        package let herdClass: String
        package let orientation: String
        package let milkDelivery: String
    }
}

extension Connection {
    /// Every holding of the department with an open dairy or beef herd; females born before `bornBefore` count.
    /// - Parameter leftAfter: females that left after this day count too; nil: only those that are present.
    package func holdingFemales(
        department: String, bornBefore: Day, leftAfter: Day? = nil
    ) throws -> [HoldingFemales] {
        let since = leftAfter.map { [SQLValue.day($0)] } ?? []
        let counts = try all(
            """
            SELECT y.holding_id, sum(CASE a.production_type WHEN 'beef' THEN 1 ELSE 0 END),
                sum(CASE a.production_type WHEN 'dairy' THEN 1 ELSE 0 END)
            FROM stay y JOIN holding g ON g.id = y.holding_id JOIN animal a ON a.id = y.animal_id
            WHERE g.department = ? AND (y.left_on IS NULL\(since.isEmpty ? "" : " OR y.left_on > ?"))
                AND y.retracted_at IS NULL AND a.sex = 'F' AND a.birth_date < ?
            GROUP BY y.holding_id
            """, [.text(department)] + since + [.day(bornBefore)]
        ) { ($0.int(0), (Int($0.int(1)), Int($0.int(2)))) }
        let byHolding = Dictionary(counts) { first, _ in first }
        let herds = try all(
            """
            SELECT g.id, g.number, h.code, h.class, h.orientation, h.milk_delivery
            FROM herd h JOIN holding g ON g.id = h.holding_id
            WHERE h.department = ? AND h.closed_on IS NULL AND h.class IN ('dairy', 'beef')
            ORDER BY g.number, h.code
            """, [.text(department)]
        ) { row in
            let herd = HoldingFemales.Herd(
                code: row.text(2), herdClass: row.text(3), orientation: row.text(4), milkDelivery: row.text(5))
            return (id: row.int(0), number: row.text(1), herd: herd)
        }
        return Dictionary(grouping: herds, by: \.id).map { id, herds in
            let (beef, dairy) = byHolding[id] ?? (0, 0)
            return HoldingFemales(
                holding: herds.first?.number ?? "", beefFemales: beef, dairyFemales: dairy, herds: herds.map(\.herd))
        }.sorted { $0.holding < $1.holding }
    }

    /// Animals present in the department, with what their production type goes by.
    package func eachTypedAnimal(
        department: String,
        _ body: (_ number: String, _ isMale: Bool, _ breeds: [String?], _ type: String) throws -> Void
    ) throws {
        try rows(
            """
            SELECT a.number, a.sex, a.breed, a.father_breed, a.mother_breed, a.production_type
            FROM stay y JOIN holding g ON g.id = y.holding_id JOIN animal a ON a.id = y.animal_id
            WHERE g.department = ? AND y.left_on IS NULL AND y.retracted_at IS NULL AND a.production_type IS NOT NULL
            ORDER BY a.number
            """, [.text(department)]
        ) { row in
            try body(
                row.text(0), row.text(1) == "M", [row.textOrNil(2), row.textOrNil(3), row.textOrNil(4)], row.text(5))
        }
    }

    /// Roles that have an active account for the department.
    package func rolesWithAccount(department: String) throws -> Set<String> {
        let accounts = try all("SELECT role, department FROM user_account WHERE disabled_at IS NULL") {
            ($0.text(0), $0.textOrNil(1))
        }
        return Set(
            accounts.filter { $0.1.map { $0.split(separator: ",").contains(Substring(department)) } ?? true }.map(\.0))
    }
}
