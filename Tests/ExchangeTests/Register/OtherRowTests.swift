import Exchange
import Kernel
import Prophylaxis
import Testing

@Suite("Issue 2 §3: row checks of the other tables")
struct OtherRowTests {
    @Test(
        "PRO-26, PRO-37: an establishment keeps one good number, a wrong SIRET is told",
        arguments: [
            ("73282932000074;;99123456;E", [String](), 1), ("73282932000075;A1;99123456;E", ["number-check-digit"], 1),
            ("73282932000075;;99123456;E", ["number-check-digit", "either-column"], 0),
            (";;99123456;E", ["either-column"], 0), (";A1;;E", [], 1),
        ])
    func establishments(line: String, codes: [String], accepted: Int) {
        let reading = read(EstablishmentRow.self, "siret;numagrit;holding;name\n\(line)\n")
        #expect(reading.rows.count == accepted)
        #expect(reading.warnings.map(\.code) + reading.refusedCodes == codes)
    }

    @Test("A SIRET of thirteen digits gets its zero back when the check digits prove it")
    func siret() {
        let reading = read(EstablishmentRow.self, "siret;numagrit;holding;name\n2725002600039;;;E\n")
        #expect(reading.rows.map(\.siret?.description) == ["02725002600039"])
        #expect(reading.warnings.map(\.code) == ["leading-zero-restored"])
    }

    @Test(
        "Decision 13: the phase lies below the interval",
        arguments: [(0, 0, 1), (1, 0, 1), (5, 4, 1), (5, 5, 0), (1, 1, 0)])
    func phase(interval: Int, phase: Int, accepted: Int) {
        let reading = read(CommuneScreeningRow.self, "commune;disease;interval;phase\n63113;BRU;\(interval);\(phase)\n")
        #expect(reading.rows.count == accepted)
        #expect(reading.refusedCodes == (accepted == 1 ? [] : ["phase-out-of-interval"]))
    }

    @Test(
        "A stay: reversed dates refuse it, a cause without an exit is a warning, one day is a stay",
        arguments: [
            ("FR9912345678;99123456;2020-01-02;A;2020-01-01;B", ["period-reversed"], 0),
            ("FR9912345678;99123456;2020-01-02;A;2020-01-02;B", [], 1),
            ("FR9912345678;99123456;2020-01-02;a;;B", ["exit-cause-without-exit"], 1),
            ("FR9912345678;99123456;2020-01-02;Z;;", ["code-unknown"], 0),
            ("FR9912345678;99123456;2020-12-02;A;;", ["date-future"], 0),
        ] as [(String, [String], Int)])
    func stays(line: String, codes: [String], accepted: Int) {
        let reading = read(StayRow.self, "animal;holding;entered;entry-cause;left;exit-cause\n\(line)\n")
        #expect(reading.rows.count == accepted)
        #expect(reading.warnings.map(\.code) + reading.refusedCodes == codes)
    }

    @Test(
        "Corsican, overseas and zero-less codes of places",
        arguments: [
            ("2a004", "2A", "20000", "2A004", "2A", 0), ("1053", "1", "1000", "01053", "01", 3),
            ("97105", "971", "97100", "97105", "971", 0),
        ])
    func places(commune: String, department: String, postcode: String, code: String, expected: String, notices: Int) {
        let reading = read(
            HoldingRow.self,
            "number;name;commune;department;postcode\n99123456;X;\(commune);\(department);\(postcode)\n")
        #expect(reading.rows.map(\.commune) == [code])
        #expect(reading.rows.map(\.department) == [expected])
        #expect(reading.warnings.map(\.code) == Array(repeating: "leading-zero-restored", count: notices))
    }

    @Test("A date of the future may open a relation, not a stay")
    func futureRelation() {
        let reading = read(
            AuthorisationRow.self,
            "holding;herd;kind;disease;since;until\n99123456;1;blood-test-exemption;LEU;2021-01-01;2020-12-31\n"
                + "99123456;1;blood-test-exemption;LEU;2021-01-01;\n")
        #expect(reading.refusedCodes == ["period-reversed"])
        #expect(reading.rows.count == 1)
    }

    @Test(
        "Yes and no in every usual way",
        arguments: [
            ("O", true), ("oui", true), ("1", true), ("TRUE", true), ("vrai", true), ("N", false), ("NON", false),
            ("0", false),
            ("false", false), ("Faux", false),
        ])
    func flags(text: String, expected: Bool) {
        let reading = read(VeterinarianRow.self, "order-number;name;accredited\n123;Dr X;\(text)\n")
        #expect(reading.rows.map(\.accredited) == [expected])
    }

    @Test("Another word is no yes and no no")
    func unknownFlag() {
        #expect(
            read(VeterinarianRow.self, "order-number;name;accredited\n123;X;peut-être\n").refusedCodes == [
                "flag-invalid"
            ])
    }

    @Test(
        "Several codes in one field, each once; an unknown one refuses the line",
        arguments: [("BRU,LEU", ["BRU", "LEU"]), ("leu bru/LEU", ["LEU", "BRU"]), ("", []), ("BRU,XYZ", nil)]
            as [(String, [String]?)])
    func approvals(text: String, expected: [String]?) {
        let reading = read(OrganisationRow.self, "code;kind;name;approvals\nL;laboratory;Labo;\"\(text)\"\n")
        #expect(reading.rows.first?.approvals.map(\.rawValue) == expected)
    }
}
