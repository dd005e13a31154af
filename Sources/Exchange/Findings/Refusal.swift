import Kernel

/// A whole file (or archive, or configuration) that cannot be used, with what was found.
package struct Refusal: Error, Sendable, Hashable {
    package let findings: [Finding]

    package init(_ findings: [Finding]) { self.findings = findings }

    /// One fatal finding.
    package init(_ code: ExchangeFinding, at place: Place?, _ facts: KeyValuePairs<String, String> = [:]) {
        findings = [Finding(code, .fatal, at: place, facts)]
    }
}
