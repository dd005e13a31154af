import Kernel
import Register

/// A condition with its arguments, in the order of their places.
package struct SQLCondition: Sendable {
    package let sql: String
    package let arguments: [SQLValue]

    package init(_ sql: String, _ arguments: [SQLValue] = []) {
        self.sql = sql
        self.arguments = arguments
    }
}

/// What a scope reaches on a day, as conditions on herds, holdings, interventions and animals (PRO-03, CAL-30, CAL-43).
///
/// A keeper's herds are those of the holdings tied to the account; a veterinarian's those of the relations that have
/// begun, have not ended, and were accepted (CAL-13, CAL-14).
package struct Reach: Sendable, Hashable {
    package let scope: Scope
    package let day: Day
    /// Only as the herd's health veterinarian: what is official (`habilité`) is no treating veterinarian's.
    package var isOfficial = false

    package init(_ scope: Scope, on day: Day) {
        self.scope = scope
        self.day = day
    }

    /// On a row of `herd` under its alias.
    package func herd(_ herd: String) -> SQLCondition {
        own(herd, herds: "\(herd).id", keeper: "\(herd).holding_id IN (\(Reach.keepersHoldings))")
    }

    /// On a row of `holding` under its alias.
    package func holding(_ holding: String) -> SQLCondition {
        switch scope {
        case .relations:
            let relations = relations("x.holding_id", " JOIN herd x ON x.id = r.herd_id")
            return SQLCondition("\(holding).id IN (\(relations.sql))", relations.arguments)
        default: return own(holding, herds: "\(holding).id", keeper: "\(holding).id IN (\(Reach.keepersHoldings))")
        }
    }

    /// On a row of `intervention` under its alias.
    package func intervention(_ intervention: String) -> SQLCondition {
        own(
            intervention, herds: "\(intervention).herd_id",
            keeper: """
                \(intervention).herd_id IN (SELECT x.id FROM herd x
                    JOIN account_holding k ON k.holding_id = x.holding_id WHERE k.login = ?)
                """)
    }

    /// On a row of `animal` under its alias: one that is, or was, in a herd or on a holding that is reached.
    package func animal(_ animal: String) -> SQLCondition {
        let (herd, holding) = (herd("own_h"), holding("own_g"))
        return SQLCondition(
            """
            (EXISTS (SELECT 1 FROM herd_assignment own_s JOIN herd own_h ON own_h.id = own_s.herd_id
                WHERE own_s.animal_id = \(animal).id AND own_s.retracted_at IS NULL AND \(herd.sql))
            OR EXISTS (SELECT 1 FROM stay own_s JOIN holding own_g ON own_g.id = own_s.holding_id
                WHERE own_s.animal_id = \(animal).id AND own_s.retracted_at IS NULL AND \(holding.sql)))
            """, herd.arguments + holding.arguments)
    }

    private static let keepersHoldings = "SELECT k.holding_id FROM account_holding k WHERE k.login = ?"

    private func own(_ alias: String, herds: String, keeper: String) -> SQLCondition {
        switch scope {
        case .national: return SQLCondition("1 = 1")
        case .departments(let codes) where codes.isEmpty: return SQLCondition("1 = 0")
        case .departments(let codes):
            let places = codes.map { _ in "?" }.joined(separator: ", ")
            return SQLCondition("\(alias).department IN (\(places))", codes.sorted().map { .text($0) })
        case .holdings(let login): return SQLCondition(keeper, [.text(login)])
        case .relations:
            let relations = relations("r.herd_id")
            return SQLCondition("\(herds) IN (\(relations.sql))", relations.arguments)
        case .nothing: return SQLCondition("1 = 0")
        }
    }

    private func relations(_ column: String, _ join: String = "") -> SQLCondition {
        guard case .relations(let veterinarian) = scope else { return SQLCondition("SELECT 0 WHERE 1 = 0") }
        return SQLCondition(
            """
            SELECT \(column) FROM herd_veterinarian r\(join) WHERE r.veterinarian_id = ? AND r.since <= ?
                AND (r.until IS NULL OR r.until > ?) AND r.accepted_on <= ?\(isOfficial ? " AND r.role = 'health'" : "")
            """, [.int(veterinarian), .day(day), .day(day), .day(day)])
    }
}
