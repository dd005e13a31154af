import Kernel
import Register
import Store
import TestSupport
import Testing

/// A list costs what its page costs: SQLite goes by keys, never through all herds or animals (issue 3 §2).
@Suite struct ReachPlanTests {
    @Test(
        "Issue 3 §2: what is reached is found by indexed keys, whatever the scope",
        arguments: [Scope.holdings(of: "x"), .relations(of: 1), .departments(["63"])])
    func keys(_ scope: Scope) async throws {
        let today = try #require(Day("2021-02-15"))
        let reach = Reach(scope, on: today)
        let lists: [(condition: SQLCondition, from: String)] = [
            (reach.herd("h"), "herd h"), (reach.holding("g"), "holding g"),
            (reach.animal("a"), "animal a WHERE a.number = 'FR9900000001' AND"),
        ]
        let plans = try await withDatabase(.sqlite) { database in
            try await database.read { connection in
                try lists.flatMap { list in
                    let sign = list.from.contains("WHERE") ? "" : " WHERE"
                    return try connection.all(
                        "EXPLAIN QUERY PLAN SELECT 1 FROM \(list.from)\(sign) \(list.condition.sql)",
                        list.condition.arguments
                    ) { $0.text(3) }
                }
            }
        }
        #expect(plans.count >= 3)
        #expect(plans.allSatisfy { !$0.hasPrefix("SCAN") }, "\(plans)")
    }
}
