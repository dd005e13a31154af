import Kernel
import Programmes
import Prophylaxis
import Testing

@Suite("corrected-realisation")
struct CorrectedRealisationTests {
    typealias Animal = CorrectedRealisation.Animal

    /// A document edited on 26 October, visited on 2 November: animals tested, present untested, and exits.
    static func decide(
        _ disease: Disease = .brucellosis, tested: Int, untested: Int = 0, exits: [Day] = [],
        campaignEnd: Day = Example.end
    ) throws -> CorrectedRealisation.Decision {
        let animals =
            (0..<tested).map { Animal(animal: "T\($0)", tested: true, exitedOn: nil) }
            + (0..<untested).map { Animal(animal: "U\($0)", tested: false, exitedOn: nil) }
            + exits.enumerated().map { Animal(animal: "E\($0.offset)", tested: false, exitedOn: $0.element) }
        return try CorrectedRealisation.decide(
            .init(
                disease: disease, editedOn: "2020-10-26", firstVisit: Example.visit, campaignEnd: campaignEnd,
                animals: animals), .init())
    }

    @Test("EX-14 PRO-234 AMB-26: four exits on the 90th day are deducted, 15 of 16 are enough")
    func example14Deducted() throws {
        let decision = try Self.decide(tested: 15, untested: 1, exits: Array(repeating: "2021-01-31", count: 4))
        #expect((decision.requested, decision.deducted, decision.tested) == (20, 4, 15))
        #expect((decision.minimum, decision.sufficient) == (15, true))
    }

    @Test("EX-14 PRO-235 AMB-26: on the 91st day they are not, 18 of 20 were needed")
    func example14NotDeducted() throws {
        let decision = try Self.decide(tested: 15, untested: 1, exits: Array(repeating: "2021-02-01", count: 4))
        #expect((decision.requested, decision.deducted, decision.tested) == (20, 0, 15))
        #expect((decision.minimum, decision.sufficient) == (18, false))
    }

    @Test(
        "PRO-234 decision 12: exits count from the day of edition to 90 days after the first visit",
        arguments: [
            ("2020-10-25", 0), ("2020-10-26", 1), ("2020-11-02", 1), ("2021-01-30", 1), ("2021-01-31", 1),
            ("2021-02-01", 0),
        ] as [(Day, Int)])
    func exitDates(exit: Day, deducted: Int) throws {
        #expect(try Self.decide(tested: 5, exits: [exit]).deducted == deducted)
    }

    @Test(
        "PRO-234 AMB-26: and not after the campaign's end",
        arguments: [("2021-01-10", 1), ("2021-01-11", 0), ("2021-01-31", 0)] as [(Day, Int)])
    func campaignEnd(exit: Day, deducted: Int) throws {
        #expect(try Self.decide(tested: 5, exits: [exit], campaignEnd: "2021-01-10").deducted == deducted)
    }

    @Test("decision 12: an animal that was tested is never deducted")
    func testedThenExited() throws {
        let decision = try CorrectedRealisation.decide(
            .init(
                disease: .leukosis, editedOn: "2020-10-26", firstVisit: Example.visit, campaignEnd: Example.end,
                animals: [.init(animal: "A", tested: true, exitedOn: "2020-11-20")]), .init())
        #expect((decision.requested, decision.deducted, decision.tested) == (1, 0, 1))
    }

    /// Remaining number, least number to test (BRU, LEU).
    @Test(
        "PRO-227: the least number of those that remain",
        arguments: [
            (0, 0), (1, 0), (2, 1), (9, 8), (10, 9), (11, 10), (19, 18), (20, 18), (29, 27), (30, 27), (100, 90),
        ])
    func minimum(remaining: Int, minimum: Int) throws {
        for disease in [Disease.brucellosis, .leukosis] {
            let enough = try Self.decide(disease, tested: minimum, untested: remaining - minimum, exits: ["2020-12-01"])
            #expect((enough.minimum, enough.sufficient) == (minimum, true))
            guard minimum > 0 else { continue }
            let few = try Self.decide(
                disease, tested: minimum - 1, untested: remaining - minimum + 1, exits: ["2020-12-01"])
            #expect((few.minimum, few.sufficient) == (minimum, false))
        }
    }

    /// Tested of 200, whether the 20 or fewer exits are deducted.
    @Test(
        "PRO-236 AMB-07: tuberculosis from 90 % to under 100 %: no exit is deducted; under 90 % they are",
        arguments: [(179, true), (180, false), (181, false), (199, false)])
    func tuberculinBand(tested: Int, deducts: Bool) throws {
        let exits = Array(repeating: Day(stringLiteral: "2020-12-01"), count: 200 - tested)
        let decision = try Self.decide(.tuberculosis, tested: tested, exits: exits)
        #expect(decision.deducted == (deducts ? 200 - tested : 0))
        #expect(decision.minimum == (deducts ? tested : 200))
        #expect(decision.sufficient == deducts)
    }

    @Test("PRO-229: tuberculosis has no tolerance on those that remain")
    func tuberculinMinimum() throws {
        let all = try Self.decide(.tuberculosis, tested: 20)
        #expect((all.minimum, all.sufficient) == (20, true))
        let few = try Self.decide(.tuberculosis, tested: 8, untested: 1, exits: ["2020-12-01", "2020-12-02"])
        #expect((few.deducted, few.minimum, few.sufficient) == (2, 9, false))
    }

    @Test("corrected-realisation: nothing requested needs nothing", arguments: Disease.allCases)
    func nothingRequested(disease: Disease) throws {
        let decision = try Self.decide(disease, tested: 0)
        #expect((decision.requested, decision.minimum, decision.sufficient) == (0, 0, true))
    }

    @Test("corrected-realisation: an animal listed twice is refused")
    func duplicates() {
        let twice = Animal(animal: "A", tested: true, exitedOn: nil)
        #expect(throws: RuleFault.invalidValue(field: "animals", problem: .listedTwice)) {
            try CorrectedRealisation.decide(
                .init(
                    disease: .leukosis, editedOn: "2020-10-26", firstVisit: Example.visit, campaignEnd: Example.end,
                    animals: [twice, twice]), .init())
        }
    }
}
