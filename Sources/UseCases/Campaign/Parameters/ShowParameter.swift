import Kernel
import Prophylaxis
import Store

/// A parameter's value as one sees it on a page, to be compared with what stands when it is changed.
package enum ParameterStamp {
    static func of(_ name: String, _ parameters: CampaignParameters) throws -> String {
        let value = try parameters.json().value(at: name) ?? .null
        let text = try CanonicalJSON.string(value) + "|" + (parameters.justifications[name] ?? "")
        return String(ContentDigest(of: Array(text.utf8)).hex.prefix(16))
    }
}

/// One parameter of a campaign with what was decided on it before (PRO-13, PRO-15).
package struct ShowParameter: UseCase {
    package struct Decision: Sendable {
        /// UTC, ISO 8601.
        package let at: String
        package let by: String
        /// Of one key of a map: which.
        package let key: String?
        package let value: String
        package let reason: String
    }

    package struct View: Sendable {
        package let campaign: String
        package let line: ShowCampaign.Line
        package let entry: ParameterEntry
        /// As the form takes it; of a map, by key.
        package let typed: [String: String]
        package let justification: String
        package let stamp: String
        package let decisions: [Decision]
        /// The campaign runs: a change says why it cannot wait.
        package let isRunning: Bool
        package let isClosed: Bool
    }

    package let intention = Intention.campaignRead
    package let selector: CampaignSelector
    let name: String

    package init(selector: CampaignSelector, name: String) { (self.selector, self.name) = (selector, name) }

    package var department: String? { selector.department }

    /// - Throws: `Refused` for a name that is none.
    package func run(_ context: Context) async throws -> View {
        guard let (entry, key) = ParameterCatalogue.entry(named: name), key == nil else {
            throw Refused(CampaignFinding.parameterUnknown, ["name": name])
        }
        let shown = try await ShowCampaign(selector: selector).run(context)
        guard let line = shown.groups.flatMap(\.lines).first(where: { $0.name == name }) else {
            throw Refused(CampaignFinding.parameterUnknown, ["name": name])
        }
        let (useCase, parameters) = (self, shown.parameters)
        let (campaign, decisions) = try await context.database.read { connection in
            let campaign = try useCase.selector.find(in: connection)
            return (campaign, try connection.settings(of: campaign, parameter: useCase.name))
        }
        let prefix = "campaign.\(campaign.id).\(name)"
        let value = try parameters.json().value(at: name) ?? .null
        return View(
            campaign: campaign.title, line: line, entry: entry, typed: ShowParameter.typed(value),
            justification: parameters.justifications[name] ?? "", stamp: try ParameterStamp.of(name, parameters),
            decisions: try decisions.map { decision in
                let key = decision.name.dropFirst(prefix.count + 1)
                let value = try CanonicalJSON.decode(JSONValue.self, from: decision.valueJSON.utf8)
                return Decision(
                    at: decision.decidedAt, by: decision.decidedBy, key: key.isEmpty ? nil : String(key),
                    value: value == .null ? "—" : ParameterWords.text(of: value, entry.format),
                    reason: decision.justification)
            },
            isRunning: campaign.state == .executed
                || (campaign.startsOn <= context.today && context.today <= campaign.endsOn),
            isClosed: campaign.state == .closed)
    }

    /// The value as a person types it; of a map, one text a key; otherwise under the empty key.
    static func typed(_ value: JSONValue) -> [String: String] {
        guard case .object(let fields) = value else { return ["": text(value)] }
        return fields.mapValues(text)
    }

    private static func text(_ value: JSONValue) -> String {
        switch value {
        case .integer(let number): String(number)
        case .string(let text): text
        case .array(let values): values.map(text).joined(separator: ", ")
        default: ""
        }
    }
}
