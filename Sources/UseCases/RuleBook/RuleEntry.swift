import FoundationEssentials
import Kernel
import Programmes

/// One rule of the book: what it is, where it comes from, and how to run it on a line of JSON.
package struct RuleEntry: Sendable {
    package let name: String
    package let version: Int
    package let sources: [LegalReference]
    /// Names and default values (as JSON) of the parameters, sorted by name.
    package let parameters: [(name: String, defaultValue: String)]
    private let answerLine: @Sendable ([UInt8]) -> Answer

    /// A line of output, without its newline.
    package struct Answer: Sendable {
        package let line: [UInt8]
        package let erred: Bool
    }

    /// Answers one line: a decision, or an error object in its place (contract `vigie rules`).
    package func answer(_ line: [UInt8]) -> Answer { answerLine(line) }

    init<R: Rule>(_ rule: R.Type) {
        name = R.name
        version = R.version
        sources = R.sources
        let defaults = RuleEntry.defaultParameters(of: rule)
        parameters = RuleEntry.rows(of: defaults)
        answerLine = { line in
            do {
                return Answer(line: try decide(rule, defaults, line), erred: false)
            } catch {
                return RuleEntry.refusal(of: line, error)
            }
        }
    }

    /// The defaults as JSON. Parameters are plain values: encoding them cannot fail, and a test walks all rules.
    private static func defaultParameters<R: Rule>(of rule: R.Type) -> JSONValue {
        do {
            return try CanonicalJSON.decode(JSONValue.self, from: CanonicalJSON.encode(R.Parameters()))
        } catch {
            preconditionFailure("the parameters of rule \(R.name) cannot be written as JSON: \(error)")
        }
    }

    private static func rows(of defaults: JSONValue) -> [(name: String, defaultValue: String)] {
        guard case .object(let fields) = defaults else { return [] }
        return fields.sorted { $0.key < $1.key }.compactMap { name, value in
            (try? CanonicalJSON.string(value)).map { (name, $0) }
        }
    }

    private static func refusal(of line: [UInt8], _ error: any Error) -> Answer {
        let fault: RuleLineFault =
            switch error {
            case let fault as RuleLineFault: fault
            case let error as DecodingError: RuleLineFault(error)
            default: .invalidJSON
            }
        let id = (try? CanonicalJSON.decode(LineID.self, from: line))?.id
        let refusal = Refusal(id: id, error: .init(code: fault.code, message: RuleTexts.message(of: fault)))
        return Answer(line: (try? CanonicalJSON.encode(refusal)) ?? [], erred: true)
    }
}

/// Decodes, decides and encodes one line.
private func decide<R: Rule>(_ rule: R.Type, _ defaults: JSONValue, _ line: [UInt8]) throws -> [UInt8] {
    let question = try CanonicalJSON.decode(Question<R.Facts>.self, from: line)
    var parameters = R.Parameters()
    if let overrides = question.parameters, overrides != .null {
        guard case .object = overrides else { throw RuleLineFault.invalidValue("parameters") }
        if let unknown = defaults.firstUnknownKey(in: overrides) { throw RuleLineFault.unknownParameter(unknown) }
        if let absurd = overrides.firstAbsurdNumber() { throw RuleLineFault.invalidValue("parameters." + absurd) }
        do {
            parameters = try CanonicalJSON.decode(
                R.Parameters.self, from: CanonicalJSON.encode(defaults.merged(with: overrides)))
        } catch let error as DecodingError {
            throw RuleLineFault.invalidParameter(error)
        }
    }
    do {
        return try CanonicalJSON.encode(Reply(id: question.id, decision: R.decide(question.facts, parameters)))
    } catch let fault as RuleFault {
        throw RuleLineFault.rule(fault)
    }
}

extension RuleLineFault {
    /// A parameter of the wrong type, named with its place under `parameters`.
    fileprivate static func invalidParameter(_ error: DecodingError) -> RuleLineFault {
        switch RuleLineFault(error) {
        case .missingField(let path), .invalidValue(let path): .invalidValue("parameters." + path)
        default: .invalidValue("parameters")
        }
    }
}

private struct LineID: Decodable { let id: String }

private struct Question<Facts: Decodable>: Decodable {
    let id: String
    let parameters: JSONValue?
    let facts: Facts

    enum CodingKeys: String, CodingKey { case id, parameters }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        id = try container.decode(String.self, forKey: .id)
        parameters = try container.decodeIfPresent(JSONValue.self, forKey: .parameters)
        facts = try Facts(from: decoder)
    }
}

private struct Reply<Decision: Encodable>: Encodable {
    let id: String
    let decision: Decision

    enum CodingKeys: String, CodingKey { case id }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try decision.encode(to: encoder)
    }
}

private struct Refusal: Encodable {
    struct Fault: Encodable {
        let code: String
        let message: String
    }
    let id: String?
    let error: Fault

    enum CodingKeys: String, CodingKey { case id, error }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(error, forKey: .error)
    }
}
