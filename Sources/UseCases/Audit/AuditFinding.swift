import Kernel
import Store

/// What reading and verifying the audit finds.
package enum AuditFinding: String, FindingCode {
    case departmentNeeded = "audit-department-needed"
    case entryUnknown = "audit-entry-unknown"
    case entryChanged = "audit-entry-changed"
    case entryCount = "audit-entry-count"
    case sealMissing = "audit-seal-missing"
    case sealBroken = "audit-seal-broken"
    case strayEntries = "audit-stray-entries"
    case headUnknown = "audit-head-unknown"

    static func finding(of fault: AuditFault) -> Finding {
        switch fault {
        case .entryChanged(let id, let seal):
            Finding(AuditFinding.entryChanged, .fatal, ["entry": String(id), "seal": seal.map(String.init) ?? "-"])
        case .entryCount(let seal, let expected, let found):
            Finding(
                AuditFinding.entryCount, .fatal,
                ["seal": String(seal), "expected": String(expected), "found": String(found)])
        case .sealMissing(let before): Finding(AuditFinding.sealMissing, .fatal, ["seal": String(before)])
        case .sealBroken(let seal): Finding(AuditFinding.sealBroken, .fatal, ["seal": String(seal)])
        case .strayEntries(let count): Finding(AuditFinding.strayEntries, .fatal, ["count": String(count)])
        case .headUnknown(let head): Finding(AuditFinding.headUnknown, .fatal, ["head": head.description])
        }
    }
}
