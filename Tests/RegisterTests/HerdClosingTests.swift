import Kernel
import Register
import Testing

@Suite struct HerdClosingTests {
    private static let today = Day("2026-11-20") ?? Day(number: 0)

    private func decide(
        closed: String? = nil, absent: Bool = false, animals: Int = 3, left: String? = nil, said: String? = nil,
        _ order: [HerdClosing.Criterion] = HerdClosing.Criterion.allCases
    ) -> [HerdClosing.Criterion] {
        var parameters = HerdClosing.Parameters()
        parameters.order = order
        return HerdClosing.decide(
            HerdClosing.Facts(
                holdingClosedOn: closed.flatMap { Day($0) }, isAbsentFromBase: absent, animals: animals,
                emptySince: left.flatMap { Day($0) }, keeperSaidOn: said.flatMap { Day($0) }),
            on: Self.today, idleBefore: Self.today.adding(months: -12), parameters)
    }

    @Test("PRO-25: each criterion by itself, its limits, and the local order")
    func criteria() {
        #expect(decide() == [])
        #expect(decide(closed: "2026-11-20") == [.holdingEnded])
        #expect(decide(closed: "2026-11-21") == [])
        #expect(decide(absent: true) == [.activityClosed])
        #expect(decide(animals: 0, left: "2025-11-19") == [.idle])
        #expect(decide(animals: 0, left: "2025-11-20") == [])
        #expect(decide(animals: 1, left: "2020-01-01") == [])
        #expect(decide(animals: 0) == [.idle])
        #expect(decide(said: "2026-11-20") == [.keeper])
        #expect(decide(absent: true, said: "2026-01-01", [.keeper, .activityClosed]) == [.keeper, .activityClosed])
        #expect(decide(absent: true, said: "2026-01-01", [.idle]) == [])
    }
}

@Suite struct MapPointTests {
    @Test(
        "PRO-22: a place on the map is read and written exactly",
        arguments: [
            ("45.777222,3.087025", "45.777222,3.087025"), ("45,3", "45.000000,3.000000"),
            ("-21.1, 55.5", "-21.100000,55.500000"), ("90,-180", "90.000000,-180.000000"),
            ("0.000001,-0.000001", "0.000001,-0.000001"),
        ])
    func reads(text: String, written: String) {
        #expect(MapPoint(text)?.description == written)
    }

    @Test(
        "PRO-22: what is no place",
        arguments: ["", "45.7", "45.7;3.0", "91,0", "0,181", "45.1234567,3", "a,b", "45.,3", "+45,3"])
    func refuses(text: String) {
        #expect(MapPoint(text) == nil)
    }
}

@Suite struct RegionTests {
    @Test("PRO-36: every department belongs to one region")
    func departments() {
        let all = Region.codes.flatMap { Region.departments(of: $0) ?? [] }
        #expect(all.count == 101)
        #expect(Set(all).count == 101)
        #expect(Region.departments(of: "84")?.contains("63") == true)
        #expect(Region.departments(of: "99") == nil)
    }
}
