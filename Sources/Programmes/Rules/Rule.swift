import Kernel

/// A rule of law as a pure function: facts and parameters in, decision with its reasons out.
///
/// A rule never reads a clock, a file or a table, so that anyone can run it again and get the same answer:
/// `vigie rules run NAME` does just that (contract `vigie rules`). Facts, parameters and decision are `Codable`
/// with the field names of that contract; the same JSON is what an issued document keeps of its facts.
package protocol Rule: Sendable {
    associatedtype Facts: Codable & Sendable
    associatedtype Parameters: RuleParameters
    associatedtype Decision: Codable & Sendable

    /// Stable name, kebab-case.
    static var name: String { get }
    /// Raised whenever the same facts may give another decision; stored with every official decision.
    static var version: Int { get }
    /// The paragraphs it comes from, the main one first.
    static var sources: [LegalReference] { get }
    /// Every code of the project's own that a decision may carry, stable once published; none unless a rule says so.
    static var codes: [RuleCodes] { get }

    /// Decides. Throws a `RuleFault` when the facts break the rule's preconditions, and for nothing else.
    static func decide(_ facts: Facts, _ parameters: Parameters) throws(RuleFault) -> Decision
}

extension Rule {
    package static var codes: [RuleCodes] { [] }
}

/// The codes that one field of a decision may hold.
package struct RuleCodes: Sendable {
    package let field: String
    package let codes: [String]

    package init<Code: CaseIterable & RawRepresentable<String>>(_ field: String, _ type: Code.Type) {
        self.field = field
        codes = type.allCases.map(\.rawValue)
    }
}

/// The numbers of the law as named parameters with the law's values as defaults.
package protocol RuleParameters: Codable, Sendable {
    init()
}

/// For rules whose law leaves nothing to set.
package struct NoParameters: RuleParameters {
    package init() {}
}
