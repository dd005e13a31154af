import Prophylaxis
import Testing

@Suite struct InterventionNumberTests {
    @Test("PRO-157: twelve digits, the year of the campaign first")
    func written() throws {
        let number = try #require(InterventionNumber(year: 2021, sequence: 42))
        #expect(number.description == "202100000042")
        #expect(InterventionNumber("202100000042") == number)
        #expect(InterventionNumber("202100000042")?.year == 2021)
    }

    @Test(
        "PRO-157: what is no number of ours",
        arguments: ["", "20210000004", "2021000000420", "2021 0000042", "2021A0000042", "202100000000", "０２１００００００４２"])
    func refused(text: String) {
        #expect(InterventionNumber(text) == nil)
    }

    @Test("PRO-157: a sequence beyond eight digits is none", arguments: [0, 100_000_000])
    func bounds(sequence: Int) {
        #expect(InterventionNumber(year: 2021, sequence: sequence) == nil)
        #expect(InterventionNumber(year: 2021, sequence: 99_999_999) != nil)
    }

    @Test("PRO-68: a herd is written as holding number and code", arguments: ["99000001/L", "99000001/A/1"])
    func herd(text: String) throws {
        let herd = try #require(HerdReference(text))
        #expect(herd.holding == "99000001")
        #expect(herd.description == text)
    }

    @Test("PRO-68: half a herd is none", arguments: ["", "99000001", "99000001/", "/L"])
    func noHerd(text: String) { #expect(HerdReference(text) == nil) }
}
