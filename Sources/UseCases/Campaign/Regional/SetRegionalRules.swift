import Kernel
import Prophylaxis
import Register
import Store

/// Records the rules that the departments of a region share, in place of the former ones, which stay in the history
/// (PRO-141). Whoever acts for every department of the region: its regional delegate, or the national authority.
package struct SetRegionalRules: UseCase {
    package let intention = Intention.regionalRulesSet
    package let department: String? = nil
    package let region: String
    package let changes: ParameterChanges
    package let justification: String

    package init(region: String, changes: ParameterChanges, justification: String) {
        self.region = region
        self.changes = changes
        self.justification = justification
    }

    package func run(_ context: Context) async throws -> RegionalRules {
        guard !justification.isEmpty else { throw Refused(CampaignFinding.reasonMissing) }
        for department in try Region.requireDepartments(of: region)
        where !context.actor.scope.covers(department) {
            throw Refused(UseCaseFinding.outsideScope, ["department": department, "login": context.actor.login])
        }
        let rules = RegionalRules(region: region, values: try values(), reason: justification)
        let auditID = try await context.database.id()
        try await context.database.write { connection in
            let json = try CanonicalJSON.string(rules)
            try connection.record(
                SettingEntry(
                    department: RegionalRules.place(of: rules.region), name: RegionalRules.settingName,
                    valueJSON: json, justification: rules.reason, decided: (context.actor.login, context.now)))
            var entry = AuditEntry(
                id: auditID, at: context.now, actor: context.actor.login, role: context.actor.role.rawValue,
                intention: Intention.regionalRulesSet.rawValue)
            entry.subject = "setting:\(RegionalRules.place(of: rules.region)).\(RegionalRules.settingName)"
            entry.payload = try connection.putBlob(Array(json.utf8), mediaType: "application/json", at: context.now)
            try connection.audit(entry)
        }
        return rules
    }

    /// Checked as a campaign's own values are.
    private func values() throws -> [String: JSONValue] {
        let names = RegionalRules.entries.map(\.name)
        if let other = changes.changes.first(where: { !names.contains($0.entry.name) }) {
            throw Refused(
                CampaignFinding.notRegional, ["name": other.name, "names": names.joined(separator: ", ")])
        }
        _ = try CampaignParameters(department: "", prophylaxisYear: 2021).applying(changes)
        return Dictionary(changes.changes.compactMap { change in change.value.map { (change.entry.name, $0) } }) {
            $1
        }
    }
}

/// The rules that a region shares; nil while it shares none.
package struct ShowRegionalRules: UseCase {
    package let intention = Intention.campaignRead
    package let department: String? = nil
    package let region: String

    package init(region: String) { self.region = region }

    package func run(_ context: Context) async throws -> RegionalRules? {
        _ = try Region.requireDepartments(of: region)
        return try await context.database.read { try $0.regionalRules(of: region) }
    }
}

extension Region {
    /// - Throws: `Refused` for a code that is none.
    static func requireDepartments(of code: String) throws(Refused) -> [String] {
        guard let departments = departments(of: code) else {
            throw Refused(
                RegisterEditFinding.regionUnknown, ["value": code, "codes": codes.joined(separator: ", ")])
        }
        return departments
    }
}
