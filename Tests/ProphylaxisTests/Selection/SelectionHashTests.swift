import Kernel
import Prophylaxis
import Testing

/// The expected values come from Python, from the formula of the contract and nothing else:
///
///     M = (1 << 64) - 1
///     def h(seed, animal):
///         x = 0xcbf29ce484222325
///         for b in animal.encode("utf-8"): x = ((x ^ b) * 0x100000001b3) & M
///         z = (x + seed * 0x9e3779b97f4a7c15) & M
///         z = ((z ^ z >> 30) * 0xbf58476d1ce4e5b9) & M
///         z = ((z ^ z >> 27) * 0x94d049bb133111eb) & M
///         return z ^ z >> 31
@Suite("sampling-selection: what the law leaves to chance")
struct SelectionHashTests {
    @Test(
        "PRO-130: the documented hash of seed and animal",
        arguments: [
            (0, "", 0xf52a_15e9_a9b5_e89b), (0, "a", 0x02c0_bdbf_4814_20f8), (1, "a", 0x5f29_c2aa_dd9b_8527),
            (0, "FR9900000001", 0x9314_5105_01c0_4a9e), (1, "FR9900000001", 0x4117_9e7f_cc64_0b20),
            (42, "FR9900000001", 0x0298_a796_5fa2_1cd5), (42, "FR9900000002", 0xbfac_bf06_34df_31b7),
            (9_223_372_036_854_775_807, "FR9912345678", 0x533f_6f68_cf8b_6ce2), (7, "bœuf é", 0xa09c_e283_4229_989f),
            (123_456_789, "BE12-34 ", 0xf7fa_8270_58ad_1fc4),
        ] as [(UInt64, String, UInt64)])
    func hash(seed: UInt64, animal: String, expected: UInt64) {
        #expect(SelectionHash.value(seed: seed, animal: animal) == expected)
    }

    /// `sorted(animals, key=lambda a: (h(seed, a), a.encode()))` of the same program.
    @Test(
        "PRO-130: equal cattle are ordered by the hash",
        arguments: [
            (1, ["A12", "A13", "A10", "A5", "A11", "A9", "A4"]), (2, ["A11", "A5", "A12", "A9", "A10", "A4", "A13"]),
            (2020, ["A10", "A9", "A4", "A11", "A12", "A5", "A13"]),
        ] as [(UInt64, [String])])
    func order(seed: UInt64, expected: [String]) throws {
        let herd = ["A4", "A5", "A9", "A10", "A11", "A12", "A13"].map {
            SamplingSelection.Candidate.female($0, "2016-02-01")
        }
        #expect(try select(herd, seed: seed).selected.map(\.animal) == expected)
    }

    @Test("PRO-130: the order of the input never matters")
    func shuffled() throws {
        var generator = SeededGenerator(seed: 11)
        let herd = cows(180) + [.male("M", "2015-01-01"), .female("N", "2015-01-01", entered: "2020-10-01")]
        let first = try select(herd, seed: 5, already: ["FR990000001003", "FR990000001009"])
        for _ in 0..<50 {
            let again = try select(
                herd.shuffled(using: &generator), seed: 5, already: ["FR990000001009", "FR990000001003"])
            #expect(again.selected == first.selected)
        }
    }

    @Test("PRO-130: another seed draws other animals, the same seed the same")
    func seeds() throws {
        let draws = try (0..<20).map { try select(cows(100), seed: $0).selected.map(\.animal) }
        #expect(Set(draws).count == 20)
        #expect(try select(cows(100), seed: 7).selected.map(\.animal) == draws[7])
    }

    @Test("sampling-selection: seeds go from 0 to 2^63 − 1")
    func seedLimits() throws {
        #expect(try select(cows(1), seed: 0).selected.count == 1)
        #expect(try select(cows(1), seed: 9_223_372_036_854_775_807).selected.count == 1)
        #expect(throws: (any Error).self) { try select(cows(1), seed: 9_223_372_036_854_775_808) }
    }
}
