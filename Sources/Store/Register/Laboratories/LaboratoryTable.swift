import Kernel
import Prophylaxis

/// What is kept of a laboratory.
package struct LaboratoryCard: Sendable, Hashable {
    package let id: Int64
    package let code: String
    package var name: String
    /// Analyses bulk milk for the dairies (LIAL) rather than blood.
    package let isDairyLaboratory: Bool
    /// Whose authority keeps it; nil where none does.
    package let department: String?
    package var address: String?
    package var postcode: String?
    package var town: String?
    package var email: String?
    package var approvedDiseases: [Disease]

    package init(id: Int64, code: String, name: String, isDairyLaboratory: Bool, department: String?) {
        (self.id, self.code, self.name) = (id, code, name)
        (self.isDairyLaboratory, self.department) = (isDairyLaboratory, department)
        approvedDiseases = []
    }
}

extension Connection {
    /// All of them, by code.
    package func laboratoryCards() throws -> [LaboratoryCard] {
        try all(
            """
            SELECT id, code, name, kind, department, address, postcode, town, email, approved_diseases
            FROM organisation WHERE kind IN ('laboratory', 'dairy-laboratory') ORDER BY code
            """
        ) { row in
            var card = LaboratoryCard(
                id: row.int(0), code: row.text(1), name: row.text(2),
                isDairyLaboratory: row.text(3) == "dairy-laboratory", department: row.textOrNil(4))
            (card.address, card.postcode, card.town) = (row.textOrNil(5), row.textOrNil(6), row.textOrNil(7))
            (card.email, card.approvedDiseases) = (row.textOrNil(8), Disease.set(Int(row.int(9))))
            return card
        }
    }

    package func isOrganisation(_ code: String) throws -> Bool {
        try count("SELECT count(*) FROM organisation WHERE code = ?", [.text(code)]) > 0
    }

    package func insert(_ card: LaboratoryCard) throws {
        try execute(
            """
            INSERT INTO organisation
                (id, code, name, kind, department, address, postcode, town, email, approved_diseases)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .int(card.id), .text(card.code), .text(card.name),
                .text(card.isDairyLaboratory ? "dairy-laboratory" : "laboratory"), .textOrNull(card.department),
            ] + card.changing)
    }

    package func update(_ card: LaboratoryCard) throws {
        try execute(
            """
            UPDATE organisation SET name = ?, address = ?, postcode = ?, town = ?, email = ?, approved_diseases = ?
            WHERE id = ?
            """, [.text(card.name)] + card.changing + [.int(card.id)])
    }
}

extension LaboratoryCard {
    fileprivate var changing: [SQLValue] {
        [
            .textOrNull(address), .textOrNull(postcode), .textOrNull(town), .textOrNull(email),
            .int(approvedDiseases.reduce(0) { $0 | $1.bit }),
        ]
    }
}
