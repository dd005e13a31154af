import Testing
import UseCases

/// One answer of the rule book, read back.
struct RuleBookAnswer {
    let fields: [String: JSONValue]
    let erred: Bool

    init(_ rule: String, _ line: String) throws { try self.init(rule, Array(line.utf8)) }

    init(_ rule: String, _ line: [UInt8]) throws {
        let answer = try #require(RuleBook.entry(named: rule)).answer(line)
        guard case .object(let fields) = try CanonicalJSON.decode(JSONValue.self, from: answer.line) else {
            throw NotAnObject()
        }
        (self.fields, erred) = (fields, answer.erred)
    }

    struct NotAnObject: Error {}

    private var error: [String: JSONValue]? {
        guard case .object(let error)? = fields["error"] else { return nil }
        return error
    }

    /// The error code; nil for a decision.
    var code: String? { error?["code"]?.text }
    var message: String? { error?["message"]?.text }
    var id: String? { fields["id"]?.text }
}

extension JSONValue {
    var text: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }
}
