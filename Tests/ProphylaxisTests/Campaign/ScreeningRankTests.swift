import Programmes
import Prophylaxis
import Testing

@Suite struct ScreeningRankTests {
    private func decide(
        _ year: Int, herd: (Int, Int)? = nil, commune: (Int, Int)? = nil
    ) throws -> ScreeningRank.Decision {
        try ScreeningRank.decide(
            .init(
                campaignYear: year, herd: herd.map { .init(intervalYears: $0.0, phase: $0.1) },
                commune: commune.map { .init(intervalYears: $0.0, phase: $0.1) }))
    }

    private func expect(
        _ decision: ScreeningRank.Decision, _ reason: ScreeningRank.Reason, _ origin: ScreeningRank.Origin?
    ) {
        #expect(decision.due == (reason == .due))
        #expect(decision.reason == reason)
        #expect(decision.origin == origin)
    }

    @Test(
        "PRO-56, decision 13: due when (year − phase) mod interval = 0",
        arguments: [
            // 2021 = 5 × 404 + 1
            (2021, 5, 1, true), (2020, 5, 1, false), (2022, 5, 1, false), (2026, 5, 1, true), (2021, 5, 0, false),
            (2021, 1, 0, true), (2021, 2, 1, true), (2021, 2, 0, false), (2021, 5, 2021, true),
        ])
    func due(year: Int, interval: Int, phase: Int, isDue: Bool) throws {
        let decision = try decide(year, commune: (interval, phase))
        #expect(decision.due == isDue)
        #expect(decision.reason == (isDue ? .due : .notThisYear))
    }

    @Test("PRO-73: an interval of 0 is not screened, whatever the phase")
    func notScreened() throws {
        try expect(decide(2021, commune: (0, 0)), .notScreened, .commune)
    }

    @Test("PRO-73: without any rhythm it is undefined, which is not «not due»")
    func undefined() throws {
        try expect(decide(2021), .undefined, nil)
    }

    @Test("PRO-73, decision 13: the herd's own rhythm goes over its commune's, both ways")
    func herdFirst() throws {
        try expect(decide(2021, herd: (1, 0), commune: (0, 0)), .due, .herd)
        try expect(decide(2021, herd: (0, 0), commune: (1, 0)), .notScreened, .herd)
    }

    @Test("PRO-73: a negative rhythm is a fault", arguments: [(-1, 0), (5, -1)])
    func negative(interval: Int, phase: Int) {
        #expect(throws: RuleFault.self) { try decide(2021, commune: (interval, phase)) }
    }
}
