import Kernel
import Programmes

/// One rule of the book: what it is, where it comes from, and how to run it on a line of JSON.
package struct RuleEntry: Sendable {
    package let name: String
    package let version: Int
    package let sources: [LegalReference]
    package let text: RuleText
    /// The codes of the project's own that a decision may carry, by its field.
    package let codes: [RuleCodes]
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

    init<R: Rule>(_ rule: R.Type, _ text: RuleText) {
        name = R.name
        version = R.version
        sources = R.sources
        codes = R.codes
        self.text = text
        let defaults = RuleEntry.defaultParameters(of: rule)
        parameters = RuleEntry.rows(of: defaults)
        answerLine = { line in
            do throws(RuleLineFault) {
                return Answer(line: try RuleLine.decide(rule, defaults, line), erred: false)
            } catch {
                return Answer(line: RuleLine.refusal(of: line, error), erred: true)
            }
        }
    }

    /// The defaults as JSON.
    private static func defaultParameters<R: Rule>(of rule: R.Type) -> JSONValue {
        do {
            return try CanonicalJSON.decode(JSONValue.self, from: RuleLine.written(R.Parameters()))
        } catch {
            preconditionFailure("the parameters of rule \(R.name) cannot be read as JSON: \(error)")
        }
    }

    private static func rows(of defaults: JSONValue) -> [(name: String, defaultValue: String)] {
        guard case .object(let fields) = defaults else { return [] }
        return fields.sorted { $0.key < $1.key }.map { name, value in
            (name, String(decoding: RuleLine.written(value), as: UTF8.self))
        }
    }
}
