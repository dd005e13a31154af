/// Something worth telling a person about what they sent or asked: stable code, severity, place, facts.
///
/// A finding is a value, never prose: the text catalogue turns code and facts into a sentence with the way out,
/// in the reader's language. The codes of a module are the cases of one enum, so that a test can walk them all.
package struct Finding: Hashable, Sendable, Codable {
    package enum Severity: String, Sendable, Codable, CaseIterable, Comparable {
        /// Told, nothing to do.
        case info
        /// Counts, but someone should look.
        case warning
        /// This line or object does not count; the rest does.
        case refused
        /// Nothing of the file counts.
        case fatal

        package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
        private var rank: Int { Severity.allCases.firstIndex(of: self) ?? 0 }
    }

    /// One named fact, in the order in which a sentence would use it.
    package struct Fact: Hashable, Sendable, Codable {
        package let name: String
        package let value: String
        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    package let code: String
    package let severity: Severity
    package var place: Place?
    package let facts: [Fact]

    package init(
        _ code: some FindingCode, _ severity: Severity, at place: Place? = nil,
        _ facts: KeyValuePairs<String, String> = [:]
    ) {
        self.code = code.rawValue
        self.severity = severity
        self.place = place
        self.facts = facts.map { Fact($0.key, $0.value) }
    }

    /// The same with facts that are not known where the program is written.
    package init(_ code: some FindingCode, _ severity: Severity, at place: Place? = nil, facts: [Fact]) {
        self.code = code.rawValue
        self.severity = severity
        self.place = place
        self.facts = facts
    }

    package subscript(_ name: String) -> String? { facts.first { $0.name == name }?.value }
}

/// The closed list of findings of one module: `enum RegisterFinding: String, FindingCode`.
/// Raw values are kebab-case and stable once published.
package protocol FindingCode: RawRepresentable<String>, CaseIterable, Sendable {}

/// Where in a file something was found. Lines and columns count from 1; a column may also be known by its name.
package struct Place: Hashable, Sendable, Codable {
    package var file: String?
    package var line: Int?
    package var column: String?

    package init(file: String? = nil, line: Int? = nil, column: String? = nil) {
        self.file = file
        self.line = line
        self.column = column
    }
}
