import Kernel
import Prophylaxis

/// What somebody needs to type a tuberculin report: the intervention, and the animals of its document.
package struct TuberculinSheet: Sendable {
    package struct Animal: Sendable, Hashable {
        package let number: String
        package let workingNumber: String
        package let sex: String
        package let bornOn: Day
    }

    package let holding: String
    package let name: String
    package let herd: String
    /// `IDS` or `IDC`, as planned.
    package let method: String
    /// Order number of the veterinarian of the intervention.
    package let veterinarian: String?
    package let animals: [Animal]
    /// Number of the edition that stands; nil before the first.
    package let edition: Int?
    /// The standing report; nil before the first.
    package let standing: (injectedOn: Day, readOn: Day?, receivedOn: Day)?
}

extension Connection {
    /// Whether there is a tuberculin plan, and a report may still come.
    package func takesTuberculinReport(_ intervention: InterventionIdentity) throws -> Bool {
        try count(
            """
            SELECT count(*) FROM intervention i JOIN campaign c ON c.id = i.campaign_id
            JOIN requested_plan p ON p.campaign_id = i.campaign_id AND p.intervention_id = i.id
                AND p.disease = 'TUB' AND p.matrix = 'skin'
            WHERE i.campaign_id = ? AND i.id = ? AND i.state = 'planned' AND c.state = 'executed'
            """, [.int(intervention.campaign), .int(intervention.id)]) > 0
    }

    /// nil where there is no tuberculin plan, or the intervention or its campaign takes no report any more.
    package func tuberculinSheet(of intervention: InterventionIdentity) throws -> TuberculinSheet? {
        let key: [SQLValue] = [.int(intervention.campaign), .int(intervention.id)]
        let head = try first(
            """
            SELECT g.number, g.name, h.code, p.method, v.order_number FROM intervention i
            JOIN campaign c ON c.id = i.campaign_id JOIN herd h ON h.id = i.herd_id
            JOIN holding g ON g.id = h.holding_id
            JOIN requested_plan p ON p.campaign_id = i.campaign_id AND p.intervention_id = i.id
                AND p.disease = 'TUB' AND p.matrix = 'skin'
            LEFT JOIN veterinarian v ON v.id = i.veterinarian_id
            WHERE i.campaign_id = ? AND i.id = ? AND i.state = 'planned' AND c.state = 'executed'
            """, key
        ) { ($0.text(0), $0.text(1), $0.text(2), $0.text(3), $0.textOrNil(4)) }
        guard let (holding, name, herd, method, veterinarian) = head else { return nil }
        let animals = try all(
            """
            SELECT a.number, a.working_number, a.sex, a.birth_date FROM requested_animal r
            JOIN animal a ON a.id = r.animal_id
            WHERE r.campaign_id = ? AND r.intervention_id = ? AND r.cancelled_on IS NULL AND (r.diseases & ?) <> 0
            ORDER BY a.working_number, a.number
            """, key + [.int(Int64(Disease.tuberculosis.bit))]
        ) { row in
            TuberculinSheet.Animal(
                number: row.text(0), workingNumber: row.text(1), sex: row.text(2), bornOn: row.day(3))
        }
        let edition = try first(
            """
            SELECT max(number) FROM edition WHERE campaign_id = ? AND intervention_id = ? AND state = 'validated'
            """, key
        ) { $0.intOrNil(0).map(Int.init) }
        let standing = try first(
            """
            SELECT injected_on, read_on, received_on FROM tuberculin_report
            WHERE campaign_id = ? AND intervention_id = ? AND replaced_at IS NULL ORDER BY injected_on DESC LIMIT 1
            """, key
        ) { (injectedOn: $0.day(0), readOn: $0.dayOrNil(1), receivedOn: $0.day(2)) }
        return TuberculinSheet(
            holding: holding, name: name, herd: herd, method: method, veterinarian: veterinarian, animals: animals,
            edition: edition ?? nil, standing: standing)
    }
}
