/// One thing that someone asks for, or wants to change.
package enum Subject: Sendable, Hashable {
    case herd(Int64)
    case animal(Int64)
    case intervention(campaign: Int64, id: Int64)
}

extension Connection {
    /// Whether it is there, and within reach.
    package func reaches(_ subject: Subject, _ reach: Reach) throws -> Bool {
        let (table, condition, key): (String, SQLCondition, [SQLValue]) =
            switch subject {
            case .herd(let id): ("herd o WHERE o.id = ?", reach.herd("o"), [.int(id)])
            case .animal(let id): ("animal o WHERE o.id = ?", reach.animal("o"), [.int(id)])
            case .intervention(let campaign, let id):
                (
                    "intervention o WHERE o.campaign_id = ? AND o.id = ?", reach.intervention("o"),
                    [.int(campaign), .int(id)]
                )
            }
        return try count("SELECT count(*) FROM \(table) AND \(condition.sql)", key + condition.arguments) > 0
    }
}
