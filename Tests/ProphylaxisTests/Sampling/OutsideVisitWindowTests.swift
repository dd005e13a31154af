import Kernel
import Prophylaxis
import Testing

@Suite struct OutsideVisitWindowTests {
    @Test(
        "PRO-137: after the campaign's end, not before today, and before the next campaign takes over",
        arguments: [
            ("2021-01-10", "2021-04-30", false), ("2021-01-10", "2021-05-01", true), ("2021-01-10", "2021-09-30", true),
            ("2021-01-10", "2021-10-01", false), ("2021-06-10", "2021-06-09", false),
            ("2021-06-10", "2021-06-10", true),
        ])
    func window(today: String, planned: String, isInside: Bool) throws {
        let window = OutsideVisitWindow(
            today: try #require(Day(today)), campaignStart: "2020-10-01",
            campaignEnd: "2021-04-30")
        #expect(window.contains(try #require(Day(planned))) == isInside)
    }
}
