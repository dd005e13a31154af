/// The stays that stand beside those of the file: not retracted, not in the file, and not about to be retracted because
/// a full bundle of their department holds them no more.
enum StoredStays {
    /// A condition on `stay` under the alias `stay`, with its arguments.
    static func kept(_ stay: String, _ scope: ImportScope) -> (condition: String, arguments: [SQLValue]) {
        let isKept = """
            \(stay).retracted_at IS NULL AND NOT EXISTS (SELECT 1 FROM key_stay x WHERE x.animal_id = \(stay).animal_id
                AND x.entered_on = \(stay).entered_on AND x.holding_id = \(stay).holding_id)
            """
        guard scope.isFull else { return (isKept, []) }
        let isElsewhere = """
             AND NOT EXISTS (SELECT 1 FROM map_holding x WHERE x.id = \(stay).holding_id AND x.department = ?)
            """
        return (isKept + isElsewhere, [.text(scope.department)])
    }
}
