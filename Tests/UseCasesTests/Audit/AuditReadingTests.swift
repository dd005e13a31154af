import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

@Suite struct AuditReadingTests {
    private typealias Written = (login: String, intention: String, department: String?, subject: String, at: String)

    private static let entries: [Written] = [
        ("anne", "report.issue", "63", "campaign:1", "2020-11-02T08:00:00Z"),
        ("anne", "report.invalidate", "63", "report:RI-63-1:1", "2020-11-03T08:00:00Z"),
        ("bruno", "results.import", "15", "import:12", "2020-12-01T08:00:00Z"),
        ("bruno", "results.import", "63", "import:123", "2020-12-02T08:00:00Z"),
    ]

    private func with(_ engine: Engine, _ body: (Database) async throws -> Void) async throws {
        try await withDatabase(engine) { database in
            try await database.write { connection in
                for (index, entry) in Self.entries.enumerated() {
                    var written = AuditEntry(
                        id: Int64(index + 1), at: entry.at, actor: entry.login, role: "inspector",
                        intention: entry.intention)
                    (written.department, written.subject) = (entry.department, entry.subject)
                    if index == 0 { written.details = [AuditDetail(subject: "report:RI-63-1:1", outcome: "A")] }
                    try connection.audit(written)
                }
            }
            try await body(database)
        }
    }

    private func person(_ database: Database, _ role: Role, _ scope: Scope) throws -> Context {
        let one = try context(database, role: role)
        return Context(
            database: database, actor: Actor(login: "essai", name: "Essai", role: role, scope: scope),
            today: one.today, now: one.now)
    }

    private static func filter(_ change: (inout AuditFilter) -> Void) -> AuditFilter {
        var filter = AuditFilter()
        change(&filter)
        return filter
    }

    @Test(
        "PRO-124: the audit answers who, what, when and which", arguments: Engine.allCases)
    func filters(engine: Engine) async throws {
        try await with(engine) { database in
            let national = try person(database, .nationalAuthority, .national)
            let expected: [(AuditFilter, [Int64])] = [
                (Self.filter { _ in }, [4, 3, 2, 1]), (Self.filter { $0.actor = "anne" }, [2, 1]),
                (Self.filter { $0.intention = "report" }, [2, 1]), (Self.filter { $0.intention = "report.issue" }, [1]),
                (Self.filter { $0.subject = "import" }, [4, 3]), (Self.filter { $0.subject = "import:12" }, [3]),
                // Also the parts of a batch.
                (Self.filter { $0.subject = "report:RI-63-1" }, [2, 1]),
                (Self.filter { $0.from = "2020-11-03" }, [4, 3, 2]), (Self.filter { $0.until = "2020-11-03" }, [2, 1]),
                (Self.filter { $0.department = "15" }, [3]), (Self.filter { $0.limit = 1 }, [4]),
            ]
            for (filter, ids) in expected {
                #expect(try await ListAudit(filter).perform(national).map(\.id) == ids, "\(filter)")
            }
            let details = try await ShowAuditEntry(1, department: "63").perform(national)
            #expect(details.map(\.subject) == ["report:RI-63-1:1"])
        }
    }

    @Test("Rights: the authority and the administrator, each for their departments", arguments: Engine.allCases)
    func rights(engine: Engine) async throws {
        try await with(engine) { database in
            let own = Self.filter { $0.department = "63" }
            for role in Role.allCases {
                let someone = try person(database, role, .departments(["63"]))
                if [.nationalAuthority, .authority, .administrator].contains(role) {
                    let rows = try await ListAudit(own).perform(someone)
                    #expect(rows.map(\.id) == [4, 2, 1])
                    for other in [AuditFilter(), Self.filter { $0.department = "15" }] {
                        await #expect(throws: Refused.self) { try await ListAudit(other).perform(someone) }
                    }
                    await #expect(throws: Refused.self) {
                        try await ShowAuditEntry(3, department: "63").perform(someone)
                    }
                } else {
                    await #expect(throws: Refused.self) { try await ListAudit(own).perform(someone) }
                    await #expect(throws: Refused.self) { try await VerifyAudit().perform(someone) }
                }
            }
        }
    }

    @Test("A chain is sealed, verified, and held against a head kept elsewhere", arguments: Engine.allCases)
    func verify(engine: Engine) async throws {
        try await with(engine) { database in
            let authority = try person(database, .authority, .departments(["63"]))
            let open = try await VerifyAudit().perform(authority)
            #expect((open.sealedEntries, open.unsealedEntries) == (0, 4))
            let sealed = try await VerifyAudit(sealing: true).perform(authority)
            #expect((sealed.sealedEntries, sealed.unsealedEntries) == (4, 0))
            let head = try #require(sealed.head)
            #expect(try await VerifyAudit(expecting: head).perform(authority).head == head)
            let other = AuditHead(seal: 1, hash: String(repeating: "a", count: 64))
            await expect("audit-head-unknown") {
                _ = try await VerifyAudit(expecting: other).perform(authority)
            }
            try await database.write { connection in
                // Whoever owns the file gets past the triggers.
                try connection.script(
                    engine == .sqlite
                        ? "DROP TRIGGER audit_detail_frozen"
                        : "ALTER TABLE audit_detail DISABLE TRIGGER ALL")
                try connection.execute("UPDATE audit_detail SET outcome = 'B'")
            }
            await expect("audit-entry-changed") { _ = try await VerifyAudit().perform(authority) }
        }
    }

    private func expect(_ code: String, _ body: () async throws -> Void) async {
        let refused = await #expect(throws: Refused.self) { try await body() }
        #expect(refused?.findings.map(\.code) == [code])
    }
}
