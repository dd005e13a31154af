import Kernel
import Prophylaxis
import Store

/// Records what the technical convention says; the former versions stay (PRO-12, PRO-13). The authority's alone.
package struct SetConvention: UseCase {
    package let intention = Intention.settingSet
    package let departmentCode: String
    /// The values of the file, over the convention as it stands.
    package let tree: JSONValue
    package let justification: String
    /// `ReadConvention.Outcome.stamp` of the version that the person saw, so that nobody's is lost unseen; nil: the one
    /// that stands, whichever it is.
    package let seen: String?

    package init(department: String, tree: JSONValue, justification: String, seen: String? = nil) {
        departmentCode = department
        self.tree = tree
        self.justification = justification
        self.seen = seen
    }

    package var department: String? { departmentCode }

    package func run(_ context: Context) async throws -> Convention {
        guard justification.contains(where: { !$0.isWhitespace }) else { throw Refused(CampaignFinding.reasonMissing) }
        let settlement = try await context.settlement(
            of: Convention.settingName, in: departmentCode, because: justification)
        return try await context.database.write { connection in
            let former = try connection.convention(department: departmentCode)
            guard try seen == nil || former.stamp == seen else {
                throw Refused(CampaignFinding.setupChanged, ["campaign": "la convention technique"])
            }
            let convention = try SetConvention.merge(tree, over: former)
            try connection.settle(settlement, to: CanonicalJSON.string(convention), intention)
            return convention
        }
    }

    /// Maps are replaced key by key, everything else as a whole.
    static func merge(_ tree: JSONValue, over former: Convention?) throws -> Convention {
        let base = try CanonicalJSON.decode(JSONValue.self, from: CanonicalJSON.encode(former ?? Convention()))
        guard case .object(let given) = tree else { throw Refused(CampaignFinding.conventionFile, ["field": "-"]) }
        let known = [
            "delegation", "delegatedDiseases", "laboratories", "quadripartite", "tripartite",
            "orderTransmissionDays", "orders", "classRules", "extraCampaigns", "vetListsDelegated",
            "farmersInformed", "rawMilkAccess", "mapDelegated", "linksDelegated", "retestPlanningDelegated",
            "outsideVisitsDelegated", "withheld",
        ]
        if let unknown = given.keys.sorted().first(where: { !known.contains($0) }) {
            throw Refused(CampaignFinding.conventionFile, ["field": unknown])
        }
        do {
            let merged = try CanonicalJSON.encode(base.merged(with: tree).withoutNothing(in: "laboratories"))
            return try CanonicalJSON.decode(Convention.self, from: merged)
        } catch let error as DecodingError {
            throw Refused(CampaignFinding.conventionFile, ["field": field(of: error)])
        }
    }

    private static func field(of error: DecodingError) -> String {
        let path: [any CodingKey] =
            switch error {
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
                context.codingPath
            case .keyNotFound(let key, let context): context.codingPath + [key]
            @unknown default: []
            }
        return path.map(\.stringValue).joined(separator: ".")
    }
}

extension JSONValue {
    /// A key of the map that was set to nothing is taken out.
    fileprivate func withoutNothing(in name: String) -> JSONValue {
        guard case .object(var fields) = self, case .object(let map)? = fields[name] else { return self }
        fields[name] = .object(map.filter { $0.value != .null })
        return .object(fields)
    }
}
