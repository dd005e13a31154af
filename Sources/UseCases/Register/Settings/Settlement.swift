import Kernel
import Store

/// A decision on one of a department's settings, before its value is known: who takes it, when and why (PRO-13).
struct Settlement: Sendable {
    fileprivate let name: String
    fileprivate let department: String
    fileprivate let justification: String
    fileprivate let entry: Int64
    fileprivate let context: Context
}

extension Context {
    /// - Throws: `Refused` without a justification: the convention mentions it.
    func settlement(
        of name: String, in department: String, because justification: String
    ) async throws -> Settlement {
        guard justification.contains(where: { !$0.isWhitespace }) else {
            throw Refused(RegisterEditFinding.justificationMissing)
        }
        return Settlement(
            name: name, department: department, justification: justification, entry: try await database.id(),
            context: self)
    }
}

extension Connection {
    /// Records the value beside the former ones, and the audit entry with both value and justification.
    func settle(_ decision: Settlement, to json: String, _ intention: Intention) throws {
        let context = decision.context
        try record(
            SettingEntry(
                department: decision.department, name: decision.name, valueJSON: json,
                justification: decision.justification, decided: (context.actor.login, context.now)))
        var audit = context.registerEntry(
            decision.entry, intention, decision.department, subject: "setting:\(decision.name)")
        audit.details = [AuditDetail(subject: decision.justification, outcome: "set")]
        audit.payload = try putBlob(Array(json.utf8), mediaType: "application/json", at: context.now)
        try self.audit(audit)
    }
}
