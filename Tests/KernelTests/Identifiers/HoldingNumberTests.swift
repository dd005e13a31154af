import Testing

@testable import Kernel

@Suite struct HoldingNumberTests {
    @Test(
        "a holding number is read as people write it",
        arguments: [
            ("63123456", "63123456"), ("63 123 456", "63123456"), ("63.123.456", "63123456"),
            ("63-123-456", "63123456"),
            ("\u{a0}63\u{202f}123456\t", "63123456"), ("01234567", "01234567"), ("97412345", "97412345"),
            ("98812345", "98812345"), ("20123456", "20123456"), ("95000001", "95000001"),
        ])
    func reads(text: String, expected: String) {
        #expect(outcome { () throws(NumberFault) in try HoldingNumber(parsing: text) } == expected)
    }

    @Test("decision 19: seven digits are departments 01 to 09 whose zero a spreadsheet dropped")
    func givesZeroBack() {
        #expect(outcome { () throws(NumberFault) in try HoldingNumber(parsing: "3123456") } == "03123456")
    }

    @Test(
        "what is wrong with a holding number has a name",
        arguments: [
            ("", "number-empty"), (" - ", "number-empty"), ("631234", "number-length"), ("631234567", "number-length"),
            ("0123456", "number-department"), ("00123456", "number-department"), ("96123456", "number-department"),
            ("99123456", "number-department"), ("2A123456", "number-character"), ("6312345é", "number-character"),
            ("6,3E+07", "number-scientific"), ("6.3e+07", "number-scientific"), ("63E6", "number-scientific"),
        ])
    func refuses(text: String, fault: String) {
        #expect(outcome { () throws(NumberFault) in try HoldingNumber(parsing: text) } == fault)
    }

    @Test("department 99 is let in for fictitious data only")
    func fictitious() {
        #expect(
            outcome { () throws(NumberFault) in try HoldingNumber(parsing: "99987123", fictitious: true) } == "99987123"
        )
    }

    @Test("holding numbers sort by their digits, and a stored one is not judged again")
    func sorts() {
        #expect(HoldingNumber(stored: "01999999") < HoldingNumber(stored: "63000001"))
        #expect(HoldingNumber(stored: "99987123").description == "99987123")
    }
}
