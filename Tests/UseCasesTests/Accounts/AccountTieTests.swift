import Kernel
import Register
import Store
import TestSupport
import Testing
import UseCases

@Suite("Accounts tied to herds") struct AccountTieTests {
    private let now = "2027-01-04T08:00:00Z"

    private func refusal(_ body: () async throws -> Void) async throws -> String? {
        do {
            try await body()
            return nil
        } catch let refused as Refused {
            return refused.findings.first?.code
        }
    }

    private func account(_ login: String, _ role: Role) -> AccountRow {
        AccountRow(login: login, name: "Personne fictive", role: role, scope: .nothing)
    }

    @Test(
        "CAL-43: a keeper's account is made with holdings, a veterinarian's with the order number, or not at all",
        arguments: Engine.allCases)
    func made(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let vet = try await database.write { connection in
                let fixture = Fixture(connection)
                _ = try fixture.holding()
                return try fixture.veterinarian("99001")
            }
            let administrator = AccountRow(login: "admin", name: "A", role: .administrator, scope: .national)
            try await AddAccount(account: administrator).perform(by: nil, at: now, in: database)
            func add(_ login: String, _ role: Role, _ ties: AccountTie...) async throws -> String? {
                try await refusal {
                    try await AddAccount(account: account(login, role), ties: ties)
                        .perform(by: "admin", at: now, in: database)
                }
            }
            #expect(try await add("k", .keeper, .holding("990 00 001")) == nil)
            #expect(try await add("v", .veterinarian, .veterinarian(orderNumber: "99 001")) == nil)
            #expect(try await add("w", .keeper, .holding("99000009")) == "user-holding-missing")
            #expect(try await add("w", .veterinarian, .veterinarian(orderNumber: "1")) == "user-order-number-missing")
            #expect(try await add("w", .veterinarian, .holding("99000001")) == "user-tie-of-other-role")
            #expect(try await add("w", .inspector, .veterinarian(orderNumber: "99001")) == "user-tie-of-other-role")
            let kept = try await database.read { connection in
                (
                    try connection.account(login: "k")?.scope, try connection.holdings(tiedTo: "k"),
                    try connection.account(login: "v")?.scope, try connection.account(login: "w")?.scope
                )
            }
            #expect(kept == (.holdings(of: "k"), ["99000001"], .relations(of: vet), nil))
        }
    }

    @Test("CAL-43: a tie ends at once, and the audit keeps both", arguments: Engine.allCases)
    func ends(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            try await database.write { _ = try Fixture($0).holding() }
            try await database.write { try $0.insert(account("k", .keeper)) }
            let administrator = try context(database, role: .administrator)
            for tie in [AccountTie.holding("99000001"), .noMore(holding: "99000001")] {
                try await ChangeAccount(login: "k", .tie(tie)).perform(administrator)
            }
            let (holdings, outcomes) = try await database.read { connection in
                (
                    try connection.holdings(tiedTo: "k"),
                    try connection.all("SELECT outcome FROM audit_detail ORDER BY entry_id") { $0.text(0) }
                )
            }
            #expect(holdings == [])
            #expect(outcomes == ["tied holding:99000001", "untied holding:99000001"])
        }
    }
}
