import Exchange
import Prophylaxis
import Testing

@Suite("Issue 2 §3, §6: lists of codes")
struct CodeListTests {
    @Test("Every method that a campaign can ask for can be named in files", arguments: TestMethod.allCases)
    func methods(method: TestMethod) {
        #expect(TestMethodCode(rawValue: method.rawValue) != nil)
    }

    @Test("Sex: letters and the older numbers", arguments: [("M", "M"), ("f", "F"), ("1", "M"), ("2", "F")])
    func sex(written: String, code: String) {
        let reading = read(AnimalRow.self, "number;sex;birth-date\nFR9912345678;\(written);2018-01-01\n")
        #expect(reading.rows.map(\.sex.rawValue) == [code])
    }
}
