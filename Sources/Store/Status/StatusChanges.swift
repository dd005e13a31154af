import Prophylaxis

extension Connection {
    /// The interventions of which some disease stands at another status in `rows` than in the table, in order. What is
    /// not in the table yet was never computed: that is no change.
    package func interventionsWithNewStatus(
        of campaign: Int64, _ filter: InterventionFilter, in rows: [DiseaseStateRow]
    ) throws -> [(id: Int64, number: String)] {
        struct Key: Hashable {
            let intervention: Int64
            let disease: Disease
        }
        let condition = filter.condition(on: "intervention_id")
        var former: [Key: String] = [:]
        try self.rows(
            "SELECT intervention_id, disease, status FROM disease_state WHERE campaign_id = ? AND \(condition.sql)",
            [.int(campaign)] + condition.arguments
        ) { row in
            guard let disease = Disease(in: row, column: 1) else { return }
            former[Key(intervention: row.int(0), disease: disease)] = row.text(2)
        }
        let changed = rows.filter { row in
            let before = former[Key(intervention: row.intervention, disease: row.facts.disease)]
            return before != nil && before != row.status.rawValue
        }
        return try Set(changed.map(\.intervention)).sorted().chunks(of: InterventionFilter.idLimit).flatMap { ids in
            let named = InterventionFilter.ids(Array(ids)).condition(on: "id")
            return try all(
                "SELECT id, number FROM intervention WHERE campaign_id = ? AND \(named.sql) ORDER BY id",
                [.int(campaign)] + named.arguments
            ) { (id: $0.int(0), number: $0.text(1)) }
        }
    }
}
