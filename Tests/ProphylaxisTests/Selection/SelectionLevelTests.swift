import Kernel
import Prophylaxis
import Testing

@Suite("sampling-selection: age and level")
struct SelectionLevelTests {
    typealias Candidate = SamplingSelection.Candidate

    @Test(
        "EX-17 PRO-129 PRO-130 AMB-03 AMB-04: levels and order of the worked herd, whatever the seed", arguments: 1...20
    )
    func example17(seed: UInt64) throws {
        let herd: [Candidate] =
            [
                .male("A1", "2017-07-14"),
                .male("A2", "2017-11-15", entered: "2020-05-01"),
                .female("A3", "2018-05-15", entered: "2019-12-15"),
                .female("A4", "2018-05-15", entered: "2019-11-15"),
                .female("A5", "2018-11-15"),
                .female("A6", "2018-11-16", sampled: true),
                .female("A7", "2015-03-01", sampled: true),
                .male("A8", "2018-05-01"),
            ] + (9...13).map { .female("A\($0)", "2016-02-01") }
        let decision = try select(herd, seed: seed)
        #expect(decision.eligible == 12)
        #expect(decision.required == 10)
        #expect(decision.selected.count == 10)
        #expect(
            decision.labels.prefix(5) == [
                "A7:3", "A1:1", "A2:2",
                "A3:2", "A8:3",
            ])
        let drawn = Set(decision.selected.dropFirst(5).map(\.animal))
        #expect(drawn.count == 5)
        #expect(drawn.isSubset(of: ["A4", "A5", "A9", "A10", "A11", "A12", "A13"]))
        #expect(decision.selected.dropFirst(5).allSatisfy { $0.level == 3 })
    }

    /// Born, reference, whether 24 months are completed.
    @Test(
        "PRO-129 AMB-01 AMB-35: 24 completed months, below, at and above, at month ends and leap days",
        arguments: [
            ("2018-11-16", "2020-11-15", false), ("2018-11-15", "2020-11-15", true), ("2018-11-14", "2020-11-15", true),
            ("2018-08-31", "2020-08-30", false), ("2018-08-31", "2020-08-31", true),
            ("2018-02-28", "2020-02-28", true), ("2018-03-01", "2020-02-29", false), ("2018-03-01", "2020-03-01", true),
            ("2020-02-29", "2022-02-27", false), ("2020-02-29", "2022-02-28", true),
            ("2020-03-01", "2022-02-28", false),
            ("2016-02-29", "2018-02-28", true), ("1999-12-31", "2001-12-30", false), ("1999-12-31", "2001-12-31", true),
            ("2021-01-01", "2020-11-15", false),
        ] as [(Day, Day, Bool)])
    func minimumAge(born: Day, reference: Day, eligible: Bool) throws {
        let decision = try select([.female("X", born)], on: reference)
        #expect(decision.eligible == (eligible ? 1 : 0))
        #expect(decision.selected.count == (eligible ? 1 : 0))
    }

    /// Born, reference, level of a male born in the herd.
    @Test(
        "PRO-129 AMB-04: a male is level 1 strictly over 36 months",
        arguments: [
            ("2017-11-16", "2020-11-15", 3), ("2017-11-15", "2020-11-15", 3), ("2017-11-14", "2020-11-15", 1),
            ("2020-02-29", "2023-02-27", 3), ("2020-02-29", "2023-02-28", 3), ("2020-02-29", "2023-03-01", 1),
            ("2017-02-28", "2020-02-28", 3), ("2017-02-28", "2020-02-29", 1), ("2017-08-31", "2020-08-31", 3),
            ("2017-08-31", "2020-09-01", 1),
        ] as [(Day, Day, Int)])
    func males(born: Day, reference: Day, level: Int) throws {
        #expect(try select([.male("X", born)], on: reference).selected.map(\.level) == [level])
        #expect(try select([.female("X", born)], on: reference).selected.map(\.level) == [3], "females never")
    }

    /// Entered, reference, level of a cow.
    @Test(
        "PRO-129 AMB-04: introduced strictly less than 12 months ago is level 2",
        arguments: [
            (nil, "2020-11-15", 3), ("2019-11-14", "2020-11-15", 3), ("2019-11-15", "2020-11-15", 3),
            ("2019-11-16", "2020-11-15", 2), ("2020-11-15", "2020-11-15", 2), ("2019-02-28", "2020-02-29", 3),
            ("2019-03-01", "2020-02-29", 2), ("2020-02-28", "2021-02-28", 3), ("2020-02-29", "2021-02-28", 2),
            ("2019-08-31", "2020-08-31", 3), ("2019-09-01", "2020-08-31", 2),
        ] as [(Day?, Day, Int)])
    func introduced(entered: Day?, reference: Day, level: Int) throws {
        #expect(
            try select([.female("X", "2012-01-01", entered: entered)], on: reference).selected.map(\.level) == [level])
    }

    @Test("AMB-04: of two levels that fit, the first: an old bull introduced last month is level 1")
    func firstLevelWins() throws {
        let bull = Candidate.male("X", "2015-01-01", entered: "2020-10-15")
        #expect(try select([bull]).selected.map(\.level) == [1])
    }

    @Test("AMB-03: a sample for another disease does not rescue an animal under the age")
    func sampledButYoung() throws {
        #expect(try select([.female("X", "2018-11-16", sampled: true)]).selected.isEmpty)
    }

    @Test("PRO-129: ages and delay are parameters")
    func parameters() throws {
        var parameters = SamplingSelection.Parameters()
        parameters.minimumAgeMonths = 12
        parameters.maleOverMonths = 18
        parameters.introducedWithinMonths = 6
        let herd: [Candidate] = [
            .male("M", "2019-05-14"), .female("F", "2019-11-15"), .female("young", "2019-11-16"),
            .female("early", "2015-01-01", entered: "2020-05-15"), .female("late", "2015-01-01", entered: "2020-05-16"),
        ]
        let levels = try select(herd, with: parameters).selected.reduce(into: [:]) { $0[$1.animal] = $1.level }
        #expect(levels == ["M": 1, "F": 3, "early": 3, "late": 2])
    }
}
