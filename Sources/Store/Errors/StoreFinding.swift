import Kernel

/// The stable codes of what can go wrong in the store.
package enum StoreFinding: String, FindingCode {
    case locked = "database-locked"
    case conflict = "database-conflict"
    case readOnly = "database-read-only"
    case diskFull = "database-disk-full"
    case missing = "database-missing"
    case notVigie = "database-not-vigie"
    case schemaNewer = "database-schema-newer"
    case schemaOlder = "database-schema-older"
    case migrationChanged = "database-migration-changed"
    case constraint = "database-constraint"
    case connection = "database-connection"
    case invalidURL = "database-url-invalid"
    case damaged = "database-damaged"
    /// A fault of the program or of the engine that a user cannot mend: code and message for the report.
    case engine = "database-engine"
    case unreadable = "database-value-unreadable"
    case blobDamaged = "blob-damaged"
    case blobMissing = "blob-missing"
    case blobDestroyed = "blob-destroyed"
    case targetExists = "database-target-exists"
    case notABackup = "database-not-a-backup"
    case tool = "database-tool-failed"
    case file = "database-file-failed"
    /// Found by `check`: a row points to one that does not exist.
    case foreignKey = "database-foreign-key"
    /// Found by `check`: the chain of the audit is broken.
    case auditBroken = "audit-broken"
    /// Found by `check`: entries that no seal covers yet.
    case auditUnsealed = "audit-unsealed"
}

extension StoreError {
    /// The error as a finding that stops the command.
    package var finding: Finding {
        switch self {
        case .locked: Finding(StoreFinding.locked, .fatal)
        case .conflict(let message): Finding(StoreFinding.conflict, .fatal, ["message": message])
        case .readOnly: Finding(StoreFinding.readOnly, .fatal)
        case .diskFull: Finding(StoreFinding.diskFull, .fatal)
        case .missing(let path): Finding(StoreFinding.missing, .fatal, ["path": path])
        case .notVigie(let place): Finding(StoreFinding.notVigie, .fatal, ["place": place])
        case .schemaNewer(let found, let known):
            Finding(StoreFinding.schemaNewer, .fatal, ["found": String(found), "known": String(known)])
        case .schemaOlder(let found, let known):
            Finding(StoreFinding.schemaOlder, .fatal, ["found": String(found), "known": String(known)])
        case .migrationChanged(let number):
            Finding(StoreFinding.migrationChanged, .fatal, ["number": String(number)])
        case .constraint(let violation): violation.finding
        case .connection(let message): Finding(StoreFinding.connection, .fatal, ["message": message])
        case .invalidURL(let url): Finding(StoreFinding.invalidURL, .fatal, ["url": url])
        case .damaged(let message): Finding(StoreFinding.damaged, .fatal, ["message": message])
        case .unreadable(let column, let found):
            Finding(StoreFinding.unreadable, .fatal, ["column": column, "found": found ?? "NULL"])
        case .blobDamaged(let digest): Finding(StoreFinding.blobDamaged, .fatal, ["digest": digest])
        case .blobMissing(let digest): Finding(StoreFinding.blobMissing, .fatal, ["digest": digest])
        case .blobDestroyed(let digest): Finding(StoreFinding.blobDestroyed, .fatal, ["digest": digest])
        case .targetExists(let place): Finding(StoreFinding.targetExists, .fatal, ["place": place])
        case .notABackup(let path): Finding(StoreFinding.notABackup, .fatal, ["path": path])
        case .tool(let name, let message):
            Finding(StoreFinding.tool, .fatal, ["tool": name, "message": message])
        case .file(let path, let message):
            Finding(StoreFinding.file, .fatal, ["path": path, "message": message])
        case .engine, .migrationToken, .noRow, .textWithNul, .valueCount, .transactionFailed: engineFinding
        }
    }

    private var engineFinding: Finding {
        let (code, message) =
            switch self {
            case .engine(let code, let message): (code, message)
            case .migrationToken(let token): ("migration-token", token)
            case .noRow: ("no-row", "")
            case .textWithNul: ("text-with-nul", "")
            case .valueCount(let expected, let given): ("value-count", "\(given) for \(expected)")
            case .transactionFailed: ("transaction-failed", "")
            default: ("unknown", String(describing: self))
            }
        return Finding(StoreFinding.engine, .fatal, ["code": code, "message": message])
    }
}

extension ConstraintViolation {
    var finding: Finding {
        let columns = columns.joined(separator: ", ")
        return Finding(
            StoreFinding.constraint, .fatal,
            ["kind": kind.rawValue, "table": table ?? "", "columns": columns, "name": name ?? ""])
    }
}
