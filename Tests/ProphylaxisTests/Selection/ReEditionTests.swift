import Kernel
import Programmes
import Prophylaxis
import Testing

@Suite("sampling-selection: re-edition")
struct ReEditionTests {
    typealias Candidate = SamplingSelection.Candidate

    /// Twelve eligible animals and a heifer of 23 months on 15 November.
    private static let herd: [Candidate] =
        (1...12).map { Candidate.female("A\($0)", "2016-02-01") } + [.female("heifer", "2018-11-16", sampled: true)]

    @Test(
        "EX-18 PRO-126 (by the contract): a month later none present is lost, the heifer comes in, the one gone is gone"
    )
    func example18() throws {
        let first = try select(Self.herd, on: "2020-11-15").selected.map(\.animal)
        #expect(first.count == 10)
        let gone = try #require(first.last)
        let remaining = Self.herd.filter { $0.animal != gone }
        let second = try select(remaining, on: "2020-12-15", already: first)
        let animals = second.selected.map(\.animal)
        #expect(second.eligible == 12)
        #expect(second.required == 10)
        #expect(Set(animals.prefix(9)) == Set(first.dropLast()))
        #expect(animals.dropFirst(9) == ["heifer"], "sampled for another disease comes first among the new ones")
    }

    @Test("PRO-126: animals already selected stay beyond the number required, and none is added")
    func moreThanRequired() throws {
        let kept = (1...12).map { "A\($0)" }
        let decision = try select(Self.herd, already: kept)
        #expect(decision.required == 10)
        #expect(Set(decision.selected.map(\.animal)) == Set(kept))
    }

    @Test("PRO-126: they count toward the number required and come first, in their own priority order")
    func keptComeFirst() throws {
        let herd: [Candidate] =
            cows(10) + [
                .female("kept cow", "2015-01-01"), .male("kept bull", "2015-01-01"),
                .female("kept sampled", "2015-01-01", sampled: true),
                .female("kept new", "2015-01-01", entered: "2020-11-01"), .male("bull", "2015-01-01"),
            ]
        let decision = try select(herd, already: ["kept cow", "kept new", "kept bull", "kept sampled"])
        #expect(decision.required == 10)
        #expect(decision.selected.count == 10)
        #expect(
            decision.labels.prefix(5) == [
                "kept sampled:3", "kept bull:1",
                "kept new:2", "kept cow:3",
                "bull:1",
            ])
    }

    @Test("PRO-126: an animal kept though not eligible is level 3, whatever else it is, and not counted as eligible")
    func keptThoughYoung() throws {
        let calf = Candidate.male("calf", "2020-01-01", entered: "2020-11-01")
        let decision = try select([calf] + cows(3), already: ["calf"])
        #expect(decision.eligible == 3)
        #expect(decision.required == 3)
        #expect(decision.selected.count == 3)
        #expect(decision.labels.first == "calf:3")
    }

    @Test("PRO-126: kept animals that have left the herd are forgotten")
    func keptAndGone() throws {
        let decision = try select(cows(3), already: ["gone", "gone too"])
        #expect(Set(decision.selected.map(\.animal)) == Set(cows(3).map(\.animal)))
    }

    @Test("PRO-126: an empty list of animals already selected is a first edition")
    func emptyList() throws {
        #expect(try select(cows(60), already: []).selected == select(cows(60)).selected)
    }

    @Test("sampling-selection: an animal listed twice is refused")
    func duplicates() {
        #expect(throws: RuleFault.invalidValue(field: "animals", problem: .listedTwice)) {
            try select(cows(3) + [.female("FR990000001001", "2016-01-01")])
        }
    }

    @Test("PRO-130: a herd of 100,000 is no other case")
    func hugeHerd() throws {
        let herd = (0..<100_000).map { Candidate.female("FR99\(10_000_000 + $0)", "2016-01-01") }
        let decision = try select(herd, already: herd.prefix(30_000).map(\.animal))
        #expect(decision.eligible == 100_000)
        #expect(decision.required == 20_000)
        #expect(decision.selected.count == 30_000)
    }
}
