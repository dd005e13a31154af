import Kernel

/// The findings of a file of any size: all are counted, the first of each code are kept.
struct FindingTally: Sendable {
    static let keptPerCode = 50
    private(set) var counts: [String: Int] = [:]
    private(set) var kept: [Finding] = []

    mutating func add(_ finding: Finding) {
        let count = counts[finding.code, default: 0] + 1
        counts[finding.code] = count
        if count <= FindingTally.keptPerCode { kept.append(finding) }
    }

    mutating func add(_ findings: [Finding]) {
        for finding in findings { add(finding) }
    }
}

extension [Finding] {
    /// A JSON array, as findings are stored.
    func json() throws -> String { try CanonicalJSON.string(self) }
}
