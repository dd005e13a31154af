import Kernel
import Prophylaxis
import Testing

@Suite struct FollowUpDatesTests {
    private func day(_ iso: String) throws -> Day { try #require(Day(iso)) }

    @Test("EX-32, PRO-251, PRO-253: 70 and 90 days after the first visit, two months before the end")
    func dates() throws {
        let campaign = CampaignParameters(department: "63", prophylaxisYear: 2021)
        let dates = FollowUpDates(firstVisit: try day("2020-11-02"), in: campaign)
        #expect(dates.reminderFrom == (try day("2021-01-11")))
        #expect(dates.lastDay == (try day("2021-01-31")))
        #expect(dates.notStartedFrom == (try day("2021-02-28")))
        #expect(FollowUpDates(firstVisit: try day("2021-03-15"), in: campaign).lastDay == campaign.endsOn)
        #expect(FollowUpDates(firstVisit: nil, in: campaign).reminderFrom == nil)
    }

    @Test("Decision 23: the delegate reminds until the last day, the authority after it")
    func audience() throws {
        let end = try day("2021-04-30")
        #expect(ReminderAudience(on: end, campaignEnd: end) == .delegate)
        #expect(ReminderAudience(on: end.adding(days: 1), campaignEnd: end) == .authority)
    }

    @Test(
        "PRO-200, PRO-203, PRO-202: milk without result is sampled again, asked for, then taken as blood",
        arguments: [
            ("2020-11-30", MissingMilkStep.wait), ("2020-12-01", .reprogram), ("2020-12-31", .reprogram),
            ("2021-01-01", .remind), ("2021-01-31", .remind), ("2021-02-01", .passToBlood),
        ])
    func milk(_ example: (today: String, step: MissingMilkStep)) throws {
        #expect(
            MissingMilkStep(month: try day("2020-11-01"), today: try day(example.today), MilkParameters())
                == example.step)
    }
}
