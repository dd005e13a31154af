import Programmes
import Prophylaxis
import Testing

/// The contract calls an animal an opaque string. Swift's `==` takes these two spellings of one word for equal.
@Suite("animals are opaque strings")
struct OpaqueNamesTests {
    private static let (composed, decomposed) = ("caf\u{e9}", "cafe\u{301}")

    @Test("sampling-selection: two spellings are two animals, and only the one selected before is kept")
    func selection() throws {
        let herd = [Self.composed, Self.decomposed].map { SamplingSelection.Candidate.female($0, "2018-11-16") }
        let decision = try select(herd, already: [Self.decomposed])
        #expect(decision.selected.map { Array($0.animal.utf8) } == [Array(Self.decomposed.utf8)])
    }

    @Test("result-count: two spellings are two animals")
    func results() throws {
        #expect(try BloodResultTests.count([(Self.composed, "NEG", nil), (Self.decomposed, "NEG", nil)]).tested == 2)
    }

    @Test("corrected-realisation: two spellings are two animals, one spelling twice is refused")
    func realisation() throws {
        let names = [Self.composed, Self.decomposed, Self.composed]
        try RuleFault.requireDistinct(2) { names[$0] }
        #expect(throws: RuleFault.invalidValue(field: "animals", problem: .listedTwice)) {
            try RuleFault.requireDistinct(3) { names[$0] }
        }
    }
}
