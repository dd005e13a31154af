import Kernel
import TestSupport
import Testing

@testable import Store

@Suite("Audit")
struct AuditTests {
    @Test("an untouched chain holds, and the unsealed tail is named", arguments: Engine.allCases)
    func holds(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            #expect(try await database.verifyAudit() == AuditReport())
            try await fillAudit(database)
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

    @Test("what is written cannot be changed by a statement", arguments: Engine.allCases)
    func frozen(_ engine: Engine) async throws {
        let statements = [
            "UPDATE audit_entry SET actor = 'x'", "DELETE FROM audit_entry WHERE id = 11", "DELETE FROM audit_detail",
            "UPDATE audit_entry SET seal = NULL WHERE id = 1", "UPDATE audit_seal SET sealed_at = 'x'",
            "DELETE FROM audit_seal", "UPDATE audit_detail SET outcome = 'x'",
        ]
        try await withDatabase(engine) { database in
            try await fillAudit(database)
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
                    let entry = auditEntry(id, details: 2)
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
        let entry = auditEntry(1)
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
        var one = auditEntry(1)
        one.department = "6"
        one.subject = "3campaign"
        var two = auditEntry(1)
        two.department = "63"
        two.subject = "campaign"
        var none = auditEntry(1)
        none.department = nil
        none.subject = ""
        var empty = auditEntry(1)
        empty.department = ""
        empty.subject = nil
        #expect(Set([one, two, none, empty].map { AuditHash.digest(of: $0) }).count == 4)
    }
}
