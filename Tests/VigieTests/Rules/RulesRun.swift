import Foundation
import TestSupport
import Testing

/// `vigie rules run`, and its answers read back.
struct RulesRun {
    let outcome: ProcessOutcome

    init(_ rule: String, _ input: [UInt8]) async throws {
        outcome = try await VigieProgram.run(["rules", "run", rule], input: input)
    }

    init(_ rule: String, _ input: String) async throws { try await self.init(rule, Array(input.utf8)) }

    /// One answer a line, as its fields: name → value in canonical JSON.
    var answers: [[String: String]] { get throws { try outcome.lines.map(RulesRun.fields) } }

    var ids: [String?] { get throws { try answers.map { $0["id"] } } }

    var codes: [String?] {
        get throws { try answers.map { try $0["error"].map { try RulesRun.fields($0)["code"] ?? "" } } }
    }

    static func fields(_ json: String) throws -> [String: String] {
        let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        return try #require(object, "not an object: \(json)").mapValues { value in
            let data = try JSONSerialization.data(
                withJSONObject: value, options: [.fragmentsAllowed, .sortedKeys, .withoutEscapingSlashes])
            return String(decoding: data, as: UTF8.self)
        }
    }
}

/// A herd of the orientation rule: five beef females or fewer give `dairy`, more give `mixed`.
func herdLine(_ id: String, beef: Int = 5) -> String {
    #"{"id":"\#(id)","beefFemales":\#(beef),"dairyFemales":100}"#
}
