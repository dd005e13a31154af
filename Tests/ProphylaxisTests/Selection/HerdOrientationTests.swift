import Kernel
import Prophylaxis
import Testing

@Suite("herd-orientation")
struct HerdOrientationTests {
    typealias Orientation = HerdOrientation.Orientation

    private static func orientation(
        _ beef: Int, _ dairy: Int, _ parameters: HerdOrientation.Parameters = .init()
    ) throws -> Orientation {
        try HerdOrientation.decide(.init(beefFemales: beef, dairyFemales: dairy), parameters).orientation
    }

    @Test(
        "EX-19 PRO-42: share of beef to dairy females",
        arguments: [
            (0, 50, .dairy), (5, 100, .dairy), (6, 100, .mixed), (5, 50, .dairy), (5, 49, .mixed), (10, 100, .mixed),
            (1, 9, .mixed), (1, 10, .dairy), (6, 60, .mixed), (20, 0, .beef),
        ] as [(Int, Int, Orientation)])
    func example19(beef: Int, dairy: Int, expected: Orientation) throws {
        #expect(try Self.orientation(beef, dairy) == expected)
    }

    @Test(
        "AMB-23: the table prevails, and what it leaves out",
        arguments: [(0, 0, .none), (1, 0, .beef), (5, 0, .beef), (6, 0, .beef), (0, 1, .dairy), (1, 1, .mixed)]
            as [(Int, Int, Orientation)])
    func outsideTheTable(beef: Int, dairy: Int, expected: Orientation) throws {
        #expect(try Self.orientation(beef, dairy) == expected)
    }

    @Test("PRO-42: the rule agrees with the table read out, on every herd up to 40 by 450")
    func agreesWithOracle() throws {
        for beef in 0...40 {
            for dairy in 0...450 {
                let expected: Orientation
                if dairy == 0 {
                    expected = beef == 0 ? .none : .beef
                } else if beef * 10 > dairy {
                    expected = .mixed
                } else if beef > 5 {
                    expected = .mixed
                } else {
                    expected = .dairy
                }
                #expect(try Self.orientation(beef, dairy) == expected, "\(beef) beef, \(dairy) dairy")
            }
        }
    }

    @Test("PRO-42: shares are exact where a Double is not", arguments: [(99_999_999, true), (100_000_000, false)])
    func exactShare(dairyTenths: Int, mixed: Bool) throws {
        var parameters = HerdOrientation.Parameters()
        parameters.mixedOverBeefFemales = 1_000_000
        parameters.mixedOverShare = Ratio(1, over: 1000)
        let expected: Orientation = mixed ? .mixed : .dairy
        #expect(try Self.orientation(100_000, dairyTenths, parameters) == expected)
    }

    @Test("PRO-42: every reason that holds is given")
    func reasons() throws {
        func reasons(_ beef: Int, _ dairy: Int) throws -> [HerdOrientation.Reason] {
            try HerdOrientation.decide(.init(beefFemales: beef, dairyFemales: dairy), .init()).reasons
        }
        #expect(try reasons(6, 10) == [.shareOverLimit, .beefFemalesOverLimit])
        #expect(try reasons(6, 100) == [.beefFemalesOverLimit])
        #expect(try reasons(5, 49) == [.shareOverLimit])
        #expect(try reasons(5, 50) == [.withinLimits])
        #expect(try reasons(3, 0) == [.noDairyFemales])
        #expect(try reasons(0, 0) == [.noFemales])
    }

    @Test("PRO-42: both limits are parameters")
    func parameters() throws {
        var parameters = HerdOrientation.Parameters()
        parameters.mixedOverBeefFemales = 20
        #expect(try Self.orientation(10, 100, parameters) == .dairy)
        parameters.mixedOverShare = Ratio(1, over: 20)
        #expect(try Self.orientation(10, 100, parameters) == .mixed)
    }

    @Test("herd-orientation: a negative count is refused", arguments: [(-1, 1), (1, -1)])
    func negative(beef: Int, dairy: Int) {
        #expect(throws: (any Error).self) { try Self.orientation(beef, dairy) }
    }
}
