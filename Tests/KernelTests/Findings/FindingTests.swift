import Foundation
import Testing

@testable import Kernel

@Suite struct FindingTests {
    private enum Sample: String, FindingCode { case columnMissing = "column-missing" }

    @Test("a finding keeps code, place and facts in the order of its sentence")
    func keepsFacts() {
        let place = Place(file: "animals.csv", line: 7, column: "sex")
        let finding = Finding(Sample.columnMissing, .refused, at: place, ["name": "sex", "found": "H", "another": "1"])
        #expect(finding.code == "column-missing")
        #expect(finding.place == place)
        #expect(finding.facts.map(\.name) == ["name", "found", "another"])
        #expect(finding["found"] == "H")
        #expect(finding["absent"] == nil)
    }

    @Test("severities rise from told to nothing counts")
    func severitiesRise() {
        #expect(Finding.Severity.allCases.sorted() == [.info, .warning, .refused, .fatal])
        #expect(Finding.Severity.warning < .refused)
        #expect(!(Finding.Severity.fatal < .fatal))
    }

    @Test("JSON gives a finding back")
    func codes() throws {
        let finding = Finding(Sample.columnMissing, .fatal, at: Place(line: 3), ["name": "sex"])
        #expect(try JSONDecoder().decode(Finding.self, from: JSONEncoder().encode(finding)) == finding)
    }

    @Test("codes of faults are kebab-case, all different", arguments: NumberFault.allCases)
    func codesAreKebabCase(fault: NumberFault) {
        #expect(fault.rawValue.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil)
    }

    @Test("a legal reference names text, place and requirement")
    func legalReference() {
        let reference = LegalReference.prophylaxis("annexe 2", "PRO-302")
        #expect(reference == LegalReference("DGAL/SDSPA/2020-653", "annexe 2", requirement: "PRO-302"))
        #expect(LegalReference.prophylaxis("10.6.3.1 NB 7").requirement == nil)
    }
}
