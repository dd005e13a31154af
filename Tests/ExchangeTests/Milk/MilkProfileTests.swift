import Exchange
import Kernel
import Prophylaxis
import Testing

@Suite("PRO-169, PRO-170: the milk profile")
struct MilkProfileTests {
    @Test("A profile names separator, encoding, dates, header, producer")
    func read() throws {
        let (profile, findings) = MilkProfile.read(
            .text(
                """
                format = "vigie-milk/1"
                separator = "tab"
                encoding = "windows-1252"
                dates = "ddmmyyyy"
                header = true
                siret-required = false
                producer-field = 3
                """, name: "milk.toml"))
        #expect(findings.isEmpty)
        let milk = try #require(profile)
        let text = "nature\tx\nLLEUBVS\t\tP12\t05102020\t07102020\t99123456\t\t\t\t\t\tNEG\tD1\n"
        let reading = readMilk(text, milk)
        #expect(reading.rows.map(\.producer) == ["P12"])
        #expect(reading.rows.map(\.sampledOn) == [Day("2020-10-05")])
        #expect(reading.outcome.counts.header == 1)
        #expect(reading.outcome.findings.isEmpty)
    }

    @Test(
        "Faults in a profile have their line",
        arguments: [
            ("format = \"vigie-milk/2\"", "format-unknown", 1),
            ("format = \"vigie-milk/1\"\nproducer-field = 12", "key-invalid", 2),
            ("format = \"vigie-milk/1\"\nseperator = \";\"", "key-unknown", 2),
            ("format = \"vigie-milk/1\"\nseparator = \"|\"", "key-invalid", 2), ("format = ", "toml-syntax", 1),
            ("separator = \";\"", "key-missing", nil),
        ] as [(String, String, Int?)])
    func faults(text: String, code: String, line: Int?) {
        let (profile, findings) = MilkProfile.read(.text(text, name: "milk.toml"))
        #expect(profile == nil)
        #expect(findings.map(\.code) == [code])
        #expect(findings.first?.place?.line == line)
    }

    @Test(
        "What is written is read back, with any profile", arguments: Separator.allCases,
        [DateFormat.iso, .french, .frenchDigits, .isoDigits])
    func roundTrip(separator: Separator, dates: DateFormat) throws {
        var profile = MilkProfile()
        profile.separator = separator
        profile.dates = dates
        profile.producerField = 8
        var row = MilkResultLine(
            nature: .leukosisSerology, sampledOn: Samples.day, analysedOn: Samples.later, holding: Samples.holding,
            interpretation: .weaklyPositive, dossier: "D 1")
        row.siret = try Samples.siret()
        row.producer = "P1"
        var bytes: [UInt8] = []
        var writer = MilkWriter(profile)
        try writer.write(row) { bytes.append(contentsOf: $0) }
        #expect(readMilk(.bytes(bytes, name: "m"), profile).rows == [row])
    }

    @Test("The writer refuses what its format cannot hold", arguments: ["a;b", "a\nb"])
    func unwritable(dossier: String) {
        let row = MilkResultLine(
            nature: .leukosisSerology, sampledOn: Samples.day, analysedOn: Samples.later, holding: Samples.holding,
            interpretation: .negative, dossier: dossier)
        var writer = MilkWriter()
        let refusal = #expect(throws: Refusal.self) { try writer.write(row) { _ in } }
        #expect(refusal?.findings.map(\.code) == ["value-not-writable"])
    }
}
