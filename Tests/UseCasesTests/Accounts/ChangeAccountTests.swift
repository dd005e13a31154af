import Register
import Store
import TestSupport
import Testing
import UseCases

@Suite struct ChangeAccountTests {
    private static let now = "2027-01-04T08:00:00Z"

    /// A database with an administrator and an inspector; `body` gets the administrator's context.
    private func withAccounts(_ engine: Engine, _ body: (Context) async throws -> Void) async throws {
        try await withDatabase(engine) { database in
            let accounts = [
                AccountRow(login: "admin", name: "Fictif", role: .administrator, scope: .national),
                AccountRow(login: "opi", name: "Fictif", role: .inspector, scope: .departments(["63"])),
            ]
            for account in accounts {
                try await AddAccount(account: account).perform(by: "admin", at: Self.now, in: database)
            }
            let actor = try await Accounts.actor(login: "admin", in: database)
            try await body(Context(database: database, actor: actor, today: day("2027-01-04"), now: Self.now))
        }
    }

    private func refusal(_ body: () async throws -> Void) async throws -> String? {
        do {
            try await body()
            return nil
        } catch let refused as Refused {
            return refused.findings.first?.code
        }
    }

    @Test("PRO-03: a disabled account acts no more, enabled it acts again", arguments: Engine.allCases)
    func disables(engine: Engine) async throws {
        try await withAccounts(engine) { context in
            try await ChangeAccount(login: "opi", .disable).perform(context)
            let found = try await refusal { _ = try await Accounts.actor(login: "opi", in: context.database) }
            #expect(found == "user-disabled")
            try await ChangeAccount(login: "opi", .enable).perform(context)
            #expect(try await Accounts.actor(login: "opi", in: context.database).role == .inspector)
        }
    }

    @Test("PRO-273: an account attached to an organisation acts in its name", arguments: Engine.allCases)
    func attaches(engine: Engine) async throws {
        try await withAccounts(engine) { context in
            try await context.database.write { connection in
                try connection.execute(
                    """
                    INSERT INTO organisation (id, code, kind, name)
                    VALUES (900, 'GDS63', 'delegate-section', 'GDS fictif')
                    """)
            }
            try await ChangeAccount(login: "opi", .attach(organisation: "GDS63")).perform(context)
            #expect(try await Accounts.actor(login: "opi", in: context.database).organisation == 900)
            try await ChangeAccount(login: "opi", .attach(organisation: nil)).perform(context)
            #expect(try await Accounts.actor(login: "opi", in: context.database).organisation == nil)
        }
    }

    @Test("What cannot be: nobody, no organisation, the last administrator", arguments: Engine.allCases)
    func refuses(engine: Engine) async throws {
        let cases: [(String, ChangeAccount.Change, String)] = [
            ("personne", .disable, "user-unknown"),
            ("opi", .attach(organisation: "GDS99"), "user-organisation-unknown"),
            ("admin", .disable, "user-last-administrator"),
        ]
        try await withAccounts(engine) { context in
            for (login, change, code) in cases {
                let found = try await refusal { try await ChangeAccount(login: login, change).perform(context) }
                #expect(found == code)
            }
            let inspector = try await Accounts.actor(login: "opi", in: context.database)
            let other = Context(database: context.database, actor: inspector, today: context.today, now: context.now)
            #expect(
                try await refusal { try await ChangeAccount(login: "admin", .disable).perform(other) } == "role-may-not"
            )
            #expect(try await ListAccounts().perform(context).map(\.login) == ["admin", "opi"])
        }
    }

    @Test("Every act on an account stands in the audit, with who did it", arguments: Engine.allCases)
    func audits(engine: Engine) async throws {
        try await withAccounts(engine) { context in
            try await ChangeAccount(login: "opi", .disable).perform(context)
            let entries = try await context.database.read { connection in
                try connection.all(
                    "SELECT actor, subject FROM audit_entry WHERE intention = 'account.add' ORDER BY id"
                ) { "\($0.text(0)) \($0.text(1))" }
            }
            #expect(entries == ["admin account:admin", "admin account:opi", "admin account:opi"])
        }
    }
}
