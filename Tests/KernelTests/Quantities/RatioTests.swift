import Foundation
import Testing

@testable import Kernel

@Suite struct RatioTests {
    @Test(
        "each rounding has its name: floor, ceiling, half up",
        arguments: [
            (Ratio(1, over: 10), 20, 2, 2, 2), (Ratio(1, over: 10), 19, 1, 2, 2), (Ratio(1, over: 10), 15, 1, 2, 2),
            (Ratio(1, over: 10), 14, 1, 2, 1), (Ratio(1, over: 5), 51, 10, 11, 10), (Ratio(1, over: 2), 1, 0, 1, 1),
            (Ratio(1, over: 2), 3, 1, 2, 2), (Ratio(1, over: 3), 1, 0, 1, 0), (Ratio(2, over: 3), 1, 0, 1, 1),
            (Ratio(1, over: 10), 0, 0, 0, 0), (Ratio(1, over: 2), -1, -1, 0, 0), (Ratio(1, over: 2), -3, -2, -1, -1),
            (Ratio(-1, over: 2), 1, -1, 0, 0), (Ratio(-1, over: 2), 3, -2, -1, -1), (Ratio(-1, over: 3), 2, -1, 0, -1),
            (Ratio(1, over: 10), -10, -1, -1, -1), (Ratio(-2, over: 3), 1, -1, 0, -1),
        ])
    func rounds(ratio: Ratio, count: Int, floor: Int, ceiling: Int, halfUp: Int) {
        #expect(ratio.floor(of: count) == floor)
        #expect(ratio.ceiling(of: count) == ceiling)
        #expect(ratio.halfUp(of: count) == halfUp)
    }

    @Test("the roundings keep their definition for small ratios of both signs")
    func roundingsKeepTheirDefinition() {
        for numerator in -12...12 {
            for denominator in 1...12 {
                let ratio = Ratio(numerator, over: denominator)
                for count in -15...15 {
                    let (product, over) = (numerator * count, denominator)
                    let (floor, ceiling, half) = (
                        ratio.floor(of: count), ratio.ceiling(of: count), ratio.halfUp(of: count)
                    )
                    guard floor * over <= product, product < (floor + 1) * over,
                        (ceiling - 1) * over < product, product <= ceiling * over,
                        (2 * half - 1) * over <= 2 * product, 2 * product < (2 * half + 1) * over
                    else {
                        Issue.record("\(numerator)/\(denominator) of \(count): \(floor), \(ceiling), \(half)")
                        return
                    }
                }
            }
        }
    }

    @Test(
        "a limit is reached exactly at it and exceeded only above it",
        arguments: [
            (53, 60, false, false), (54, 60, true, false), (55, 60, true, true), (9, 10, true, false),
            (0, 0, false, false),
            (1, 0, false, false), (899, 1000, false, false), (900, 1000, true, false), (901, 1000, true, true),
        ])
    func comparesExactly(part: Int, whole: Int, isReached: Bool, isExceeded: Bool) {
        let ninety = Ratio.percent(90)
        #expect(ninety.isReached(by: part, of: whole) == isReached)
        #expect(ninety.isExceeded(by: part, of: whole) == isExceeded)
    }

    @Test("equal shares are equal, however they were written, and print in lowest terms")
    func reduces() {
        #expect(Ratio.percent(10) == Ratio(1, over: 10))
        #expect(Set([Ratio(1, over: 2), Ratio(2, over: 4), Ratio.percent(50)]).count == 1)
        #expect(Ratio(-4, over: 6).description == "-2/3")
        #expect(Ratio(0, over: 7) == Ratio(0, over: 1))
        #expect(Ratio(3, over: 1).description == "3/1")
    }

    @Test(
        "a ratio is read from its text",
        arguments: [("1/10", Ratio(1, over: 10)), ("-1/2", Ratio(-1, over: 2)), ("10/100", Ratio(1, over: 10))])
    func reads(text: String, ratio: Ratio) {
        #expect(Ratio(text) == ratio)
    }

    @Test(
        "what is no ratio, or would overflow a product with a count, is refused",
        arguments: [
            "", "1", "1/0", "1/-2", "1/2/3", "a/b", "0.1", "1 / 10", "/", "1/", "10 %", "1/9223372036854775807",
            "9223372036854775807/1", "1/99999999999999999999", "-1000000001/1",
        ])
    func refuses(text: String) {
        #expect(Ratio(text) == nil)
        let json = Data("[\"\(text)\"]".utf8)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([Ratio].self, from: json) }
    }

    @Test("the largest ratio that a text may give still multiplies a country's cattle")
    func largestDoesNotOverflow() throws {
        let largest = try #require(Ratio("1000000000/999999999"))
        #expect(largest.halfUp(of: 19_016_931) == 19_016_931)
        #expect(largest.isExceeded(by: 19_016_932, of: 19_016_931))
    }

    @Test("JSON holds a ratio as its text")
    func codes() throws {
        let json = try JSONEncoder().encode([Ratio.percent(20)])
        #expect(try JSONDecoder().decode([String].self, from: json) == ["1/5"])
        #expect(try JSONDecoder().decode([Ratio].self, from: json) == [Ratio(1, over: 5)])
    }
}
