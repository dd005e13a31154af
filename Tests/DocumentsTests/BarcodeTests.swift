import Documents
import Testing

@Suite struct BarcodeTests {
    @Test("PRO-151: bars and spaces are those of the standard")
    func knownSymbol() throws {
        // Start B, A, check character 34, stop.
        let symbol = try Code128Encoder().encode("A")
        #expect(
            symbol.widths == [2, 1, 1, 2, 1, 4, 1, 1, 1, 3, 2, 3, 1, 3, 1, 1, 2, 3, 2, 3, 3, 1, 1, 1, 2])
        #expect(symbol.modules == 46)
    }

    @Test(
        "PRO-151: a number takes as many modules as its digits need",
        arguments: [("FR9912345678", 123), ("991200000012", 101), ("99120000001201", 112)])
    func modules(_ text: String, _ modules: Int) throws {
        let symbol = try Code128Encoder().encode(text)
        #expect(symbol.modules == modules)
        #expect(symbol.widths.reduce(0) { $0 + Int($1) } == modules)
    }

    @Test(
        "a text that no symbol holds is a fault with its reason",
        arguments: ["", "é", "A\u{0}", String(repeating: "A", count: 500)])
    func refused(_ text: String) throws {
        let encoder = try Code128Encoder()
        #expect(throws: BarcodeFault.self) { try encoder.encode(text) }
        // The encoder works on after a refusal.
        #expect(try encoder.encode("FR9912345678").modules == 123)
    }

    @Test(
        "PRO-159: bars are never narrower than 0.25 mm",
        arguments: [(47.2, 0.33), (35.76, 0.25006), (35.75, 0.25), (35.74, nil)])
    func fitting(_ width: Double, _ expected: Double?) throws {
        let module = try Code128Encoder().encode("FR9912345678").module(fitting: width, wanted: 0.33)
        switch (module, expected) {
        case (nil, nil): break
        case (let module?, let expected?): #expect(abs(module - expected) < 0.001)
        default: Issue.record("\(String(describing: module)) for \(width) mm")
        }
    }
}
