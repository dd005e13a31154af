import Kernel
import Prophylaxis
import Testing

@Suite("milk-result")
struct MilkResultTests {
    private static func read(
        _ results: [(Day, Interpretation)], start: Day = Example.start, end: Day = Example.end,
        with parameters: MilkResultReading.Parameters = .init()
    ) throws -> MilkResultReading.Decision {
        let results = results.map { MilkResultReading.Result(sampledOn: $0.0, interpretation: $0.1) }
        return try MilkResultReading.decide(.init(campaignStart: start, campaignEnd: end, results: results), parameters)
    }

    /// Results → tested, non-negative, status of a milk plan (requested 1, no visit of a vet).
    @Test(
        "EX-09 PRO-300 AMB-10 AMB-12: what is read, what it counts, and the status",
        arguments: [
            ([("2020-08-31", .negative)], 0, 0, .inProgress), ([("2020-11-10", .negative)], 1, 0, .withoutAnomaly),
            ([("2020-11-10", .weaklyPositive)], 1, 1, .sanitaryAnomaly),
            ([("2020-11-10", .absent)], 1, 1, .sanitaryAnomaly), ([("2021-07-01", .positive)], 0, 0, .inProgress),
            ([("2020-11-10", .doubtful), ("2020-12-15", .negative)], 1, 1, .sanitaryAnomaly),
        ] as [([(Day, Interpretation)], Int, Int, Status)])
    func example9(results: [(Day, Interpretation)], tested: Int, nonNegative: Int, status: Status) throws {
        let decision = try Self.read(results)
        #expect(decision.tested == tested)
        #expect(decision.nonNegative == nonNegative)
        var milk = StatusCase(.brucellosis, requested: 1, tested: tested)
        milk.nonNegative = nonNegative
        (milk.startedOn, milk.finishedOn) = (nil, nil)
        #expect(try milk.status() == status)
    }

    @Test(
        "EX-10 by decision 10: milk sampled in the window but outside the campaign is read, and the status is SA",
        arguments: ["2020-09-01", "2020-09-30", "2021-05-01", "2021-06-30"] as [Day])
    func example10(sampledOn: Day) throws {
        let decision = try Self.read([(sampledOn, .negative)])
        #expect(decision.tested == 1)
        #expect(decision.firstSampledOn == sampledOn)
        var milk = StatusCase(.brucellosis, requested: 1, tested: decision.tested)
        (milk.startedOn, milk.finishedOn) = (nil, nil)
        #expect(try milk.status() == .withoutAnomaly)
    }

    @Test(
        "PRO-300 AMB-10: every code but NEG is non-negative, and none is uninterpretable",
        arguments: Interpretation.allCases)
    func everyCode(code: Interpretation) throws {
        let decision = try Self.read([("2020-11-10", code)])
        #expect(decision.tested == 1)
        #expect(decision.nonNegative == (code == .negative ? 0 : 1))
    }

    /// Campaign start, first and last day of the window.
    @Test(
        "PRO-300: the window is 1 September to 30 June of the prophylaxis year in which the campaign starts",
        arguments: [
            ("2020-10-01", "2020-09-01", "2021-06-30"), ("2020-07-01", "2020-09-01", "2021-06-30"),
            ("2020-06-30", "2019-09-01", "2020-06-30"), ("2021-01-01", "2020-09-01", "2021-06-30"),
            ("2020-12-31", "2020-09-01", "2021-06-30"), ("2020-02-29", "2019-09-01", "2020-06-30"),
            ("2020-09-01", "2020-09-01", "2021-06-30"), ("2020-08-31", "2020-09-01", "2021-06-30"),
        ] as [(Day, Day, Day)])
    func window(start: Day, first: Day, last: Day) throws {
        let days = [first.adding(days: -1), first, last, last.adding(days: 1)]
        let read = try days.map { try Self.read([($0, .negative)], start: start, end: start).tested }
        #expect(read == [0, 1, 1, 0])
    }

    @Test("PRO-264: the first and the last sampling are kept, in whatever order they come")
    func dates() throws {
        let decision = try Self.read([
            ("2020-12-15", .negative), ("2021-07-01", .positive), ("2020-11-10", .doubtful), ("2020-12-01", .positive),
            ("2020-08-31", .positive),
        ])
        #expect(decision.firstSampledOn == "2020-11-10")
        #expect(decision.lastSampledOn == "2020-12-15")
        #expect(decision.tested == 1)
        #expect(decision.nonNegative == 2)
    }

    @Test("PRO-300: where none is read there is no date")
    func nothingRead() throws {
        let decision = try Self.read([("2020-08-31", .positive), ("2021-07-01", .positive)])
        #expect(decision.firstSampledOn == nil)
        #expect(decision.lastSampledOn == nil)
        #expect(decision.nonNegative == 0)
    }

    @Test("AMB-10: which codes are negative is a parameter")
    func negativeCodes() throws {
        var parameters = MilkResultReading.Parameters()
        parameters.negativeCodes = [.negative, .absent]
        let decision = try Self.read([("2020-11-10", .absent), ("2020-11-11", .uninterpretable)], with: parameters)
        #expect(decision.nonNegative == 1)
    }

    @Test("milk-result: a campaign that ends before it starts is refused")
    func endBeforeStart() {
        #expect(throws: (any Error).self) { try Self.read([], start: "2020-10-02", end: "2020-10-01") }
    }
}
