import Prophylaxis
import Testing

/// Every pair of results of one animal, and random herds, against the contract's sentence written out.
@Suite("result-count (blood): against an oracle")
struct BloodResultOracleTests {
    typealias Line = BloodResultTests.Line

    private static let interpretations: [String?] = [
        "NEG", "DTX", "POS", "POS_FBL", "POS_MOY", "POS_FOR", "ABS", "IN_ITPBLE", nil,
    ]
    private static let decisions: [String?] = ["NEG", "POS", nil]
    private static let results: [(String?, String?)] = interpretations.flatMap { code in decisions.map { (code, $0) } }

    private static func expected(_ lines: [Line]) -> [Int] {
        var names: [String] = []
        for line in lines where !names.contains(line.animal) { names.append(line.animal) }
        var columns = [0, 0, 0, 0, 0]
        for name in names {
            let own = lines.filter { $0.animal == name }
            let counted = own.map {
                $0.interpretation == "NEG" || $0.interpretation == "POS" ? $0.interpretation : $0.decision
            }
            let isOther = own.map { !["NEG", "POS", "IN_ITPBLE", nil].contains($0.interpretation) }
            if counted.contains("POS") {
                columns[0] += 1
                columns[1] += 1
            } else if counted.contains("NEG") {
                columns[0] += 1
            } else if isOther.contains(true) {
                columns[3] += 1
            } else {
                columns[2] += 1
            }
            if isOther.contains(true) { columns[4] += 1 }
        }
        return columns
    }

    @Test("PRO-298 PRO-299 decision 10: two results of one animal, all 729 pairs")
    func pairs() throws {
        for first in Self.results {
            for second in Self.results {
                let lines: [Line] = [("A", first.0, first.1), ("A", second.0, second.1)]
                #expect(BloodResultTests.columns(try BloodResultTests.count(lines)) == Self.expected(lines), "\(lines)")
            }
        }
    }

    @Test("PRO-298 PRO-299 decision 10: random herds, several results an animal, in any order", arguments: 0..<200)
    func herds(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let lines: [Line] = (0..<Int.random(in: 0...60, using: &generator)).compactMap { _ in
            guard let result = Self.results.randomElement(using: &generator) else { return nil }
            return ("A\(Int.random(in: 0..<25, using: &generator))", result.0, result.1)
        }
        #expect(BloodResultTests.columns(try BloodResultTests.count(lines)) == Self.expected(lines))
    }
}
