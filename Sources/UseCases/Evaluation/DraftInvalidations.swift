import Kernel
import Prophylaxis
import Store

/// The draft of an invalidation: a report that later results contradict, and the reason as it could stand on it.
package struct InvalidationDraft: Sendable, Hashable, Codable {
    package let report: String
    package let version: Int
    package let value: String
    package let intervention: String
    package let evaluations: [String: String]
    package let reason: String
}

/// Drafts an invalidation for every report of a campaign that a later result contradicts (decision 3, PRO-276). Nothing
/// is changed: the inspector reads the draft, corrects it and invalidates, or closes the alert with a reason.
package struct DraftInvalidations: UseCase {
    package let intention = Intention.reportInvalidate
    package let campaign: CampaignSelector
    /// One report; nil: all that are contradicted.
    package let report: String?

    package init(campaign: CampaignSelector, report: String? = nil) {
        self.campaign = campaign
        self.report = report
    }

    package var department: String? { campaign.department }

    package func run(_ context: Context) async throws -> [InvalidationDraft] {
        let (selector, report) = (campaign, report)
        return try await context.database.read { connection in
            let campaign = try selector.find(in: connection)
            if let report, try connection.report(number: report)?.campaign != campaign.id {
                throw Refused(EvaluationFinding.reportUnknown, ["report": report])
            }
            return try InvalidationDraft.drafts(of: connection.contradictions(campaign: campaign.id, report: report))
        }
    }
}

extension InvalidationDraft {
    static func drafts(of contradictions: [ReportContradiction]) throws -> [InvalidationDraft] {
        try Dictionary(grouping: contradictions, by: \.report).sorted { $0.key < $1.key }.compactMap { number, group in
            guard let first = group.first else { return nil }
            let evaluations = try CanonicalJSON.decode([String: String].self, from: first.evaluations.utf8)
            let parts = try group.map { try $0.sentence(evaluated: evaluations[$0.disease]) }
            return InvalidationDraft(
                report: number, version: first.version, value: first.value, intervention: first.intervention,
                evaluations: evaluations, reason: "Résultat postérieur au rapport. " + parts.joined(separator: " "))
        }
    }
}

extension ReportContradiction {
    /// `BRU (évaluée A) : FR9900010000, POS au lieu de NEG, depuis le 5 janvier 2021.`
    fileprivate func sentence(evaluated: String?) throws -> String {
        let facts = try CanonicalJSON.decode(JSONValue.self, from: facts.utf8)
        func fact(_ name: String) -> String? {
            guard case .object(let fields) = facts, case .string(let text)? = fields[name], !text.isEmpty else {
                return nil
            }
            return text
        }
        var words = [subject]
        if let count = fact("nonNegative") { words.append("\(count) bovin(s) non négatif(s)") }
        switch (fact("interpretation"), fact("was")) {
        case (let now?, let was?): words.append("\(now) au lieu de \(was)")
        case (let now?, nil): words.append(now)
        case (nil, let was?): words.append("\(was) retiré")
        case (nil, nil): break
        }
        let value = evaluated.map { " (évaluée \($0))" } ?? ""
        return "\(disease.isEmpty ? "Maladie" : disease)\(value) : \(words.joined(separator: ", ")), "
            + "depuis le \(since.french)."
    }
}
