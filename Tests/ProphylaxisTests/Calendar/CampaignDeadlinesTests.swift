import Kernel
import Programmes
import Prophylaxis
import Testing

@Suite("campaign-deadlines")
struct CampaignDeadlinesTests {
    private static func deadlines(
        _ start: Day, _ end: Day, _ parameters: CampaignDeadlines.Parameters = .init()
    ) throws -> CampaignDeadlines.Decision {
        try CampaignDeadlines.decide(.init(campaignStart: start, campaignEnd: end), parameters)
    }

    @Test("EX-31 PRO-62 PRO-280 PRO-281 PRO-295 PRO-300: the deadlines of the worked campaign")
    func example31() throws {
        let dates = try Self.deadlines(Example.start, Example.end)
        #expect(dates.authorisationsBy == "2020-09-16")
        #expect(dates.closingFrom == "2021-05-30")
        #expect(dates.closingUntil == "2021-06-30")
        #expect(dates.computationUntil == "2021-07-30")
        #expect(dates.forcedClosingAfter == "2021-09-15")
        #expect(dates.milkWindowStart == "2020-09-01")
        #expect(dates.milkWindowEnd == "2021-06-30")
    }

    /// Campaign end; one, two and three months after it.
    @Test(
        "PRO-280 PRO-295 AMB-35: months after the end are clamped to the month's last day",
        arguments: [
            ("2020-12-31", "2021-01-31", "2021-02-28", "2021-03-31"),
            ("2019-12-31", "2020-01-31", "2020-02-29", "2020-03-31"),
            ("2021-01-31", "2021-02-28", "2021-03-31", "2021-04-30"),
            ("2020-01-30", "2020-02-29", "2020-03-30", "2020-04-30"),
            ("2021-02-28", "2021-03-28", "2021-04-28", "2021-05-28"),
            ("2020-02-29", "2020-03-29", "2020-04-29", "2020-05-29"),
            ("2021-05-31", "2021-06-30", "2021-07-31", "2021-08-31"),
            ("2020-11-30", "2020-12-30", "2021-01-30", "2021-02-28"),
        ] as [(Day, Day, Day, Day)])
    func monthEnds(end: Day, one: Day, two: Day, three: Day) throws {
        let dates = try Self.deadlines("2019-10-01", end)
        #expect((dates.closingFrom, dates.closingUntil, dates.computationUntil) == (one, two, three))
    }

    @Test(
        "PRO-281 AMB-20: the first 15 September after the end, strictly",
        arguments: [
            ("2021-09-14", "2021-09-15"), ("2021-09-15", "2022-09-15"), ("2021-09-16", "2022-09-15"),
            ("2021-12-31", "2022-09-15"), ("2022-01-01", "2022-09-15"), ("2020-08-31", "2020-09-15"),
        ] as [(Day, Day)])
    func forcedClosing(end: Day, expected: Day) throws {
        #expect(try Self.deadlines("2019-10-01", end).forcedClosingAfter == expected)
    }

    @Test(
        "PRO-62: authorisations 15 days before the start, over month and year ends",
        arguments: [("2020-10-01", "2020-09-16"), ("2021-01-10", "2020-12-26"), ("2020-03-15", "2020-02-29")]
            as [(Day, Day)])
    func authorisations(start: Day, expected: Day) throws {
        #expect(try Self.deadlines(start, "2021-04-30").authorisationsBy == expected)
    }

    @Test(
        "PRO-300: the milk window of a start in each half of the year",
        arguments: [
            ("2020-06-30", "2019-09-01", "2020-06-30"), ("2020-07-01", "2020-09-01", "2021-06-30"),
            ("2021-01-31", "2020-09-01", "2021-06-30"), ("2020-08-31", "2020-09-01", "2021-06-30"),
        ] as [(Day, Day, Day)])
    func milkWindow(start: Day, first: Day, last: Day) throws {
        let dates = try Self.deadlines(start, "2021-04-30")
        #expect((dates.milkWindowStart, dates.milkWindowEnd) == (first, last))
    }

    @Test("PRO-280: days and months are parameters")
    func parameters() throws {
        var parameters = CampaignDeadlines.Parameters()
        parameters.authorisationsDaysBefore = 30
        parameters.closingFromMonths = 2
        parameters.closingUntilMonths = 3
        parameters.computationMonths = 4
        let dates = try Self.deadlines(Example.start, Example.end, parameters)
        #expect(dates.authorisationsBy == "2020-09-01")
        #expect(
            (dates.closingFrom, dates.closingUntil, dates.computationUntil) == (
                "2021-06-30", "2021-07-30", "2021-08-30"
            ))
    }

    @Test("campaign-deadlines: a campaign of one day is one; an end before the start is refused")
    func order() throws {
        #expect(try Self.deadlines("2020-10-01", "2020-10-01").closingFrom == "2020-11-01")
        #expect(throws: RuleFault.invalidValue(field: "campaignEnd", problem: .endBeforeStart)) {
            try Self.deadlines("2020-10-02", "2020-10-01")
        }
    }

    @Test(
        "campaign-deadlines: a deadline that no calendar has is refused, not printed",
        arguments: [("2020-10-01", "9999-12-31"), ("0001-01-01", "0001-04-30")] as [(Day, Day)])
    func beyondTheCalendar(start: Day, end: Day) {
        #expect(throws: RuleFault.self) { try Self.deadlines(start, end) }
    }
}
