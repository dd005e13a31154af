import Programmes
import Prophylaxis
import Testing

@Suite("tuberculin-count")
struct TuberculinCountTests {
    typealias Descriptors = TuberculinCount.Descriptors

    /// Tested, non-negative, consistent.
    struct Columns: Equatable {
        let tested: Int
        let nonNegative: Int
        let consistent: Bool

        init(_ tested: Int, _ nonNegative: Int, _ consistent: Bool = true) {
            (self.tested, self.nonNegative, self.consistent) = (tested, nonNegative, consistent)
        }
    }

    static func count(_ descriptors: Descriptors) throws -> Columns {
        let decision = try TuberculinCount.decide(.init(descriptors: descriptors), .init())
        return Columns(decision.tested, decision.nonNegative, decision.consistent)
    }

    private static func count(_ fill: (inout Descriptors) -> Void) throws -> Columns {
        var descriptors = Descriptors()
        fill(&descriptors)
        return try count(descriptors)
    }

    @Test(
        "EX-11 PRO-301: NTIDC of 60 requested, all negative: status to the letter",
        arguments: [(60, .withoutAnomaly), (59, .withoutAnomaly), (54, .withoutAnomaly), (53, .administrativeAnomaly)]
            as [(Int, Status)])
    func example11(tested: Int, status: Status) throws {
        let columns = try Self.count { ($0.testedComparative, $0.negativeComparative) = (tested, tested) }
        #expect(columns == Columns(tested, 0))
        #expect(try StatusCase(.tuberculosis, requested: 60, tested: columns.tested).status() == status)
    }

    @Test("EX-12 PRO-229 PRO-301: (a) NNIDSN alone stands for the number tested; (b) NAPDIDCTUB, (c) NADIDS raise AS")
    func example12() throws {
        let negativesOnly = try Self.count { $0.negativeSimple = 58 }
        #expect(negativesOnly == Columns(58, 0))
        let comparative = try Self.count {
            ($0.testedComparative, $0.negativeComparative, $0.smallDoubtfulComparative) = (60, 58, 2)
        }
        #expect(comparative == Columns(60, 2))
        let simple = try Self.count { ($0.testedSimple, $0.doubtfulSimple) = (60, 1) }
        #expect(simple == Columns(60, 1))
        let statuses = try [negativesOnly, comparative, simple].map { columns in
            var skin = StatusCase(.tuberculosis, requested: 60, tested: columns.tested)
            skin.nonNegative = columns.nonNegative
            return try skin.status()
        }
        #expect(statuses == [.withoutAnomaly, .sanitaryAnomaly, .sanitaryAnomaly])
    }

    @Test("PRO-301 PRO-312: each NP and NA descriptor is a non-negative, each NN a negative")
    func everyDescriptor() throws {
        let nonNegative: [WritableKeyPath<Descriptors, Int?>] = [
            \.doubtfulSimple, \.positiveSimple, \.largeDoubtfulComparative, \.smallDoubtfulComparative,
            \.positiveComparative,
        ]
        for descriptor in nonNegative { #expect(try Self.count { $0[keyPath: descriptor] = 3 } == Columns(0, 3)) }
        #expect(try Self.count { $0.negativeSimple = 3 } == Columns(3, 0))
        #expect(try Self.count { $0.negativeComparative = 3 } == Columns(3, 0))
    }

    @Test("contract over AMB-36: each method by itself, then the sum")
    func perMethod() throws {
        #expect(try Self.count { ($0.testedComparative, $0.negativeSimple) = (60, 58) } == Columns(118, 0))
        #expect(try Self.count { ($0.testedComparative, $0.testedSimple) = (60, 58) } == Columns(118, 0))
    }

    @Test("PRO-301: nothing filled is nothing tested; a zero is filled")
    func emptyAndZero() throws {
        #expect(try Self.count { _ in } == Columns(0, 0))
        #expect(try Self.count { ($0.testedSimple, $0.negativeSimple) = (0, 5) } == Columns(0, 0, false))
    }

    @Test(
        "decision 21: a number tested is consistent from its method's negatives and non-negatives on",
        arguments: 58...62)
    func consistency(tested: Int) throws {
        let columns = try Self.count {
            ($0.testedComparative, $0.negativeComparative) = (tested, 57)
            ($0.largeDoubtfulComparative, $0.smallDoubtfulComparative, $0.positiveComparative) = (1, 1, 1)
            ($0.testedSimple, $0.negativeSimple) = (100, 1)
        }
        #expect(columns == Columns(tested + 100, 3, tested >= 60), "the other method does not make up for it")
    }

    @Test("tuberculin-count: a negative descriptor is refused")
    func negative() {
        #expect(throws: RuleFault.self) { try Self.count { $0.positiveComparative = -1 } }
    }

    @Test("PRO-301: the rule agrees with the contract's sentence on all 19,683 fillings of absent, 0 and 3")
    func agreesWithOracle() throws {
        let values: [Int?] = [nil, 0, 3]
        for number in 0..<19_683 {
            var digits = number
            let filled: [Int?] = (0..<9).map { _ in
                defer { digits /= 3 }
                return values[digits % 3]
            }
            var given = Descriptors()
            (given.testedSimple, given.negativeSimple, given.doubtfulSimple) = (filled[0], filled[1], filled[2])
            (given.positiveSimple, given.testedComparative) = (filled[3], filled[4])
            (given.negativeComparative, given.largeDoubtfulComparative) = (filled[5], filled[6])
            (given.smallDoubtfulComparative, given.positiveComparative) = (filled[7], filled[8])
            #expect(try Self.count(given) == expected(simple: filled[0...3], comparative: filled[4...8]), "\(filled)")
        }
    }

    /// Each method: NT, NN, then its NA and NP.
    private func expected(simple: ArraySlice<Int?>, comparative: ArraySlice<Int?>) -> Columns {
        var (tested, nonNegative, consistent) = (0, 0, true)
        for method in [Array(simple), Array(comparative)] {
            var others = 0
            for value in method.dropFirst(2) { others += value ?? 0 }
            nonNegative += others
            if let number = method[0] {
                tested += number
                if number < (method[1] ?? 0) + others { consistent = false }
            } else {
                tested += method[1] ?? 0
            }
        }
        return Columns(tested, nonNegative, consistent)
    }
}
