import Testing

@testable import Kernel

@Suite struct AnimalNumberTests {
    @Test(
        "a French animal number is FR and ten digits, however it is written",
        arguments: [
            ("FR6312345678", "FR6312345678"), ("fr 63 1234 5678", "FR6312345678"), ("FR-63.1234.5678", "FR6312345678"),
            ("fr\u{a0}6312345678", "FR6312345678"), ("FR 9712345678", "FR9712345678"),
            // A spreadsheet took the number part for a number: the zero comes back (decision 19).
            ("FR312345678", "FR0312345678"),
        ])
    func readsFrench(text: String, expected: String) {
        #expect(outcome { () throws(NumberFault) in try AnimalNumber(parsing: text) } == expected)
    }

    @Test(
        "decision 15: a foreign number is a country and 1 to 12 characters 0-9 A-Z",
        arguments: [
            ("DE0123456789", "DE0123456789"), ("BE 1", "BE1"), ("ie 37 12345 6 7890", "IE37123456" + "7890"),
            ("IT AB12CD34EF56", "ITAB12CD34EF56"), ("ES123456789012", "ES123456789012"),
            ("ES1234567890123", "number-length"), ("ES", "number-length"), ("ES12/34", "number-character"),
        ])
    func readsForeign(text: String, expected: String) {
        #expect(outcome { () throws(NumberFault) in try AnimalNumber(parsing: text) } == expected)
    }

    @Test(
        "a country from a column of its own goes before the number, once",
        arguments: [
            ("6312345678", "FR", "FR6312345678"), ("312345678", "fr", "FR0312345678"),
            ("0123456789", "DE", "DE0123456789"),
            ("FR6312345678", "FR", "FR6312345678"), ("1A2B3C", "IT", "IT1A2B3C"), ("A1234", "PT", "PTA1234"),
            ("DE0123456789", "", "DE0123456789"), ("6312345678", "", "number-country"),
            ("6312345678", "F", "number-country"),
            ("6312345678", "33", "number-country"), ("DE0123456789", "FR", "number-character"),
        ])
    func readsCountryColumn(text: String, country: String, expected: String) {
        #expect(outcome { () throws(NumberFault) in try AnimalNumber(parsing: text, country: country) } == expected)
    }

    @Test(
        "what is wrong with an animal number has a name",
        arguments: [
            ("", "number-empty"), ("..", "number-empty"), ("6312345678", "number-country"),
            ("F6312345678", "number-country"),
            ("F", "number-country"), ("FR63123456", "number-length"),
            ("FR63123456789", "number-length"), ("FR63A2345678", "number-character"),
            ("FR0012345678", "number-department"),
            ("FR9612345678", "number-department"), ("FR9912345678", "number-department"),
            ("6,3E+09", "number-scientific"),
            ("6.31234E+09", "number-scientific"), ("FRé312345678", "number-character"),
        ])
    func refuses(text: String, fault: String) {
        #expect(outcome { () throws(NumberFault) in try AnimalNumber(parsing: text) } == fault)
    }

    @Test("department 99 is let in for fictitious data only")
    func fictitious() {
        let read = outcome { () throws(NumberFault) in try AnimalNumber(parsing: "FR9904190105", fictitious: true) }
        #expect(read == "FR9904190105")
    }

    @Test("country, number and working number are parts of it")
    func parts() {
        let number = AnimalNumber(stored: "FR6312345678")
        #expect((number.country, number.national, number.workingNumber) == ("FR", "6312345678", "5678"))
        #expect(AnimalNumber(stored: "BE1").workingNumber == "1")
        #expect(AnimalNumber(stored: "DE9") < AnimalNumber(stored: "FR1"))
    }
}
