import Kernel
import Prophylaxis
import Testing

@Suite("PRO-123, PRO-128: what a document shows")
struct DocumentDisplayTests {
    private static func shows(
        _ display: DocumentDisplay, born: Day = "2018-01-01", requested: Bool = false, sampled: Bool = false
    ) -> Bool {
        display.shows(.init(birth: born, isRequested: requested, isSampled: sampled), on: "2021-01-20")
    }

    @Test("PRO-123: (a) all animals of the herd")
    func all() {
        #expect(Self.shows(DocumentDisplay(.all), born: "2021-01-19"))
    }

    @Test(
        "PRO-123: (b) animals older than the threshold",
        arguments: [("2019-01-19", true), ("2019-01-20", false), ("2019-01-21", false)] as [(Day, Bool)])
    func overThreshold(born: Day, shown: Bool) {
        #expect(Self.shows(DocumentDisplay(.over(months: 24)), born: born) == shown)
    }

    @Test("PRO-123: (b) an animal to be sampled below the threshold still appears")
    func requestedBelowThreshold() {
        #expect(Self.shows(DocumentDisplay(.over(months: 24)), born: "2020-06-01", requested: true))
    }

    @Test("PRO-123: (c) only the animals to be sampled")
    func selected() {
        #expect(Self.shows(DocumentDisplay(.selected), requested: true))
        #expect(!Self.shows(DocumentDisplay(.selected)))
    }

    @Test("PRO-128: those already sampled can be left out, whatever they were sampled for")
    func onlyUnsampled() {
        let display = DocumentDisplay(.all, onlyUnsampled: true)
        #expect(!Self.shows(display, requested: true, sampled: true))
        #expect(!Self.shows(display, sampled: true))
        #expect(Self.shows(display, requested: true))
    }

    @Test(
        "Every display has one text and comes back from it",
        arguments: [
            "all", "selected", "over-0", "over-24", "all,unsampled", "selected,unsampled", "over-12,unsampled",
        ])
    func text(_ text: String) throws {
        #expect(try #require(DocumentDisplay(text)).description == text)
    }

    @Test(
        "Anything else is no display", arguments: ["", "over-", "over--1", "all,", "ALL", "over-9999", "all,sampled"])
    func notADisplay(_ text: String) {
        #expect(DocumentDisplay(text) == nil)
    }
}
