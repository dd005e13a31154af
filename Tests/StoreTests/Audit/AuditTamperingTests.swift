import Kernel
import TestSupport
import Testing

@testable import Store

@Suite("Audit: tampering")
struct AuditTamperingTests {
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
            try await fillAudit(database)
            try await tamper(database, sql)
            let report = try await database.verifyAudit()
            #expect(report.fault == fault, "\(name)")
            let finding = try #require(try await database.check().first { $0.code == "audit-broken" })
            #expect(finding == fault.finding)
        }
    }

    @Test("an entry replaced together with its digest breaks its seal", arguments: Engine.allCases)
    func replaced(_ engine: Engine) async throws {
        var forged = auditEntry(6)
        forged.subject = "campaign:2"
        let digest = AuditHash.digest(of: forged).hex
        try await withDatabase(engine) { database in
            try await fillAudit(database)
            try await tamper(
                database,
                """
                UPDATE audit_entry SET subject = 'campaign:2', digest = '\(digest)' WHERE id = 6
                """)
            #expect(try await database.verifyAudit().fault == .sealBroken(seal: 2))
        }
    }

    @Test("an entry replaced with its digest and its whole seal breaks the next seal", arguments: Engine.allCases)
    func sealReplaced(_ engine: Engine) async throws {
        var forged = auditEntry(3)
        forged.subject = "campaign:2"
        let digest = AuditHash.digest(of: forged)
        let seal = AuditSeal(number: 1, previousHash: AuditHash.origin, sealedAt: testTime, entryCount: 4)
        var hash = AuditHash.begin(seal)
        for id in Int64(1)...4 {
            hash.add(id == 3 ? digest.hex : AuditHash.digest(of: auditEntry(id, details: Int(id % 3))).hex)
        }
        let sealHash = hash.finish().hex
        try await withDatabase(engine) { database in
            try await fillAudit(database)
            try await tamper(
                database,
                """
                UPDATE audit_entry SET subject = 'campaign:2', digest = '\(digest.hex)' WHERE id = 3;
                UPDATE audit_seal SET hash = '\(sealHash)' WHERE number = 1
                """)
            let fault = try await database.verifyAudit().fault
            #expect(fault == .sealBroken(seal: 2))
        }
    }

    @Test("a chain cut off or written anew does not contain the exported head", arguments: Engine.allCases)
    func exportedHead(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            try await fillAudit(database)
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
