import Kernel
import Prophylaxis

/// In which order the follow-up's pages come. By number and by planned day an index keeps the order, and a page costs
/// what a page costs. By what is known of a disease the campaign's lines of it are sorted, which takes 2 ms for 4,000
/// interventions: four indexes for that cost a third of every computation of the statuses.
package struct FollowUpOrder: Sendable, Hashable {
    package enum Column: String, Sendable, CaseIterable {
        /// Day of the last visit, or of the last milk.
        case finished
        /// Day of the last result.
        case lastResult = "last-result"
        case nonNegative = "non-negative"
        /// Tested of requested, in thousandths, rounded down; nothing of nothing comes first.
        case rate
    }

    package enum Key: Sendable, Hashable {
        case number
        case planned
        case disease(Disease, Column)
    }

    package var key = Key.number
    package var isDescending = false

    package init() {}

    package init(_ key: Key, descending: Bool = false) {
        self.key = key
        isDescending = descending
    }

    /// Where a page ends: the value of its last line, and the line's identifier among equals.
    package struct Cursor: Sendable, Hashable {
        /// A day as ISO 8601, or a number.
        package let value: String
        package let id: Int64

        package init(value: String, id: Int64) {
            self.value = value
            self.id = id
        }
    }

    /// What stands for a day that is not known: it comes last.
    static let never = "9999-12-31"

    static func expression(_ column: Column, _ dialect: Dialect) -> String {
        let never = dialect.pick(sqlite: "'\(never)'", postgres: "DATE '\(never)'")
        return switch column {
        case .finished: "COALESCE(finished_on, milk_last_on, \(never))"
        case .lastResult: "COALESCE(last_result_on, \(never))"
        case .nonNegative: "non_negative"
        case .rate: "(CASE WHEN requested > 0 THEN tested * 1000 / requested ELSE -1 END)"
        }
    }

    /// Letter by letter that of the index of migration `followUpViews`.
    static func planned(_ dialect: Dialect) -> String {
        "COALESCE(planned_on, \(dialect.pick(sqlite: "'\(never)'", postgres: "DATE '\(never)'")))"
    }
}

/// The order as SQL: the tables that come first, and the expressions with their tables' names.
struct FollowUpOrderSQL {
    let order: FollowUpOrder
    let dialect: Dialect

    /// `CROSS JOIN` so that SQLite sorts the disease's lines before it looks up the rest.
    var source: String {
        if case .disease = order.key { return "disease_state k CROSS JOIN intervention i" }
        return "intervention i"
    }

    /// Placeholders: the campaign.
    var condition: String {
        guard case .disease(let disease, _) = order.key else { return "i.campaign_id = ?" }
        return """
            k.campaign_id = ? AND k.disease = '\(disease.rawValue)' AND i.campaign_id = k.campaign_id
            AND i.id = k.intervention_id
            """
    }

    private var keys: (value: String, id: String) {
        switch order.key {
        case .number: ("i.number", "i.id")
        case .planned: (FollowUpOrder.planned(dialect).replacing("planned_on", with: "i.planned_on"), "i.id")
        case .disease(_, let column):
            (
                ["finished_on", "milk_last_on", "last_result_on", "non_negative", "requested", "tested"].reduce(
                    FollowUpOrder.expression(column, dialect)
                ) { $0.replacing($1, with: "k.\($1)") }, "k.intervention_id"
            )
        }
    }

    /// What `ORDER BY` says.
    var text: String {
        let direction = order.isDescending ? " DESC" : ""
        if order.key == .number { return "i.number\(direction)" }
        return "\(keys.value)\(direction), \(keys.id)\(direction)"
    }

    /// Lines after the cursor.
    func after(_ cursor: FollowUpOrder.Cursor) -> (sql: String, arguments: [SQLValue])? {
        let sign = order.isDescending ? "<" : ">"
        if order.key == .number { return ("i.number \(sign) ?", [.text(cursor.value)]) }
        let value: SQLValue
        if let day = Day(cursor.value) {
            value = .day(day)
        } else if let number = Int64(cursor.value) {
            value = .int(number)
        } else {
            return nil
        }
        return (
            "\(keys.value) \(sign)= ? AND (\(keys.value) \(sign) ? OR \(keys.id) \(sign) ?)",
            [value, value, .int(cursor.id)]
        )
    }
}

extension FollowUpRow {
    /// Where the next page begins after this line.
    package func cursor(in order: FollowUpOrder) -> FollowUpOrder.Cursor {
        let value: String
        switch order.key {
        case .number: value = number
        case .planned: value = plannedOn?.description ?? FollowUpOrder.never
        case .disease(let disease, let column):
            let part = diseases.first { $0.disease == disease }
            switch column {
            case .finished: value = part?.finishedOn?.description ?? FollowUpOrder.never
            case .lastResult: value = part?.lastResultOn?.description ?? FollowUpOrder.never
            case .nonNegative: value = String(part?.nonNegative ?? 0)
            case .rate: value = part.map { $0.requested > 0 ? String($0.tested * 1000 / $0.requested) : "-1" } ?? "-1"
            }
        }
        return FollowUpOrder.Cursor(value: value, id: id)
    }
}
