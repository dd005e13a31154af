import Prophylaxis
import Testing

@Suite("result-count (blood)")
struct BloodResultTests {
    typealias Line = (animal: String, interpretation: String?, decision: String?)

    static func count(_ lines: [Line]) throws -> BloodResultCount.Decision {
        let results = try lines.map { line in
            BloodResultCount.Result(
                animal: line.animal,
                interpretation: try line.interpretation.map { try #require(Interpretation(rawValue: $0)) },
                decision: try line.decision.map { try #require(ResultDecision(rawValue: $0)) })
        }
        return try BloodResultCount.decide(.init(results: results), .init())
    }

    private static let eightNegative: [Line] = (1...8).map { ("A\($0)", "NEG", nil) }

    @Test("EX-02 PRO-299: (a) IN_ITPBLE and no interpretation are uninterpretable; 8 of 10 tested is AA")
    func example2a() throws {
        let count = try Self.count(Self.eightNegative + [("A9", "IN_ITPBLE", nil), ("A10", nil, nil)])
        #expect(count.tested == 8)
        #expect(count.nonNegative == 0)
        #expect(count.uninterpretable == 2)
        #expect(count.awaitingDecision == 0)
        #expect(count.doubtfulSeen == 0)
        #expect(try StatusCase(.leukosis, requested: 10, count: count).status() == .administrativeAnomaly)
    }

    @Test("EX-02 PRO-298 AMB-09: (b) a decision counts for IN_ITPBLE, a doubtful result waits; 9 of 10 tested is SA")
    func example2b() throws {
        let count = try Self.count(Self.eightNegative + [("A9", "IN_ITPBLE", "NEG"), ("A10", "DTX", nil)])
        #expect(count.tested == 9)
        #expect(count.uninterpretable == 0)
        #expect(count.awaitingDecision == 1)
        #expect(count.doubtfulSeen == 1)
        #expect(try StatusCase(.leukosis, requested: 10, count: count).status() == .withoutAnomaly)
    }

    @Test(
        "EX-03 PRO-298: a decision never overrides NEG or POS, and stands for anything else",
        arguments: [("NEG", "POS", 0, "SA"), ("DTX", "POS", 1, "AS"), ("POS", "NEG", 1, "AS"), ("DTX", "NEG", 0, "SA")])
    func example3(interpretation: String, decision: String, nonNegative: Int, status: String) throws {
        let count = try Self.count([("A1", interpretation, decision)])
        #expect(count.tested == 1)
        #expect(count.nonNegative == nonNegative)
        #expect(try StatusCase(.leukosis, requested: 1, count: count).status().rawValue == status)
    }

    /// Interpretation, decision → tested, non-negative, uninterpretable, awaiting a decision, doubtful seen.
    @Test(
        "PRO-171 PRO-298 PRO-299 decision 1: every code alone",
        arguments: [
            ("NEG", nil, [1, 0, 0, 0, 0]), ("POS", nil, [1, 1, 0, 0, 0]), ("DTX", nil, [0, 0, 0, 1, 1]),
            ("POS_FBL", nil, [0, 0, 0, 1, 1]), ("POS_MOY", nil, [0, 0, 0, 1, 1]), ("POS_FOR", nil, [0, 0, 0, 1, 1]),
            ("ABS", nil, [0, 0, 0, 1, 1]), ("IN_ITPBLE", nil, [0, 0, 1, 0, 0]), (nil, nil, [0, 0, 1, 0, 0]),
            ("DTX", "NEG", [1, 0, 0, 0, 1]), ("DTX", "POS", [1, 1, 0, 0, 1]), ("POS_FBL", "NEG", [1, 0, 0, 0, 1]),
            ("IN_ITPBLE", "NEG", [1, 0, 0, 0, 0]), ("IN_ITPBLE", "POS", [1, 1, 0, 0, 0]),
            (nil, "NEG", [1, 0, 0, 0, 0]),
            (nil, "POS", [1, 1, 0, 0, 0]), ("ABS", "POS", [1, 1, 0, 0, 1]),
        ] as [(String?, String?, [Int])])
    func oneResult(interpretation: String?, decision: String?, expected: [Int]) throws {
        let count = try Self.count([("A1", interpretation, decision)])
        #expect(Self.columns(count) == expected)
    }

    @Test("PRO-225 decision 10: an animal counts once, whatever its plans and repeats")
    func animalsNotLines() throws {
        let lines: [Line] = [
            ("A1", "NEG", nil), ("A1", "NEG", nil), ("A1", "DTX", nil), ("A2", "IN_ITPBLE", nil), ("A2", "NEG", nil),
            ("A3", "NEG", nil), ("A3", "POS", nil), ("A3", "NEG", nil), ("A4", nil, nil), ("A4", "DTX", nil),
        ]
        #expect(Self.columns(try Self.count(lines)) == [3, 1, 0, 1, 2])
    }

    @Test("result-count: no result, no animal")
    func nothing() throws {
        #expect(Self.columns(try Self.count([])) == [0, 0, 0, 0, 0])
    }

    static func columns(_ count: BloodResultCount.Decision) -> [Int] {
        [count.tested, count.nonNegative, count.uninterpretable, count.awaitingDecision, count.doubtfulSeen]
    }
}
