/// What the rule book says of a rule, in one language. Names of fields and codes stay as the contract has them.
package struct RuleText: Sendable {
    /// One line, for the list.
    package let summary: String
    /// The rule in words, one clause a paragraph, in order of precedence.
    package let clauses: [String]
    /// Name → meaning and unit of each parameter.
    package let parameters: [String: String]
    /// Code → meaning, for every code of the project's own in a decision (reasons, comments).
    package let codes: [String: String]

    init(summary: String, clauses: [String], parameters: [String: String] = [:], codes: [String: String] = [:]) {
        self.summary = summary
        self.clauses = clauses
        self.parameters = parameters
        self.codes = codes
    }
}
