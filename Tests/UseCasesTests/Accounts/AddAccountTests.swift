import Register
import Store
import TestSupport
import Testing
import UseCases

@Suite struct AddAccountTests {
    private let now = "2027-01-04T08:00:00Z"

    private func account(_ login: String, _ role: Role) -> AccountRow {
        AccountRow(login: login, name: "Personne fictive", role: role, scope: .departments(["63"]))
    }

    private func refusal(_ body: () async throws -> Void) async throws -> String? {
        do {
            try await body()
            return nil
        } catch let refused as Refused {
            return refused.findings.first?.code
        }
    }

    @Test("PRO-03: the first account is an administrator's, or nobody could add the second", arguments: Engine.allCases)
    func first(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let inspector = try await refusal {
                try await AddAccount(account: account("opi", .inspector)).perform(by: nil, at: now, in: database)
            }
            #expect(inspector == "user-first-not-administrator")
            try await AddAccount(account: account("admin", .administrator)).perform(by: nil, at: now, in: database)
            try await AddAccount(account: account("opi", .inspector)).perform(by: "admin", at: now, in: database)
            let actor = try await Accounts.actor(login: "opi", in: database)
            #expect(actor.role == .inspector)
            #expect(actor.scope == .departments(["63"]))
        }
    }

    @Test(
        "PRO-03: only an administrator adds accounts, each once, and an unknown one is nobody",
        arguments: Engine.allCases)
    func later(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            try await AddAccount(account: account("admin", .administrator)).perform(by: nil, at: now, in: database)
            try await AddAccount(account: account("opi", .inspector)).perform(by: "admin", at: now, in: database)
            let cases: [(login: String, by: String?, code: String)] = [
                ("autre", "opi", "role-may-not"), ("autre", nil, "user-unknown"), ("opi", "admin", "user-exists"),
            ]
            for (login, adder, code) in cases {
                let found = try await refusal {
                    try await AddAccount(account: account(login, .keeper)).perform(by: adder, at: now, in: database)
                }
                #expect(found == code)
            }
        }
    }

    @Test(
        "PRO-03: who works in departments names them: without one the whole country would be open",
        arguments: Engine.allCases)
    func scope(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            try await AddAccount(account: account("admin", .administrator)).perform(by: nil, at: now, in: database)
            for scope in [Scope.nothing, .holdings(of: "x"), .relations(of: 1)] {
                let herds = AccountRow(login: "x", name: "Fictif", role: .authority, scope: scope)
                let found = try await refusal {
                    try await AddAccount(account: herds).perform(by: "admin", at: now, in: database)
                }
                #expect(found == "user-department-missing", "read back it would be the whole country")
            }
            for role in Role.allCases {
                let everywhere = AccountRow(login: role.rawValue, name: "Fictif", role: role, scope: .national)
                let found = try await refusal {
                    try await AddAccount(account: everywhere).perform(by: "admin", at: now, in: database)
                }
                let needDepartments: [Role] = [.authority, .delegateRegion, .inspector]
                #expect(found == (needDepartments.contains(role) ? "user-department-missing" : nil))
                let scope = try await database.read { try $0.account(login: role.rawValue)?.scope }
                switch role {
                case .veterinarian: #expect(scope == .nothing, "nothing is tied to it yet")
                case .keeper: #expect(scope == .holdings(of: "keeper"))
                default: #expect(scope == (found == nil ? .national : nil))
                }
            }
        }
    }
}
