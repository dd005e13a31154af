import Exchange
import Kernel
import Testing

@Suite("PRO-178 to PRO-184, PRO-312: tuberculin reports")
struct TuberculinTests {
    static let header =
        "intervention;method;injected-on;read-on;received-on;ntids;nnidsn;nadids;npidsp;ntidc;nnidc;"
        + "nagdidctub;napdidctub;npidc;subjective-reading;model;order-number"

    private func report(_ line: String) -> TableReading<TuberculinReportRow> {
        read(TuberculinReportRow.self, Self.header + "\n" + line + "\n")
    }

    private func animal(_ line: String) -> TableReading<TuberculinAnimalRow> {
        read(TuberculinAnimalRow.self, "intervention;animal;outcome;reason;comment\n\(line)\n")
    }

    @Test("PRO-312: the nine descriptors, each of which may be empty")
    func descriptors() throws {
        let row = try #require(
            report("1;IDC;2020-11-02;05/11/2020;2020-11-06;;;;;30;26;1;2;1;OUI;approved;123").rows.first)
        #expect(row.counts.ntids == nil)
        #expect(row.counts.ntidc == 30)
        #expect(row.counts.nnidc == 26)
        #expect(row.counts.nagdidctub == 1)
        #expect(row.counts.napdidctub == 2)
        #expect(row.counts.npidc == 1)
        #expect(row.subjectiveReading == true)
        #expect(row.readOn == Day("2020-11-05"))
    }

    @Test("What is written is read back")
    func roundTrip() throws {
        var counts = TuberculinCounts()
        counts.ntids = 10
        counts.nnidsn = 8
        counts.nadids = 1
        counts.npidsp = 1
        var report = TuberculinReportRow(
            intervention: "1", method: .simple, injectedOn: Samples.day, receivedOn: Samples.later, counts: counts)
        report.readOn = Samples.later
        report.subjectiveReading = false
        report.model = .other
        report.orderNumber = try Samples.order()
        var animal = TuberculinAnimalRow(intervention: "1", animal: Samples.animal, outcome: .largeDoubtful)
        animal.comment = "18 mm; 4 mm"
        var untested = TuberculinAnimalRow(intervention: "1", animal: Samples.dam, outcome: .untested)
        untested.reason = .dangerous
        let reports = read(TuberculinReportRow.self, .bytes(try TuberculinReportRow.encoded([report]), name: "t"))
        let animals = read(
            TuberculinAnimalRow.self, .bytes(try TuberculinAnimalRow.encoded([animal, untested]), name: "t"))
        #expect(reports.rows == [report])
        #expect(animals.rows == [animal, untested])
        #expect(reports.warnings.isEmpty && animals.warnings.isEmpty)
    }

    @Test(
        "PRO-196, decision 21: counts that do not add up are told and stored",
        arguments: [
            ("10;8;1;1;;;;;", 0), ("10;8;1;0;;;;;", 1), ("10;;1;0;;;;;", 0), ("1;;1;1;;;;;", 1), (";8;1;1;;;;;", 0),
            (";;;;10;8;1;0;1", 0), (";;;;10;8;1;1;1", 1), ("10;9;;;10;9;;;", 2), (";;;;;;;;", 0),
        ])
    func sums(counts: String, warnings: Int) {
        let reading = report("1;IDS;2020-11-02;2020-11-05;2020-11-06;\(counts);;approved;")
        #expect(reading.rows.count == 1)
        #expect(reading.warnings.map(\.code) == Array(repeating: "counts-do-not-add-up", count: warnings))
    }

    @Test(
        "PRO-196: dates that cannot follow each other are told and stored",
        arguments: [
            ("2020-11-02;2020-11-05;2020-11-06", 0), ("2020-11-02;2020-11-02;2020-11-02", 0),
            ("2020-11-05;2020-11-02;2020-11-06", 1),
            ("2020-11-02;2020-11-05;2020-11-04", 1), ("2020-11-05;;2020-11-02", 1), ("2020-11-02;;2020-11-02", 0),
        ])
    func dates(dates: String, warnings: Int) {
        let reading = report("1;IDS;\(dates);;;;;;;;;;;approved;")
        #expect(reading.rows.count == 1)
        #expect(reading.warnings.map(\.code) == Array(repeating: "dates-out-of-order", count: warnings))
    }

    @Test(
        "What refuses a report",
        arguments: [
            (";IDS;2020-11-02;;2020-11-06;;;;;;;;;;;approved;", "value-missing"),
            ("1;IDX;2020-11-02;;2020-11-06;;;;;;;;;;;approved;", "code-unknown"),
            ("1;IDS;2020-12-02;;2020-12-01;;;;;;;;;;;approved;", "date-future"),
            ("1;IDS;2020-11-02;;;;;;;;;;;;;approved;", "value-missing"),
            ("1;IDS;2020-11-02;;2020-11-06;-1;;;;;;;;;;approved;", "integer-out-of-range"),
            ("1;IDS;2020-11-02;;2020-11-06;;;;;;;;;;;;", "value-missing"),
        ])
    func refused(line: String, code: String) { #expect(report(line).refusedCodes == [code]) }

    @Test(
        "Decision 21: an untested animal without a reason, or a reason without need, is told and stored",
        arguments: [
            ("untested;dangerous", 0), ("untested;", 1), ("positive;", 0), ("positive;ill", 1), ("small-doubtful;", 0),
        ])
    func reasons(fields: String, warnings: Int) {
        let reading = animal("1;FR9912345678;\(fields);")
        #expect(reading.rows.count == 1)
        #expect(reading.warnings.map(\.code) == Array(repeating: "untested-reason", count: warnings))
    }

    @Test(
        "PRO-195, decision 4: an animal with an incomplete number is refused, and its result is seen",
        arguments: [
            ("1;99123;positive;;", "number-country", true), ("1;FR99123;doubtful;;", "number-length", true),
            ("1;;large-doubtful;;", "value-missing", true),
            ("1;FR99123;untested;ill;", "number-length", false), ("1;FR9912345678;positif;;", "code-unknown", true),
        ])
    func incompleteNumbers(line: String, code: String, suspected: Bool) throws {
        let reading = animal(line)
        #expect(reading.refusedCodes == [code])
        #expect(
            mayBeNonNegativeTuberculin(try #require(reading.refused.first), header: reading.outcome.header) == suspected
        )
    }

    @Test(
        "Decision 4: a refused report with counts of non-negative animals is seen",
        arguments: [
            (";;0;0;;;0;0;0", false), (";;1;;;;;;", true), (";;;;;;;2;", true), ("30;30;;;;;;;", false),
        ])
    func suspectedReports(counts: String, suspected: Bool) throws {
        let reading = report("1;IDX;2020-11-02;2020-11-05;2020-11-06;\(counts);;approved;")
        #expect(
            mayBeNonNegativeTuberculin(try #require(reading.refused.first), header: reading.outcome.header) == suspected
        )
    }
}
