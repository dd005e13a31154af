import Kernel

extension Database {
    /// Looks over the whole database: the engine's own checks, migrations, stored bytes, the audit's chain.
    /// Returns what is wrong; entries not sealed yet are told as information.
    package func check(expecting head: AuditHead? = nil) async throws -> [Finding] {
        let (dialect, place) = (dialect, url.description)
        return try await read { connection in
            var findings = try dialect == .sqlite ? SQLiteCheck.run(connection) : []
            // Reading on would only stumble over the damaged pages.
            if findings.contains(where: { $0.code == StoreFinding.damaged.rawValue }) { return findings }
            let runner = MigrationRunner(migrations: Migrations.all, dialect: dialect, now: "")
            do {
                guard try SchemaState.tables(connection) == .vigie else { throw StoreError.notVigie(place: place) }
                let applied = try runner.verifyApplied(connection)
                try SchemaState(applied: applied, known: Migrations.all.last?.number ?? 0).requireCurrent()
            } catch let error as StoreError {
                // With other tables than this program's, the checks below would ask for what is not there.
                return findings + [error.finding]
            }
            findings += try BlobCheck.run(connection)
            findings += AuditCheck.findings(try AuditVerification.run(connection, expecting: head))
            return findings
        }
    }
}

/// SQLite's own checks of the file and of the references in it.
private enum SQLiteCheck {
    static func run(_ connection: Connection) throws -> [Finding] {
        var findings: [Finding] = []
        do {
            try connection.rows("PRAGMA integrity_check(100)") { row in
                let message = row.text(0)
                if message != "ok" { findings.append(Finding(StoreFinding.damaged, .fatal, ["message": message])) }
            }
        } catch let error as StoreError {
            // The check itself stops at a page that it cannot read.
            guard case .damaged = error else { throw error }
            return findings + [error.finding]
        }
        try connection.rows("PRAGMA foreign_key_check") { row in
            guard findings.count < 100 else { return }
            let line = row.intOrNil(1).map(String.init) ?? ""
            findings.append(
                Finding(
                    StoreFinding.foreignKey, .fatal, ["table": row.text(0), "row": line, "parent": row.text(2)]))
        }
        return findings
    }
}

/// Every stored document against its digest.
private enum BlobCheck {
    static func run(_ connection: Connection) throws -> [Finding] {
        var findings: [Finding] = []
        try connection.rows("SELECT digest, bytes, size FROM blob WHERE bytes IS NOT NULL") { row in
            let (digest, bytes) = (row.text(0), row.bytes(1))
            if ContentDigest(of: bytes).hex != digest || bytes.count != Int(row.int(2)) {
                findings.append(Finding(StoreFinding.blobDamaged, .fatal, ["digest": digest]))
            }
        }
        return findings
    }
}

private enum AuditCheck {
    static func findings(_ report: AuditReport) -> [Finding] {
        var findings: [Finding] = []
        if let fault = report.fault { findings.append(fault.finding) }
        if report.unsealedEntries > 0 {
            findings.append(
                Finding(StoreFinding.auditUnsealed, .info, ["entries": String(report.unsealedEntries)]))
        }
        return findings
    }
}

extension AuditFault {
    /// The fault as a finding: what is wrong, and where in the chain.
    package var finding: Finding {
        switch self {
        case .entryChanged(let id, let seal):
            Finding(
                StoreFinding.auditBroken, .fatal,
                ["fault": "entry-changed", "entry": String(id), "seal": seal.map(String.init) ?? ""])
        case .entryCount(let seal, let expected, let found):
            Finding(
                StoreFinding.auditBroken, .fatal,
                [
                    "fault": "entry-count", "seal": String(seal), "expected": String(expected),
                    "found": String(found),
                ])
        case .sealMissing(let before):
            Finding(StoreFinding.auditBroken, .fatal, ["fault": "seal-missing", "seal": String(before)])
        case .sealBroken(let seal):
            Finding(StoreFinding.auditBroken, .fatal, ["fault": "seal-broken", "seal": String(seal)])
        case .strayEntries(let count):
            Finding(StoreFinding.auditBroken, .fatal, ["fault": "stray-entries", "found": String(count)])
        case .headUnknown(let head):
            Finding(StoreFinding.auditBroken, .fatal, ["fault": "head-unknown", "head": head.description])
        }
    }
}
