import Kernel
import Prophylaxis
import Testing

@Suite("disease-status: worked examples")
struct StatusExamplesTests {
    @Test(
        "EX-01 PRO-214 PRO-306 PRO-227: requested and tested, none non-negative",
        arguments: [
            (40, 36, "SA"), (40, 35, "AA"), (20, 18, "SA"), (20, 17, "AA"), (19, 18, "SA"), (19, 17, "AA"),
            (11, 10, "SA"), (11, 9, "AA"), (10, 9, "SA"), (10, 8, "AA"), (2, 1, "SA"), (1, 1, "SA"), (100, 90, "SA"),
            (100, 89, "AA"), (109, 99, "SA"), (109, 98, "AA"),
        ])
    func example1(requested: Int, tested: Int, status: String) throws {
        for disease in Disease.allCases {
            #expect(try StatusCase(disease, requested: requested, tested: tested).status().rawValue == status)
        }
    }

    @Test("EX-04 PRO-302: one positive is AS before the delay of 120 days")
    func example4() throws {
        let positive = StatusCase(requested: 30, tested: 30).changed {
            $0.nonNegative = 1
            ($0.startedOn, $0.finishedOn) = ("2020-11-01", "2021-03-01")
        }
        #expect(try positive.status() == .sanitaryAnomaly)
        #expect(try positive.decision().reasons == [.nonNegativeResult, .tooManyDays])
    }

    @Test(
        "EX-05 PRO-211 PRO-304: 90 days are no anomaly, 91 are",
        arguments: [("2021-01-30", "SA"), ("2021-01-31", "AA")] as [(Day, String)])
    func example5(finish: Day, status: String) throws {
        let visits = StatusCase(requested: 20, tested: 20).changed {
            ($0.startedOn, $0.finishedOn) = ("2020-11-01", finish)
        }
        #expect(try visits.status().rawValue == status)
    }

    @Test(
        "EX-06 PRO-305 PRO-212: the campaign's own dates are in it",
        arguments: [("2020-09-30", "AA"), ("2020-10-01", "SA"), ("2021-04-30", "SA"), ("2021-05-01", "AA")]
            as [(Day, String)])
    func example6(visit: Day, status: String) throws {
        let visits = StatusCase(requested: 20, tested: 20).changed { ($0.startedOn, $0.finishedOn) = (visit, visit) }
        #expect(try visits.status().rawValue == status)
    }

    @Test(
        "EX-07 PRO-307: nothing tested is AA from the day after the end, unless a decision excuses it",
        arguments: [("2021-04-30", false, "EC"), ("2021-05-01", false, "AA"), ("2021-05-01", true, "EC")]
            as [(Day, Bool, String)])
    func example7(computedOn: Day, nonCompletion: Bool, status: String) throws {
        let undone = StatusCase(requested: 20, tested: 0).changed {
            ($0.startedOn, $0.finishedOn) = (nil, nil)
            ($0.computedOn, $0.nonCompletion) = (computedOn, nonCompletion)
        }
        #expect(try undone.status().rawValue == status)
    }

    /// Plan requested (a validated document of no animal), computed on, decision of non-completion.
    @Test(
        "EX-08 PRO-303 PRO-231 AMB-05: nothing requested, with and without a plan",
        arguments: [
            (false, "2021-01-05", false, "SO"), (true, "2021-01-05", false, "EC"), (true, "2021-05-01", false, "AA"),
            (true, "2021-05-01", true, "EC"), (false, "2021-05-01", false, "SO"),
        ] as [(Bool, Day, Bool, String)])
    func example8(plan: Bool, computedOn: Day, nonCompletion: Bool, status: String) throws {
        let empty = StatusCase(requested: 0, tested: 0).changed {
            ($0.startedOn, $0.finishedOn) = (nil, nil)
            ($0.planRequested, $0.computedOn, $0.nonCompletion) = (plan, computedOn, nonCompletion)
        }
        #expect(try empty.status().rawValue == status)
    }
}
