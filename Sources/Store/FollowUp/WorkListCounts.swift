import Kernel

extension Connection {
    /// How many lines each work list has, counted where they are: one walk over the campaign's disease states for those
    /// that come from them, one count each for the others.
    ///
    /// Milk without a result is counted by its fixed month, in `workMilkMonths`: whether it waits is a rule's matter.
    package func workCounts(_ query: WorkListQuery) throws -> [WorkListKind: Int] {
        let lists = WorkListSQL(query: query, nullDay: workNullDay)
        var counts = try stateCounts(lists)
        for kind in WorkListKind.allCases where counts[kind] == nil && kind != .milkMissing {
            let (sql, arguments) = lists.statement(kind)
            counts[kind] = try count("SELECT count(*) FROM (\(sql)) t", arguments)
        }
        return counts
    }

    /// Milk plans without a result by their fixed month.
    package func workMilkMonths(_ query: WorkListQuery) throws -> [(month: Day, plans: Int)] {
        let (sql, arguments) = WorkListSQL(query: query, nullDay: workNullDay).statement(.milkMissing)
        return try all(
            "SELECT t.since_on, count(*) FROM (\(sql)) t WHERE t.since_on IS NOT NULL GROUP BY t.since_on", arguments
        ) { ($0.day(0), Int($0.int(1))) }
    }

    private func stateCounts(_ lists: WorkListSQL) throws -> [WorkListKind: Int] {
        let parts = WorkListKind.allCases.compactMap { kind in lists.state(kind).map { (kind, $0) } }
        let sums = parts.map { "COALESCE(SUM(CASE WHEN \($0.1.condition) THEN 1 ELSE 0 END), 0)" }
        let found = try first(
            """
            SELECT \(sums.joined(separator: ",\n"))
            FROM disease_state s
            JOIN intervention i ON i.campaign_id = s.campaign_id AND i.id = s.intervention_id
            WHERE s.campaign_id = ? AND i.state = 'planned'
            """, parts.flatMap(\.1.arguments) + [.int(lists.query.campaign)]
        ) { row in parts.indices.map { Int(row.int($0)) } }
        return Dictionary(uniqueKeysWithValues: zip(parts.map(\.0), found ?? parts.map { _ in 0 }))
    }
}
