import Kernel
import Prophylaxis
import Testing

@Suite("sampling-selection: how many")
struct SelectionNumberTests {
    @Test(
        "EX-16 PRO-130 AMB-02: number to sample for N eligible animals",
        arguments: [
            (0, 0), (1, 1), (8, 8), (10, 10), (11, 10), (37, 10), (50, 10), (51, 11), (55, 11), (56, 12), (60, 12),
            (101, 21),
        ])
    func example16(eligible: Int, required: Int) throws {
        let decision = try select(cows(eligible))
        #expect(decision.eligible == eligible)
        #expect(decision.required == required)
        #expect(decision.selected.count == required)
    }

    @Test("PRO-130: a fifth rounded up, at least ten, all if fewer, for every herd up to 400")
    func everyHerdSize() throws {
        let herd = cows(400)
        for eligible in 0...400 {
            var fifth = eligible / 5
            if eligible % 5 != 0 { fifth += 1 }
            var expected = fifth < 10 ? 10 : fifth
            if expected > eligible { expected = eligible }
            #expect(try select(Array(herd.prefix(eligible))).required == expected, "\(eligible) eligible")
        }
    }

    @Test("AMB-01: animals under the age count neither as eligible nor in the share")
    func theYoungDoNotCount() throws {
        let calves = (0..<300).map { SamplingSelection.Candidate.female("calf\($0)", "2020-05-01") }
        let decision = try select(cows(51) + calves)
        #expect(decision.eligible == 51)
        #expect(decision.required == 11)
        #expect(decision.selected.allSatisfy { !$0.animal.hasPrefix("calf") })
    }

    @Test(
        "PRO-130: share and minimum are parameters",
        arguments: [
            ("1/3", 10, 100, 34), ("1/3", 40, 100, 40), ("0/1", 0, 100, 0), ("1/1", 10, 7, 7), ("2/1", 0, 9, 9),
        ]
    )
    func parameters(share: String, minimum: Int, eligible: Int, required: Int) throws {
        var parameters = SamplingSelection.Parameters()
        parameters.share = try #require(Ratio(share))
        parameters.minimumNumber = minimum
        #expect(try select(cows(eligible), with: parameters).required == required)
    }
}
