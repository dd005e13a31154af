import Kernel
import Prophylaxis
import Testing

@Suite("zero-bovine-review")
struct ZeroBovineReviewTests {
    private struct Case {
        var closed = false
        var cattle = 0
        var stays: [ZeroBovineReview.EligibleStay] = []
        var introduced = 0
        var programmed = 0
        var tested = 0

        func decide() throws -> ZeroBovineReview.Decision {
            try ZeroBovineReview.decide(
                .init(
                    today: "2021-01-20", campaignEnd: "2021-04-30", isClosed: closed, cattle: cattle,
                    eligibleStays: stays, introduced: introduced, introducedFromProgrammed: programmed,
                    introducedTested: tested), .init())
        }
    }

    @Test("PRO-135: a closed herd is a cessation")
    func closed() throws {
        let decision = try Case(closed: true).decide()
        #expect(decision.action == .closeHerd)
        #expect(decision.nonCompletion == "DECNR_EAF")
    }

    @Test("AMB-15: no cattle is absence, young cattle only is none eligible")
    func nonCompletion() throws {
        #expect(try Case(cattle: 0).decide().nonCompletion == "DECNR_AA")
        #expect(try Case(cattle: 12).decide().nonCompletion == "DECNR_PBE")
    }

    @Test(
        "PRO-136, PRO-137: cattle that reach the age by the campaign's end are visited in it, later ones outside",
        arguments: [
            ("2021-03-01", .visitInPeriod), ("2021-04-30", .visitInPeriod), ("2021-05-01", .visitOutsideCampaign),
        ] as [(Day, ZeroBovineReview.Action)])
    func comingOfAge(from: Day, action: ZeroBovineReview.Action) throws {
        let decision = try Case(cattle: 3, stays: [.init(from: from, until: nil)]).decide()
        #expect(decision.action == action)
        #expect(decision.eligibleFrom == from)
    }

    @Test("PRO-136: last year's months tell when the herd usually has such cattle")
    func usualMonths() throws {
        let decision = try Case(stays: [.init(from: "2020-02-10", until: "2020-04-01")]).decide()
        #expect(decision.usualMonths == [2, 3])
        #expect(decision.eligibleFrom == "2021-02-01")
        #expect(decision.action == .visitInPeriod)
    }

    @Test("PRO-137: usual months after the campaign's end ask for a visit outside it")
    func usualMonthsOutside() throws {
        let decision = try Case(stays: [.init(from: "2020-07-10", until: "2020-09-15")]).decide()
        #expect(decision.eligibleFrom == "2021-07-01")
        #expect(decision.action == .visitOutsideCampaign)
    }

    @Test("PRO-138: without such a period the herds of origin are checked, unless all is covered")
    func origins() throws {
        #expect(try Case(cattle: 4, introduced: 4, programmed: 3, tested: 0).decide().action == .checkOrigins)
        #expect(try Case(cattle: 4, introduced: 4, programmed: 4, tested: 0).decide().action == .reviewAtEnd)
        #expect(try Case(cattle: 4, introduced: 4, programmed: 0, tested: 4).decide().action == .reviewAtEnd)
        #expect(try Case(cattle: 4, introduced: 4, programmed: 3, tested: 1).decide().untestedIntroduced == 3)
    }

    @Test("PRO-140: nothing left to check is reviewed at the end")
    func reviewAtEnd() throws {
        #expect(try Case(cattle: 4).decide().action == .reviewAtEnd)
    }
}
