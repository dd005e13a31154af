import Kernel
import Programmes
import Prophylaxis
import Testing

@Suite struct CampaignDatesTests {
    private func reasons(
        _ start: String, _ end: String, year: Int = 2021, months: [Int] = []
    ) throws -> [CampaignDates.Reason] {
        try CampaignDates.decide(
            .init(
                prophylaxisYear: year, startsOn: try #require(Day(start)), endsOn: try #require(Day(end)),
                milkMonths: months)
        ).reasons
    }

    @Test("PRO-65: the national campaign, 1 October to 30 April, is no remark")
    func national() throws {
        let parameters = CampaignParameters(department: "63", prophylaxisYear: 2021)
        #expect((parameters.startsOn.description, parameters.endsOn.description) == ("2020-10-01", "2021-04-30"))
        #expect(try reasons("2020-10-01", "2021-04-30").isEmpty)
    }

    @Test(
        "PRO-65: not before 1 September, not after 31 May; the days themselves are allowed",
        arguments: [
            ("2020-08-31", "2021-04-30", [CampaignDates.Reason.startsBeforeSeptember, .otherThanNational]),
            ("2020-09-01", "2021-04-30", [.otherThanNational]),
            ("2020-10-01", "2021-05-31", [.otherThanNational]),
            ("2020-10-01", "2021-06-01", [.endsAfterMay, .otherThanNational]),
        ])
    func limits(start: String, end: String, expected: [CampaignDates.Reason]) throws {
        #expect(try reasons(start, end) == expected)
    }

    @Test(
        "PRO-66: milk from October to February; later inside the campaign is a remark, after its end another",
        arguments: [
            (10, []), (2, []), (3, [CampaignDates.Reason.milkOutsideSlot]), (4, [.milkOutsideSlot]),
            (5, [.milkOutsideCampaign]), (9, [.milkOutsideCampaign]),
        ])
    func milk(month: Int, expected: [CampaignDates.Reason]) throws {
        #expect(try reasons("2020-10-01", "2021-04-30", months: [month]) == expected)
    }

    @Test(
        "PRO-65, decision 13: the end lies in the campaign's year and follows the start by less than a year",
        arguments: [("2021-05-01", "2021-04-30"), ("2020-10-01", "2022-04-30"), ("2020-04-30", "2021-04-30")])
    func impossible(start: String, end: String) {
        #expect(throws: RuleFault.self) { try reasons(start, end) }
    }

    @Test(
        "PRO-108: the first such month that the campaign touches",
        arguments: [
            ("2020-10-01", 10, "2020-10-01"), ("2020-10-15", 10, "2020-10-01"), ("2020-10-01", 9, "2021-09-01"),
            ("2020-10-01", 2, "2021-02-01"), ("2020-09-01", 11, "2020-11-01"),
        ])
    func month(start: String, month: Int, expected: String) throws {
        let day = MilkMonth.firstDay(ofMonth: month, campaignStart: try #require(Day(start)))
        #expect(day.description == expected)
    }

    @Test(
        "PRO-120, PRO-200: asked for again the month after, two months beyond the first at most",
        arguments: [("2020-11-01", "2020-12-01"), ("2020-12-01", "2021-01-01"), ("2021-01-01", nil)])
    func reprogrammed(month: String, expected: String?) throws {
        let due: Day = "2020-11-01"
        let next = MilkMonth.reprogrammed(after: try #require(Day(month)), due: due, MilkParameters())
        #expect(next?.description == expected)
    }

    @Test(
        "PRO-133: the anniversary of the last visit, in the campaign or not at all",
        arguments: [
            ("2020-01-15", "2021-01-15"), ("2019-10-01", "2020-10-01"), ("2019-09-30", nil),
            ("2020-04-30", "2021-04-30"), ("2020-05-01", nil), ("2017-12-24", "2020-12-24"),
            ("2020-02-29", "2021-02-28"), ("2020-10-01", nil),
        ])
    func anniversary(visit: String, expected: String?) throws {
        let planned = PlannedDay(start: Example.start, end: Example.end)
        #expect(planned.anniversary(of: try #require(Day(visit)))?.description == expected)
    }
}
