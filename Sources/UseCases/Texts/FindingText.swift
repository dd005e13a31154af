import Kernel

/// What a finding says to a person: a sentence, and what to do about it. `{name}` stands for the fact of that name.
package struct FindingText: Sendable {
    package let sentence: String
    /// For pages and programs: names what they name, never a command or an option.
    package let wayOut: String
    /// For the command line, where it differs.
    private let wayOutAtTerminal: String?

    package init(_ sentence: String, wayOut: String, atTerminal: String? = nil) {
        self.sentence = sentence
        self.wayOut = wayOut
        wayOutAtTerminal = atTerminal
    }

    package var atTerminal: String { wayOutAtTerminal ?? wayOut }

    /// The text with the facts filled in, codes in words. A placeholder without its fact stays visible as `{name}`.
    package func filled(with finding: Finding) -> FindingText {
        let facts = finding.facts.map { (name: $0.name, words: FactWords.french($0, of: finding.code)) }
        func fill(_ template: String) -> String {
            facts.reduce(template) { $0.replacing("{\($1.name)}", with: $1.words) }
        }
        return FindingText(fill(sentence), wayOut: fill(wayOut), atTerminal: wayOutAtTerminal.map(fill))
    }
}

/// The catalogue of findings. French first; another language is another list of the same codes.
package enum FindingTexts {
    /// The text of a finding, filled in. A code without text shows itself and its facts: nothing is hidden.
    package static func text(of finding: Finding) -> FindingText {
        if let text = french[finding.code] { return text.filled(with: finding) }
        let facts = finding.facts.map { "\($0.name) = \($0.value)" }.joined(separator: ", ")
        return FindingText("\(finding.code) (\(facts))", wayOut: "")
    }

    package static func hasText(for code: String) -> Bool { french[code] != nil }

    private static let french: [String: FindingText] = [
        FrenchFindings.kernel, FrenchFindings.useCases, FrenchFindings.store, FrenchFindings.exchange,
        FrenchFindings.register, FrenchFindings.campaign, FrenchFindings.sampling, FrenchFindings.results,
        FrenchFindings.evaluation, FrenchFindings.closing, FrenchFindings.letters, FrenchFindings.serum,
        FrenchFindings.audit, FrenchFindings.signIn, FrenchFindings.own, FrenchFindings.api, FrenchFindings.job,
        FrenchFindings.server, FrenchFindings.webhook, FrenchFindings.notices, FrenchFindings.forms,
        FrenchFindings.laboratories,
    ].reduce(into: [:]) { all, part in all.merge(part) { first, _ in first } }
}

/// The French texts, one file for each area.
enum FrenchFindings {}
