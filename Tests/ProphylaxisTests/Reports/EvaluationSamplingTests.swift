import Kernel
import Prophylaxis
import Testing

@Suite("evaluation-proposal: under-sampling")
struct EvaluationSamplingTests {
    typealias Facts = EvaluationProposal.Facts

    @Test(
        "EX-32 PRO-254 decision 11: curable up to the 90th day after the first visit",
        arguments: [("2021-01-30", "NE"), ("2021-01-31", "NE"), ("2021-02-01", "B")] as [(Day, String)])
    func ninetyDays(day: Day, evaluation: String) throws {
        for disease in Disease.allCases {
            let proposal = try Facts.done(disease, tested: 17).seen(on: day).proposal()
            #expect(proposal.evaluation.rawValue == evaluation)
            #expect(proposal.comment == (evaluation == "NE" ? .completeSampling : nil))
        }
    }

    /// First visit, seen on.
    @Test(
        "PRO-258 PRO-261 decision 11: curable up to the campaign's end where it comes first, or without a visit",
        arguments: [
            ("2021-03-01", "2021-04-30", "NE"), ("2021-03-01", "2021-05-01", "B"), (nil, "2021-04-30", "NE"),
            (nil, "2021-05-01", "B"), ("2021-01-30", "2021-04-30", "NE"), ("2021-01-29", "2021-04-30", "B"),
        ] as [(Day?, Day, String)])
    func campaignEnd(firstVisit: Day?, day: Day, evaluation: String) throws {
        let facts = Facts.done(.brucellosis, tested: 17).changed { $0.firstVisit = firstVisit }
        #expect(try facts.seen(on: day).evaluation() == evaluation)
    }

    @Test(
        "PRO-227 decision 11: BRU and LEU are under-sampled beyond annex 2's tolerance",
        arguments: [
            (40, 36, "A"), (40, 35, "NE"), (11, 10, "A"), (11, 9, "NE"), (10, 9, "A"), (10, 8, "NE"), (1, 1, "A"),
        ])
    func bloodTolerance(requested: Int, tested: Int, evaluation: String) throws {
        for disease in [Disease.brucellosis, .leukosis] {
            #expect(try Facts.done(disease, requested: requested, tested: tested).evaluation() == evaluation)
        }
    }

    /// Requested, tested; proposal during the campaign under table 6, as blood tests, without tolerance.
    @Test(
        "PRO-229 PRO-257 AMB-06 AMB-07: tuberculosis by the department's rule, at every herd size",
        arguments: [
            (200, 200, "A", "A", "A"), (200, 199, "B", "A", "NE"), (200, 180, "B", "A", "NE"),
            (200, 179, "NE", "NE", "NE"), (10, 9, "B", "A", "NE"), (10, 8, "NE", "NE", "NE"), (9, 8, "NE", "A", "NE"),
            (2, 1, "NE", "A", "NE"), (1, 1, "A", "A", "A"), (19, 18, "B", "A", "NE"), (19, 17, "NE", "NE", "NE"),
            (20, 25, "A", "A", "A"), (0, 4, "A", "A", "A"),
        ])
    func tuberculinRule(requested: Int, tested: Int, table6: String, asBlood: String, none: String) throws {
        let facts = Facts.done(.tuberculosis, requested: requested, tested: tested)
        #expect(try facts.evaluation(.table6) == table6)
        #expect(try facts.evaluation(.asBloodTests) == asBlood)
        #expect(try facts.evaluation(.noTolerance) == none)
    }

    @Test(
        "PRO-229: the department's rule touches tuberculosis only",
        arguments: EvaluationProposal.TuberculinRule.allCases)
    func otherDiseases(rule: EvaluationProposal.TuberculinRule) throws {
        for disease in [Disease.brucellosis, .leukosis] {
            #expect(try Facts.done(disease, requested: 40, tested: 36).evaluation(rule) == "A")
            #expect(try Facts.done(disease, requested: 40, tested: 35).evaluation(rule) == "NE")
        }
    }

    @Test("AMB-07: every rate of every herd up to 120 falls under 90 %, in the band, or at 100 %")
    func everyRate() throws {
        for requested in 1...120 {
            for tested in 1...requested {
                let expected = tested == requested ? "A" : 100 * tested >= 90 * requested ? "B" : "NE"
                let proposal = try Facts.done(.tuberculosis, requested: requested, tested: tested).proposal()
                #expect(proposal.evaluation.rawValue == expected, "\(tested)/\(requested)")
                #expect((proposal.comment == .tuberculin90To99) == (expected == "B"))
            }
        }
    }

    @Test("PRO-254: days, tolerance and band are parameters")
    func parameters() throws {
        var parameters = EvaluationProposal.Parameters()
        parameters.maximumDays = 70
        let short = Facts.done(.brucellosis, tested: 17)
        #expect(try EvaluationProposal.decide(short.seen(on: "2021-01-11"), parameters).evaluation == .notEvaluated)
        #expect(
            try EvaluationProposal.decide(short.seen(on: "2021-01-12"), parameters).evaluation
                == .administrativeNonCompliance)
        parameters.tolerance.share = Ratio(1, over: 5)
        #expect(try EvaluationProposal.decide(short, parameters).evaluation == .compliant)
        parameters.tuberculinBandFrom = Ratio(4, over: 5)
        let skin = try EvaluationProposal.decide(Facts.done(.tuberculosis, tested: 16), parameters)
        #expect(skin.comment == .tuberculin90To99)
    }
}
