import Kernel
import TestSupport
import Testing

@testable import Store

@Suite("Audit")
struct AuditTests {
    private func entry(_ id: Int64, details: Int = 0) -> AuditEntry {
        var entry = AuditEntry(
            id: id, at: testTime, actor: "agnès", role: "delegate", intention: "edit-documents")
        entry.department = "63"
        entry.subject = "campaign:1"
        entry.payload = ContentDigest(of: [UInt8(id % 256)])
        entry.details = (0..<details).map { AuditDetail(subject: "intervention:\($0)", outcome: "edited") }
        return entry
    }

    /// Ten entries in three seals (4, 4, 2) and three in the tail.
    private func fill(_ database: Database) async throws {
        for id in Int64(1)...10 {
            let entry = entry(id, details: Int(id % 3))
            try await database.write { try $0.audit(entry) }
        }
        #expect(try await database.sealAudit(now: testTime, batchSize: 4) == 10)
        for id in Int64(11)...13 {
            let entry = entry(id, details: 1)
            try await database.write { try $0.audit(entry) }
        }
    }

    @Test("an untouched chain holds, and the unsealed tail is named", arguments: Engine.allCases)
    func holds(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            #expect(try await database.verifyAudit() == AuditReport())
            try await fill(database)
            let report = try await database.verifyAudit()
            #expect(report.fault == nil)
            #expect(report.sealedEntries == 10)
            #expect(report.head?.seal == 3)
            let head = try await database.auditHead()
            #expect(report.head == head)
            #expect([report.firstUnsealed, report.lastUnsealed] == [11, 13])
            #expect(report.unsealedEntries == 3)
            #expect(try await database.check().map(\.code) == ["audit-unsealed"])

            #expect(try await database.sealAudit(now: testTime) == 3)
            #expect(try await database.sealAudit(now: testTime) == 0)
            let sealed = try await database.verifyAudit(expecting: report.head)
            #expect(sealed.fault == nil)
            #expect(sealed.unsealedEntries == 0)
            #expect(try await database.check().isEmpty)
        }
    }

    /// What an attacker with all rights on the tables may do, and what the walk then says.
    private static let tamperings: [(name: String, sql: String, fault: AuditFault)] = [
        ("actor", "UPDATE audit_entry SET actor = 'nobody' WHERE id = 6", .entryChanged(id: 6, seal: 2)),
        ("time", "UPDATE audit_entry SET at = '2020' WHERE id = 10", .entryChanged(id: 10, seal: 3)),
        ("department gone", "UPDATE audit_entry SET department = NULL WHERE id = 1", .entryChanged(id: 1, seal: 1)),
        ("payload gone", "UPDATE audit_entry SET payload_digest = NULL WHERE id = 3", .entryChanged(id: 3, seal: 1)),
        ("detail", "UPDATE audit_detail SET outcome = 'x' WHERE entry_id = 5", .entryChanged(id: 5, seal: 2)),
        (
            "detail gone", "DELETE FROM audit_detail WHERE entry_id = 8 AND position = 2",
            .entryChanged(id: 8, seal: 2)
        ),
        ("tail", "UPDATE audit_entry SET actor = 'nobody' WHERE id = 12", .entryChanged(id: 12, seal: nil)),
        ("entry gone", "DELETE FROM audit_entry WHERE id = 9", .entryCount(seal: 3, expected: 2, found: 1)),
        (
            "entry unsealed", "UPDATE audit_entry SET seal = NULL WHERE id = 9",
            .entryCount(seal: 3, expected: 2, found: 1)
        ),
        ("entry moved", "UPDATE audit_entry SET seal = 1 WHERE id = 9", .entryCount(seal: 1, expected: 4, found: 5)),
        ("seal gone", "DELETE FROM audit_seal WHERE number = 2", .sealMissing(before: 3)),
        ("first seal gone", "DELETE FROM audit_seal WHERE number = 1", .sealMissing(before: 2)),
        ("seal time", "UPDATE audit_seal SET sealed_at = '2020' WHERE number = 2", .sealBroken(seal: 2)),
        (
            "seal hash", "UPDATE audit_seal SET hash = '\(String(repeating: "f", count: 64))' WHERE number = 2",
            .sealBroken(seal: 2)
        ),
        ("last seal gone, entries stay", "DELETE FROM audit_seal WHERE number = 3", .strayEntries(count: 2)),
    ]

    @Test("tampering is found at its first place", arguments: Engine.allCases, 0..<tamperings.count)
    func tampering(_ engine: Engine, _ index: Int) async throws {
        let (name, sql, fault) = Self.tamperings[index]
        try await withDatabase(engine) { database in
            try await fill(database)
            try await tamper(database, sql)
            let report = try await database.verifyAudit()
            #expect(report.fault == fault, "\(name)")
            let finding = try #require(try await database.check().first { $0.code == "audit-broken" })
            #expect(finding == fault.finding)
        }
    }

    @Test("an entry replaced together with its digest breaks its seal", arguments: Engine.allCases)
    func replaced(_ engine: Engine) async throws {
        var forged = entry(6)
        forged.subject = "campaign:2"
        let digest = AuditHash.digest(of: forged).hex
        try await withDatabase(engine) { database in
            try await fill(database)
            try await tamper(
                database,
                """
                UPDATE audit_entry SET subject = 'campaign:2', digest = '\(digest)' WHERE id = 6
                """)
            #expect(try await database.verifyAudit().fault == .sealBroken(seal: 2))
        }
    }

    @Test("a chain cut off or written anew does not contain the exported head", arguments: Engine.allCases)
    func exportedHead(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            try await fill(database)
            let head = try #require(try await database.auditHead())
            try await tamper(
                database,
                """
                DELETE FROM audit_detail WHERE entry_id IN (9, 10);
                DELETE FROM audit_entry WHERE id IN (9, 10);
                DELETE FROM audit_seal WHERE number = 3
                """)
            #expect(try await database.verifyAudit().fault == nil)
            #expect(try await database.verifyAudit(expecting: head).fault == .headUnknown(head))
            let text = try #require(AuditHead(head.description))
            #expect(text == head)
        }
    }

    @Test("what is written cannot be changed by a statement", arguments: Engine.allCases)
    func frozen(_ engine: Engine) async throws {
        let statements = [
            "UPDATE audit_entry SET actor = 'x'", "DELETE FROM audit_entry WHERE id = 11", "DELETE FROM audit_detail",
            "UPDATE audit_entry SET seal = NULL WHERE id = 1", "UPDATE audit_seal SET sealed_at = 'x'",
            "DELETE FROM audit_seal", "UPDATE audit_detail SET outcome = 'x'",
        ]
        try await withDatabase(engine) { database in
            try await fill(database)
            for statement in statements {
                await #expect(throws: StoreError.constraint(ConstraintViolation(kind: .trigger, name: "audit-frozen")))
                {
                    try await database.write { try $0.execute(statement) }
                }
            }
            #expect(try await database.verifyAudit().fault == nil)
        }
    }

    @Test("sealers and writers at once: every entry is sealed once", arguments: Engine.allCases)
    func concurrent(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let sealed = try await withThrowingTaskGroup(of: Int.self) { group in
                for id in Int64(1)...40 {
                    let entry = entry(id, details: 2)
                    group.addTask {
                        try await database.write { try $0.audit(entry) }
                        return try await database.sealAudit(now: testTime, batchSize: 5)
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(sealed == 40)
            let report = try await database.verifyAudit()
            #expect(report.fault == nil)
            #expect(report.sealedEntries == 40)
        }
    }

    @Test("an entry rolled back with its transaction leaves no trace", arguments: Engine.allCases)
    func rolledBack(_ engine: Engine) async throws {
        struct Refused: Error {}
        let entry = entry(1)
        try await withDatabase(engine) { database in
            await #expect(throws: Refused.self) {
                try await database.write { connection in
                    try connection.audit(entry)
                    throw Refused()
                }
            }
            let report = try await database.verifyAudit()
            #expect(report == AuditReport())
        }
    }

    @Test("no two different entries have the same canonical bytes")
    func canonical() {
        var one = entry(1)
        one.department = "6"
        one.subject = "3campaign"
        var two = entry(1)
        two.department = "63"
        two.subject = "campaign"
        var none = entry(1)
        none.department = nil
        none.subject = ""
        var empty = entry(1)
        empty.department = ""
        empty.subject = nil
        #expect(Set([one, two, none, empty].map { AuditHash.digest(of: $0) }).count == 4)
    }

    /// Changes the tables as their owner can: triggers and references switched off first.
    private func tamper(_ database: Database, _ sql: String) async throws {
        switch database.dialect {
        case .postgres:
            try await database.write { connection in
                try connection.script("SET LOCAL session_replication_role = replica; \(sql)")
            }
        case .sqlite:
            guard case .sqlite(let path) = database.url else { return }
            let raw = try RawSQLite(path: path, writable: true)
            for name in try raw.texts("SELECT name FROM sqlite_schema WHERE type = 'trigger'") {
                try raw.run("DROP TRIGGER \(name)")
            }
            for statement in sql.split(separator: ";") { try raw.run(String(statement)) }
        }
    }
}
