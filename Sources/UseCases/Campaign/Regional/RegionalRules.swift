import Kernel
import Prophylaxis
import Register
import Store

/// The rules of editing and editing again that the departments of a region share (7.4.4, PRO-141).
package struct RegionalRules: Codable, Sendable, Hashable {
    /// INSEE code of the region.
    package let region: String
    /// Parameter name → value; what is not in it is the department's.
    package let values: [String: JSONValue]
    /// The regional decision, as campaigns show it.
    package let reason: String

    static let settingName = "regional-rules"

    /// The parameters that may be shared: those of the documents that are no department's own by nature.
    package static let entries = ParameterCatalogue.entries.filter { $0.criterion == .documents && !$0.isLocal }

    /// Parameter name → value as a person types it.
    package var typed: [String: String] { values.compactMapValues { ShowParameter.typed($0)[""] } }

    /// Where the settings of a region are kept: no department has such a code.
    static func place(of region: String) -> String { "R\(region)" }
}

extension Connection {
    /// The rules of the region that a department is in; nil while it shares none.
    func regionalRules(forDepartment department: String) throws -> RegionalRules? {
        try Region.code(of: department).flatMap { try regionalRules(of: $0) }
    }

    func regionalRules(of region: String) throws -> RegionalRules? {
        try settingHistory(department: RegionalRules.place(of: region), name: RegionalRules.settingName).first.map {
            try CanonicalJSON.decode(RegionalRules.self, from: $0.valueJSON.utf8)
        }
    }
}

extension CampaignParameters {
    /// These parameters with the region's rules where the department has no value of its own: one that departs from the
    /// national value, or has its own justification. What the region shares no more goes back to the national value.
    func taking(_ rules: RegionalRules?) throws -> CampaignParameters {
        let departing = Set(try deviations().map(\.entry.name))
        let national = try CampaignParameters(department: department, prophylaxisYear: prophylaxisYear).json()
        var parameters = self
        for entry in RegionalRules.entries {
            let isRegional = regional[entry.name] != nil
            let isOwn = !isRegional && (departing.contains(entry.name) || !(justifications[entry.name] ?? "").isEmpty)
            guard !isOwn, let value = rules?.values[entry.name] ?? (isRegional ? national.value(at: entry.name) : nil)
            else { continue }
            var changes = ParameterChanges()
            changes.changes = [ParameterChange(entry: entry, key: nil, value: value)]
            parameters = try parameters.applying(changes)
            let isShared = rules?.values[entry.name] != nil
            parameters.regional[entry.name] = isShared ? rules?.region : nil
            parameters.justifications[entry.name] = isShared ? rules?.reason : nil
        }
        return parameters
    }
}
