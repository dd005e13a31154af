import Kernel
import Programmes
import Prophylaxis
import Testing

@Suite("disease-status: limits and parameters")
struct StatusThresholdTests {
    private static func visits(_ first: Day?, _ last: Day?) -> StatusCase {
        StatusCase(requested: 20, tested: 20).changed { ($0.startedOn, $0.finishedOn) = (first, last) }
    }

    @Test("PRO-306: the tolerance of every number requested up to 1,200, one below, at and above the least number")
    func tolerance() throws {
        for requested in 1...1200 {
            // One animal up to ten, the tens digit and up of the number above it: ten per cent rounded down.
            let missing = requested <= 10 ? 1 : (requested - requested % 10) / 10
            let least = requested - missing
            for tested in max(1, least - 1)...(least + 1) {
                let expected: Status = tested < least ? .administrativeAnomaly : .withoutAnomaly
                #expect(
                    try StatusCase(requested: requested, tested: tested).status() == expected, "\(tested)/\(requested)")
            }
        }
    }

    @Test("PRO-306: more tested than requested is no anomaly")
    func moreThanRequested() throws {
        #expect(try StatusCase(requested: 20, tested: 25).status() == .withoutAnomaly)
        #expect(try StatusCase(requested: 0, tested: 3).status() == .withoutAnomaly)
    }

    @Test("AMB-06 decision 12: tuberculosis at 90 % is SA, below it AA; the department's rule is not the status's")
    func tuberculosis() throws {
        #expect(try StatusCase(.tuberculosis, requested: 60, tested: 54).status() == .withoutAnomaly)
        #expect(try StatusCase(.tuberculosis, requested: 60, tested: 53).status() == .administrativeAnomaly)
    }

    /// Campaign start and end, first visit, the 90th day and the next one.
    @Test(
        "PRO-304 AMB-08: 90 days are counted in days, over New Year and a February of either length",
        arguments: [
            ("2020-10-01", "2021-04-30", "2020-12-01", "2021-03-01", "2021-03-02"),
            ("2019-10-01", "2020-04-30", "2019-12-01", "2020-02-29", "2020-03-01"),
            ("2020-10-01", "2021-04-30", "2020-10-15", "2021-01-13", "2021-01-14"),
        ] as [(Day, Day, Day, Day, Day)])
    func days(start: Day, end: Day, first: Day, ninetieth: Day, next: Day) throws {
        func status(_ last: Day) throws -> Status {
            try Self.visits(first, last).changed { $0.campaign = (start, end) }.status()
        }
        #expect(try status(ninetieth) == .withoutAnomaly)
        #expect(try status(next) == .administrativeAnomaly)
    }

    @Test("PRO-296: without dates the date rules do not fire, with one date only its own")
    func missingDates() throws {
        #expect(try Self.visits(nil, nil).status() == .withoutAnomaly)
        #expect(try Self.visits("2020-09-30", nil).decision().reasons == [.startedBeforeCampaign])
        #expect(try Self.visits(nil, "2021-05-01").decision().reasons == [.finishedAfterCampaign])
        #expect(try Self.visits("2020-10-01", nil).status() == .withoutAnomaly)
        #expect(try Self.visits(nil, "2021-04-30").status() == .withoutAnomaly)
    }

    @Test("PRO-305: both ends of the visits are judged, each by its own limit")
    func bothEnds() throws {
        let long = Self.visits("2020-09-30", "2021-05-01")
        #expect(try long.decision().reasons == [.tooManyDays, .startedBeforeCampaign, .finishedAfterCampaign])
        #expect(try Self.visits("2021-05-01", "2021-05-02").decision().reasons == [.finishedAfterCampaign])
        #expect(try Self.visits("2020-09-01", "2020-09-02").decision().reasons == [.startedBeforeCampaign])
    }

    @Test("AMB-08: a convention may keep the rule of days for BRU and LEU", arguments: Disease.allCases)
    func delayDiseases(disease: Disease) throws {
        var late = Self.visits("2020-11-01", "2021-01-31")
        late.disease = disease
        #expect(try late.status() == .administrativeAnomaly)
        late.parameters.delayDiseases = [.brucellosis, .leukosis]
        #expect(try late.status() == (disease == .tuberculosis ? .withoutAnomaly : .administrativeAnomaly))
    }

    @Test("PRO-304 PRO-306: days and tolerance are parameters")
    func parameters() throws {
        var late = Self.visits("2020-11-01", "2021-01-31")
        late.parameters.maximumDays = 91
        #expect(try late.status() == .withoutAnomaly)
        var few = StatusCase(requested: 20, tested: 16)
        few.parameters.tolerance.share = Ratio(1, over: 5)
        #expect(try few.status() == .withoutAnomaly)
        few.parameters.tolerance.smallNumber = 20
        #expect(try few.status() == .administrativeAnomaly)
    }

    @Test("PRO-307: once something is tested a late computation and a decision of non-completion change nothing")
    func decisionWithTests() throws {
        let tested = StatusCase(requested: 20, tested: 20).changed {
            ($0.computedOn, $0.nonCompletion) = ("2021-07-01", true)
        }
        #expect(try tested.status() == .withoutAnomaly)
        #expect(try tested.changed { $0.tested = 17 }.status() == .administrativeAnomaly)
    }

    @Test("disease-status: what cannot be is refused")
    func preconditions() {
        #expect(throws: RuleFault.self) { try StatusCase(requested: -1, tested: 0).status() }
        #expect(throws: RuleFault.self) { try StatusCase(requested: 0, tested: -1).status() }
        #expect(throws: RuleFault.self) {
            try StatusCase(requested: 1, tested: 1).changed { $0.nonNegative = -1 }.status()
        }
        #expect(throws: RuleFault.self) { try Self.visits("2020-11-02", "2020-11-01").status() }
        #expect(throws: RuleFault.self) {
            try StatusCase(requested: 1, tested: 1).changed { $0.campaign = ("2021-04-30", "2021-04-29") }.status()
        }
    }
}
