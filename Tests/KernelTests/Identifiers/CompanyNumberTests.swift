import Testing

@testable import Kernel

@Suite struct CompanyNumberTests {
    /// The vaccine wholesalers of DGAL/SDSPA/2015-1045, annex II.bis: real establishments, spaces as printed.
    @Test(
        "every SIRET of the wholesalers' list passes",
        arguments: [
            "4091666910004 1", "4091666910001 7", "4091666910010 8", "3058097410002 1", "7901769520002 2",
            "0272500260003 9",
            "0272500260002 1", "3146148840005 9", "3146148840007 5", "3146148840003 4", "4131447750003 3",
        ])
    func readsWholesalers(text: String) throws {
        let siret = try Siret(parsing: text)
        #expect(siret.description.count == 14)
        #expect(try Siren(parsing: siret.siren).description == siret.siren)
    }

    @Test("one wrong digit of a SIRET is always noticed")
    func noticesOneWrongDigit() {
        let good = Array("40916669100041".utf8)
        for position in good.indices {
            for wrong in UInt8(ascii: "0")...UInt8(ascii: "9") where wrong != good[position] {
                var bytes = good
                bytes[position] = wrong
                let text = String(decoding: bytes, as: UTF8.self)
                #expect(outcome { () throws(NumberFault) in try Siret(parsing: text) } == "number-check-digit")
            }
        }
    }

    @Test(
        "offices of La Poste pass by their digit sum, its head office by Luhn; no other company does",
        arguments: [
            ("35600000000048", "35600000000048"), ("35600000049837", "35600000049837"),
            ("35600000049838", "number-check-digit"), ("35600000000055", "number-check-digit"),
            ("35600000000056", "35600000000056"),
            ("73282932000074", "73282932000074"), ("73282932000073", "number-check-digit"),
            // Digit sum 50, but not La Poste.
            ("73282932000077", "number-check-digit"),
        ])
    func readsLaPoste(text: String, expected: String) {
        #expect(outcome { () throws(NumberFault) in try Siret(parsing: text) } == expected)
    }

    @Test(
        "what is wrong with a SIRET has a name",
        arguments: [
            ("", "number-empty"), ("4091666910004", "number-length"), ("409166691000411", "number-length"),
            ("4091666910004A", "number-character"), ("4,09167E+13", "number-scientific"),
            ("40916669200041", "number-check-digit"),
        ])
    func refusesSiret(text: String, fault: String) {
        #expect(outcome { () throws(NumberFault) in try Siret(parsing: text) } == fault)
    }

    @Test(
        "a SIREN is nine digits under Luhn's check",
        arguments: [
            ("404833048", "404833048"), ("404 833 048", "404833048"), ("404833047", "number-check-digit"),
            ("40483304", "number-length"), ("40483304X", "number-character"), ("", "number-empty"),
            ("4,04833E+08", "number-scientific"),
        ])
    func readsSiren(text: String, expected: String) {
        #expect(outcome { () throws(NumberFault) in try Siren(parsing: text) } == expected)
    }

    @Test(
        "an Order number is one to nine digits",
        arguments: [
            ("12345", "12345"), ("1", "1"), ("123456789", "123456789"), ("00123", "00123"),
            ("1234567890", "number-length"),
            ("", "number-empty"), ("12A", "number-character"),
        ])
    func readsOrderNumber(text: String, expected: String) {
        #expect(outcome { () throws(NumberFault) in try OrderNumber(parsing: text) } == expected)
    }

    @Test(
        "Luhn's check doubles every second digit from the right",
        arguments: [
            ("0", true), ("18", true), ("59", true), ("19", false), ("79927398713", true), ("79927398710", false),
            ("", true),
        ])
    func luhn(digits: String, passes: Bool) {
        #expect(passesLuhn(Array(digits.utf8)) == passes)
    }
}
