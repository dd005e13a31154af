import Kernel
import Store

extension Context {
    /// The entry of one intention on a campaign; the caller adds details and writes it in its transaction.
    func entry(_ id: Int64, _ intention: Intention, _ campaign: CampaignRow, subject: String? = nil) -> AuditEntry {
        var entry = AuditEntry(
            id: id, at: now, actor: actor.login, role: actor.role.rawValue, intention: intention.rawValue)
        entry.department = campaign.department
        entry.subject = subject ?? "campaign:\(campaign.id)"
        return entry
    }
}

extension Connection {
    /// Writes the entry with the campaign's parameters as its payload: every version of them stays (PRO-15).
    func audit(_ entry: AuditEntry, parametersOf campaign: CampaignRow, at now: String) throws {
        var entry = entry
        entry.payload = try putBlob(
            Array(campaign.parametersJSON.utf8), mediaType: "application/json", at: now)
        try audit(entry)
    }
}
