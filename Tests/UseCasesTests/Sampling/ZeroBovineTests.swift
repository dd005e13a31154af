import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

/// Empty documents through the real store.
@Suite struct ZeroBovineTests {
    private static func review(
        _ engine: Engine, _ fill: @escaping @Sendable (Fixture, _ herd: Int64, _ campaign: Int64) throws -> Void
    ) async throws -> ZeroBovineReview.Decision? {
        let result = Holder()
        try await SamplingDesk.open(
            engine,
            { fixture in
                let herd = try fixture.herd(in: fixture.holding())
                let campaign = try fixture.campaign(SamplingDesk.parameters())
                _ = try fixture.sampling(in: campaign, of: herd)
                try fill(fixture, herd, campaign)
            }
        ) { desk in
            try await desk.edit { $0.validates = true }
            await result.set(
                try await ReviewZeroBovine(campaign: SamplingDesk.campaign)
                    .perform(context(desk.database, today: desk.today)).first?.review)
        }
        return await result.value
    }

    private actor Holder {
        var value: ZeroBovineReview.Decision?
        func set(_ value: ZeroBovineReview.Decision?) { self.value = value }
    }

    @Test("PRO-136: a heifer that comes of age in the campaign calls for a visit then", arguments: Engine.allCases)
    func comingOfAge(engine: Engine) async throws {
        let review = try await Self.review(engine) { fixture, herd, _ in
            _ = try fixture.animal("FR9900000001", in: herd, born: "2019-02-10")
        }
        #expect(review?.action == .visitInPeriod)
        #expect(review?.eligibleFrom?.description == "2021-02-10")
        #expect(review?.nonCompletion == "DECNR_PBE")
    }

    @Test("PRO-135: a closed herd is closed", arguments: Engine.allCases)
    func closed(engine: Engine) async throws {
        let review = try await Self.review(engine) { fixture, herd, _ in
            try fixture.execute("UPDATE herd SET closed_on = ? WHERE id = ?", [.day(Day(number: 18_500)), .int(herd)])
        }
        #expect(review?.action == .closeHerd)
        #expect(review?.nonCompletion == "DECNR_EAF")
    }

    @Test("PRO-137: last year's summer cattle call for a visit outside the campaign", arguments: Engine.allCases)
    func summerCattle(engine: Engine) async throws {
        let review = try await Self.review(engine) { fixture, herd, _ in
            let cow = try fixture.animal("FR9900000001", in: herd, born: "2012-01-01", since: "2020-06-01")
            try fixture.leave(cow, on: "2020-09-15")
        }
        #expect(review?.usualMonths == [6, 7, 8, 9])
        #expect(review?.action == .visitOutsideCampaign)
        #expect(review?.nonCompletion == "DECNR_AA")
    }

    @Test("PRO-139: a document that asks for animals is not in the review", arguments: Engine.allCases)
    func notEmpty(engine: Engine) async throws {
        let review = try await Self.review(engine) { fixture, herd, _ in
            _ = try fixture.animal("FR9900000001", in: herd)
        }
        #expect(review == nil)
    }
}
