import Store
import TestSupport
import Testing

func auditEntry(_ id: Int64, details: Int = 0) -> AuditEntry {
    var entry = AuditEntry(
        id: id, at: testTime, actor: "agnès", role: "delegate", intention: "edit-documents")
    entry.department = "63"
    entry.subject = "campaign:1"
    entry.payload = ContentDigest(of: [UInt8(id % 256)])
    entry.details = (0..<details).map { AuditDetail(subject: "intervention:\($0)", outcome: "edited") }
    return entry
}

/// Ten entries in three seals (4, 4, 2) and three in the tail.
func fillAudit(_ database: Database) async throws {
    for id in Int64(1)...10 {
        let entry = auditEntry(id, details: Int(id % 3))
        try await database.write { try $0.audit(entry) }
    }
    #expect(try await database.sealAudit(now: testTime, batchSize: 4) == 10)
    for id in Int64(11)...13 {
        let entry = auditEntry(id, details: 1)
        try await database.write { try $0.audit(entry) }
    }
}
