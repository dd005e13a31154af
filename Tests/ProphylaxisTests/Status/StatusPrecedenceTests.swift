import Kernel
import Prophylaxis
import Testing

@Suite("disease-status: precedence")
struct StatusPrecedenceTests {
    /// Two clauses of the annex that hold together, and the status of the earlier one.
    struct Pair: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let status: Status
        let facts: StatusCase

        /// From 20 of 20 tested to the letter.
        init(_ name: String, _ status: Status, _ change: (inout StatusCase) -> Void) {
            (testDescription, self.status) = (name, status)
            facts = StatusCase(requested: 20, tested: 20).changed(change)
        }
    }

    private static let pairs = [
        Pair("AS over SO", .sanitaryAnomaly) { ($0.nonNegative, $0.requested, $0.planRequested) = (1, 0, false) },
        Pair("AS over AA, too many days", .sanitaryAnomaly) { ($0.nonNegative, $0.finishedOn) = (1, "2021-03-01") },
        Pair("AS over AA, under-sampled", .sanitaryAnomaly) { ($0.nonNegative, $0.tested) = (1, 1) },
        Pair("AS over AA, not done", .sanitaryAnomaly) {
            ($0.nonNegative, $0.tested, $0.computedOn) = (1, 0, "2021-05-01")
        },
        Pair("AS over SA", .sanitaryAnomaly) { $0.nonNegative = 1 },
        Pair("SO over AA, outside the campaign", .withoutObject) {
            ($0.requested, $0.planRequested, $0.startedOn) = (0, false, "2020-09-30")
        },
        Pair("SO over AA, not done", .withoutObject) {
            ($0.requested, $0.planRequested, $0.tested, $0.computedOn) = (0, false, 0, "2021-05-01")
        },
        Pair("SO over SA", .withoutObject) { ($0.requested, $0.planRequested) = (0, false) },
        Pair("AA over SA, under-sampled", .administrativeAnomaly) { $0.tested = 17 },
        Pair("AA over SA, too many days", .administrativeAnomaly) { $0.finishedOn = "2021-02-01" },
        Pair("AA over SA, outside the campaign", .administrativeAnomaly) {
            ($0.startedOn, $0.finishedOn) = ("2021-04-30", "2021-05-01")
        },
    ]

    /// PRO-224 PRO-238 PRO-302 PRO-303 PRO-304 PRO-305 PRO-306 PRO-307 PRO-308
    @Test("annex 2: AS, SO, AA, SA: of two that hold, the earlier wins", arguments: pairs)
    func earlierWins(pair: Pair) throws {
        #expect(try pair.facts.status() == pair.status)
    }

    @Test("PRO-226: under AS every reason that holds is still given")
    func reasonsUnderSanitaryAnomaly() throws {
        let all = StatusCase(requested: 20, tested: 17).changed {
            $0.nonNegative = 2
            ($0.startedOn, $0.finishedOn) = ("2020-09-30", "2021-05-01")
        }
        #expect(
            try all.decision().reasons == [
                .nonNegativeResult, .tooManyDays, .startedBeforeCampaign, .finishedAfterCampaign, .underSampled,
            ])
        let undone = StatusCase(requested: 20, tested: 0).changed {
            ($0.nonNegative, $0.computedOn) = (1, "2021-05-01")
        }
        #expect(try undone.decision().reasons == [.nonNegativeResult, .notDoneInCampaign])
    }

    /// PRO-302 PRO-303 PRO-304 PRO-305 PRO-306 PRO-307 PRO-308 PRO-309
    @Test(
        "the rule agrees with annex 2 read out, on a grid of 25,920 cases",
        arguments: Disease.allCases)
    func agreesWithOracle(disease: Disease) throws {
        let visits: [(Day?, Day?)] = [
            (nil, nil), ("2020-11-01", "2021-01-30"), ("2020-11-01", "2021-01-31"), ("2020-09-30", "2020-10-01"),
            ("2021-04-30", "2021-05-01"), ("2020-10-01", "2021-04-30"), ("2020-09-30", nil), (nil, "2021-05-01"),
            ("2020-10-01", "2020-12-30"),
        ]
        for requested in [0, 1, 2, 10, 11, 20] {
            for tested in [0, 1, 8, 9, 10, 17, 18, 19, 20, 21] {
                for visit in visits {
                    for flags in 0..<16 {
                        var facts = StatusCase(disease, requested: requested, tested: tested)
                        (facts.startedOn, facts.finishedOn) = visit
                        facts.planRequested = flags & 1 != 0
                        facts.nonNegative = flags & 2 != 0 ? 1 : 0
                        facts.computedOn = flags & 4 != 0 ? "2021-05-01" : "2021-04-30"
                        facts.nonCompletion = flags & 8 != 0
                        let decision = try facts.decision()
                        #expect(decision.status.rawValue == StatusOracle(facts).status, "\(facts)")
                        if decision.status == .administrativeAnomaly || decision.status == .sanitaryAnomaly {
                            let administrative = decision.reasons.filter(StatusOracle.administrative.contains)
                            #expect(administrative.map(\.rawValue) == StatusOracle(facts).reasons, "\(facts)")
                        }
                    }
                }
            }
        }
    }
}

/// Annex 2, rule by rule.
struct StatusOracle {
    static let administrative: Set<DiseaseStatus.Reason> = [
        .tooManyDays, .startedBeforeCampaign, .finishedAfterCampaign, .underSampled, .notDoneInCampaign,
    ]

    let facts: StatusCase
    init(_ facts: StatusCase) { self.facts = facts }

    /// Rules 3a and 3b.
    var reasons: [String] {
        var reasons: [String] = []
        if facts.tested > 0 {
            if let start = facts.startedOn, let finish = facts.finishedOn, finish.number - start.number > 90 {
                reasons.append("too-many-days")
            }
            if let start = facts.startedOn, start < "2020-10-01" { reasons.append("started-before-campaign") }
            if let finish = facts.finishedOn, finish > "2021-04-30" { reasons.append("finished-after-campaign") }
            if facts.requested > 10 && facts.requested - facts.requested / 10 > facts.tested
                || facts.requested <= 10 && facts.requested - 1 > facts.tested
            {
                reasons.append("under-sampled")
            }
        } else if !facts.nonCompletion && facts.computedOn > "2021-04-30" {
            reasons.append("not-done-in-campaign")
        }
        return reasons
    }

    var status: String {
        if facts.nonNegative > 0 { return "AS" }
        if facts.requested == 0 && !facts.planRequested { return "SO" }
        if !reasons.isEmpty { return "AA" }
        if facts.tested > 0 { return "SA" }
        return "EC"
    }
}
