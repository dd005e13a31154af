import Kernel

/// Findings of an import, kept up to a limit for each code and table: a million infos about a million lost zeros help
/// nobody. What is left out is counted.
struct ImportNotes: Sendable {
    static let mostOfAKind = 1000

    private(set) var kept: [Finding] = []
    private var counts: [Kind: Int] = [:]

    private struct Kind: Hashable {
        let part: String
        let code: String
    }

    mutating func add(_ finding: Finding, part: String) {
        counts[Kind(part: part, code: finding.code), default: 0] += 1
        if counts[Kind(part: part, code: finding.code), default: 0] <= Self.mostOfAKind { kept.append(finding) }
    }

    /// For findings that were counted elsewhere: `findings` are the first of `count`.
    mutating func add(_ findings: [Finding], of count: Int, code: String, part: String) {
        counts[Kind(part: part, code: code), default: 0] += count
        kept += findings
    }

    /// All that is kept, then how much was left out.
    func findings(_ leftOut: (_ part: String, _ code: String, _ count: Int) -> Finding) -> [Finding] {
        let more = counts.filter { $0.value > Self.mostOfAKind }
            .sorted { ($0.key.part, $0.key.code) < ($1.key.part, $1.key.code) }
        return kept + more.map { leftOut($0.key.part, $0.key.code, $0.value - Self.mostOfAKind) }
    }
}
