import Kernel
import Programmes

/// One line of `vigie rules run`: read, decided, written.
enum RuleLine {
    /// The answer to a line that can be read and decided.
    static func decide<R: Rule>(_ rule: R.Type, _ defaults: JSONValue, _ line: [UInt8]) throws(RuleLineFault) -> [UInt8]
    {
        guard JSONSyntax.isObject(line) else { throw .invalidJSON }
        let question = try read(Question<R.Facts>.self, from: line) { RuleLineFault($0, in: line) }
        let parameters = try parameters(of: rule, defaults, question.parameters)
        do throws(RuleFault) {
            return written(Reply(id: question.id, decision: try R.decide(question.facts, parameters)))
        } catch {
            throw .rule(error)
        }
    }

    /// The error object that stands in a line's place. Its id is null where the line has none that can be read.
    static func refusal(of line: [UInt8], _ fault: RuleLineFault) -> [UInt8] {
        let id = (try? CanonicalJSON.decode(LineID.self, from: line))?.id
        return written(Refusal(id: id, error: .init(code: fault.code, message: RuleLineTexts.message(of: fault))))
    }

    /// The rule's parameters: its defaults, but for what the line overrides.
    private static func parameters<R: Rule>(
        of rule: R.Type, _ defaults: JSONValue, _ overrides: JSONValue?
    ) throws(RuleLineFault) -> R.Parameters {
        guard let overrides, overrides != .null else { return R.Parameters() }
        guard case .object = overrides else { throw .invalidValue("parameters") }
        if let unknown = defaults.firstUnknownKey(in: overrides) { throw .unknownParameter(unknown) }
        if let absurd = overrides.firstPath(where: \.isNoParameter) { throw .invalidValue("parameters." + absurd) }
        return try read(R.Parameters.self, from: written(defaults.merged(with: overrides))) { .invalidParameter($0) }
    }

    private static func read<Value: Decodable>(
        _ type: Value.Type, from line: [UInt8], orElse fault: (any Error) -> RuleLineFault
    ) throws(RuleLineFault) -> Value {
        do {
            return try CanonicalJSON.decode(type, from: line)
        } catch {
            throw fault(error)
        }
    }

    /// A value of ours as JSON. They are plain (texts, integers, codes), so that writing them cannot fail.
    static func written(_ value: some Encodable) -> [UInt8] {
        do {
            return try CanonicalJSON.encode(value)
        } catch {
            preconditionFailure("a rule's own value cannot be written as JSON: \(error)")
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

    /// Written out, since the id of the contract is null rather than absent.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(error, forKey: .error)
    }
}
