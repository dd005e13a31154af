import Exchange
import Kernel
import Testing

@Suite("PRO-166, PRO-298: analysis reports (RAI)")
struct AnalysisReportTests {
    /// A report of one result, whose attributes may be changed.
    static func report(
        sample: String = "number=\"T1\" animal=\"FR9912345678\" sampled-on=\"2020-10-05\"",
        result: String = "disease=\"BRU\" method=\"EAT\" matrix=\"blood\" interpretation=\"NEG\""
    ) -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <analysis-report xmlns="urn:vigie:analysis-report:1" version="1">
        <envelope sender="LDA" recipient="DDPP" created-on="2020-11-01" reference="F1"/>
        <request document="D1" edition="1" intervention="I1">
        <sample \(sample)>
        <result \(result)/>
        </sample>
        </request>
        </analysis-report>
        """
    }

    @Test("What is written is read back, twice the same bytes")
    func roundTrip() throws {
        let bytes = try encoded(Samples.report)
        #expect(bytes == (try encoded(Samples.report)))
        let reading = readReport(.bytes(bytes, name: "rai.xml"))
        #expect(reading.results == Samples.results)
        #expect(reading.envelope == Samples.envelope)
        #expect(reading.outcome.findings.isEmpty)
        #expect(reading.suspected == [false, true, false])
    }

    @Test("The line of a result is that of its tag, also far down")
    func lines() {
        #expect(readReport(Self.report()).lines == [6])
        let padding = String(repeating: "\n", count: 100_000)
        #expect(readReport(Self.report().replacing("<sample", with: padding + "<sample")).lines == [100_006])
    }

    @Test(
        "Every fault of a result is told with its attribute",
        arguments: [
            ("animal=\"FR9912345678\"", "", "animal", "value-missing"),
            ("FR9912345678", "FR99", "animal", "number-length"),
            ("number=\"T1\"", "", "sample", "value-missing"),
            ("sampled-on=\"2020-10-05\"", "", "sampled-on", "value-missing"),
            ("2020-10-05", "05/10/2020", "sampled-on", "date-format"),
            ("2020-10-05", "2020-12-02", "sampled-on", "date-future"),
            ("\"2020-10-05\"", "\"2020-10-05\" received-on=\"2020-10-04\"", "received-on", "dates-out-of-order"),
            ("\"BRU\"", "\"IBR\"", "disease", "code-unknown"), ("\"EAT\"", "\"XYZ\"", "method", "code-unknown"),
            ("\"blood\"", "\"\"", "matrix", "value-missing"), ("\"NEG\"", "\"RAS\"", "interpretation", "code-unknown"),
            ("interpretation=\"NEG\"", "", "interpretation", "result-without-meaning"),
            ("\"NEG\"", "\"NEG\" analysed-on=\"2020-10-04\"", "analysed-on", "dates-out-of-order"),
        ])
    func faults(text: String, replacement: String, column: String, code: String) {
        let reading = readReport(Self.report().replacing(text, with: replacement))
        #expect(reading.codes == [code])
        #expect(reading.refused.first?.findings.first?.place == Place(file: "rai.xml", line: 6, column: column))
        #expect(reading.outcome.counts.areComplete)
        #expect(!reading.outcome.isFatal)
    }

    @Test("PRO-187: without an interpretation a reason is enough; bulk milk has no animal")
    func reasons() {
        let broken = readReport(
            Self.report(result: "disease=\"BRU\" method=\"EAT\" matrix=\"blood\" reason=\"haemolysed\""))
        #expect(broken.results.map(\.reason) == [.haemolysed])
        #expect(broken.suspected == [false])
        let milk = readReport(
            Self.report(
                sample: "number=\"T1\" sampled-on=\"2020-10-05\"",
                result: "disease=\"BRU\" method=\"ELISA\" matrix=\"milk\" interpretation=\"NEG\""))
        #expect(milk.results.map(\.animal) == [nil])
    }

    @Test(
        "Decision 4: whatever is not negative is suspected, refused or not",
        arguments: [
            ("NEG", "NEG", false), ("NEG", "POS", true), ("NEG", "DTX", true), ("NEG", "ABS", true),
            ("NEG", "IN_ITPBLE", false),
            ("matrix=\"blood\" interpretation=\"NEG\"", "matrix=\"X\" interpretation=\"POS\"", true),
            ("interpretation=\"NEG\"", "interpretation=\"positif\"", true), ("interpretation", "interpretaton", false),
            ("interpretation=\"NEG\"", "interpretaton=\"POS_FBL\"", true), ("\"BRU\"", "\"\"", false),
        ])
    func suspected(text: String, replacement: String, expected: Bool) {
        #expect(readReport(Self.report().replacing(text, with: replacement)).suspected == [expected])
    }

    @Test("A misspelt tag is kept as refused, with what it holds")
    func unknownElement() {
        let reading = readReport(Self.report().replacing("<result", with: "<resullt").replacing("NEG", with: "POS"))
        #expect(reading.codes == ["xml-unexpected-element", "result-without-meaning"])
        #expect(reading.suspected == [true, false])
        #expect(reading.refused.first?.raw.contains("POS") == true)
    }

    @Test("PRO-186: a sample without a result is told")
    func emptySample() {
        let text = Self.report().replacing(
            "<result disease=\"BRU\" method=\"EAT\" matrix=\"blood\" interpretation=\"NEG\"/>", with: "")
        #expect(readReport(text).codes == ["result-without-meaning"])
    }

    @Test("An unknown attribute is told once and passed over")
    func unknownAttribute() {
        let reading = readReport(
            Self.report(sample: "number=\"T1\" animal=\"FR9912345678\" sampled-on=\"2020-10-05\" colour=\"red\""))
        #expect(reading.results.count == 1)
        #expect(reading.outcome.findings.map { $0["attribute"] } == ["sample/@colour"])
        #expect(reading.outcome.findings.map(\.severity) == [.warning])
    }

    @Test("Numbers are understood as people write them")
    func leniency() {
        let reading = readReport(
            Self.report(sample: "number=\" T1 \" animal=\"fr 99 1234 5678\" sampled-on=\"2020-10-05\""))
        #expect(reading.results.map(\.animal?.description) == ["FR9912345678"])
        #expect(reading.results.map(\.sample) == ["T1"])
    }

    @Test("A declared encoding is followed")
    func latin1() {
        let text = Self.report(sample: "number=\"É1\" animal=\"FR9912345678\" sampled-on=\"2020-10-05\"")
            .replacing("UTF-8", with: "ISO-8859-1")
        let bytes = text.unicodeScalars.map { UInt8($0.value) }
        #expect(readReport(.bytes(bytes, name: "rai.xml")).results.map(\.sample) == ["É1"])
    }

    @Test("A refused result, corrected, is a report of its own")
    func replay() throws {
        let first = readReport(Self.report().replacing("FR9912345678", with: "FR99"))
        let corrected = try #require(first.refused.first).raw.replacing("FR99", with: "FR9912345678")
        let envelope = try #require(first.envelope)
        let second = readReport(try AnalysisReport.replaying([corrected], envelope))
        #expect(second.results.map(\.animal?.description) == ["FR9912345678"])
        #expect(second.results.map(\.document) == ["D1"])
        #expect(second.outcome.findings.isEmpty)
    }
}
