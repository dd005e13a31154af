import Kernel

/// A line or record that does not count, kept with what was said of it, to be corrected and replayed.
package struct RefusedLine: Sendable, Hashable, Codable {
    /// Line in its file, from 1; the first one of a record over several lines.
    package let line: Int
    /// The line as it came, decoded, without its line end; only its first bytes where `isCut`.
    package let raw: String
    package let isCut: Bool
    package let findings: [Finding]

    package init(line: Int, raw: String, isCut: Bool = false, findings: [Finding]) {
        self.line = line
        self.raw = raw
        self.isCut = isCut
        self.findings = findings
    }
}

/// How many lines of a file were what. Every physical line is counted exactly once:
/// `lines == header + accepted + refused + blank + continuation`.
package struct LineCounts: Sendable, Hashable, Codable {
    package var lines = 0
    package var header = 0
    package var accepted = 0
    package var refused = 0
    package var blank = 0
    /// Lines inside a quoted field that spans several.
    package var continuation = 0

    package init() {}

    package var areComplete: Bool { lines == header + accepted + refused + blank + continuation }
    /// Rows of data, accepted or refused.
    package var rows: Int { accepted + refused }
}
