import Exchange
import Kernel
import Prophylaxis
import Testing

@Suite("Issue 2 §3, decisions 17 and 18: bundles")
struct BundleTests {
    /// A whole small register as files.
    static func files(kind: String = "full") throws -> [(name: String, bytes: [UInt8])] {
        [
            ("manifest.toml", Array(manifest(kind: kind).utf8)),
            ("holdings.csv", try HoldingRow.encoded(Samples.holdings)),
            ("herds.csv", try HerdRow.encoded(Samples.herds)), ("animals.csv", try AnimalRow.encoded(Samples.animals)),
            ("stays.csv", try StayRow.encoded(Samples.stays)),
        ]
    }

    static func manifest(kind: String = "full", rows: String = "holdings = 2\nherds = 2\nanimals = 2\nstays = 2\n")
        -> String
    {
        """
        format = "vigie-register/1"
        kind = "\(kind)"
        extracted-on = 2020-09-01
        department = "63"

        [rows]
        \(rows)
        """
    }

    private func folder(_ files: [(name: String, bytes: [UInt8])]) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for file in files { try folder.write(file.bytes, to: file.name) }
        return folder
    }

    private func animals(_ bundle: RegisterBundle) -> ([AnimalRow], TableOutcome?) {
        var rows: [AnimalRow] = []
        let outcome = bundle.rows(AnimalRow.self, testOptions()) { line in
            if case .accepted(let row, _, _) = line { rows.append(row) }
        }
        return (rows, outcome)
    }

    @Test("A folder opens, tells its manifest and its tables in reading order")
    func folder() throws {
        let folder = try folder(Self.files())
        let opened = RegisterBundle.open(folder.path)
        let bundle = try #require(opened.bundle)
        #expect(opened.findings.isEmpty)
        #expect(bundle.tables == ["holdings", "herds", "animals", "stays"])
        #expect(bundle.manifest.kind == .full)
        #expect(bundle.manifest.extractedOn == Day("2020-09-01"))
        #expect(bundle.manifest.department == "63")
        let (rows, outcome) = animals(bundle)
        #expect(rows == Samples.animals)
        #expect(outcome?.findings.isEmpty == true)
        #expect(bundle.rows(OrganisationRow.self, testOptions()) { _ in } == nil)
    }

    @Test("A zip opens alike, also with its files in one folder", arguments: ["", "export/"])
    func zip(prefix: String) throws {
        let temporary = try TemporaryFolder()
        let entries = try Self.files().map { (prefix + $0.name, $0.bytes) } + [("__MACOSX/x", [])]
        let bundle = try #require(RegisterBundle.open(try packed(entries, in: temporary)).bundle)
        #expect(animals(bundle).0 == Samples.animals)
    }

    @Test("What the writer writes opens without a finding, and the same rows give the same bytes")
    func writer() throws {
        let temporary = try TemporaryFolder()
        for name in ["a", "b"] {
            var writer = try BundleWriter(folder: temporary.path + "/" + name, format: .register)
            try writer.write(Samples.holdings)
            try writer.write(Samples.herds)
            let animals = try writer.open(AnimalRow.self)
            let stays = try writer.open(StayRow.self)
            for row in Samples.animals { try animals.write(row) }
            for row in Samples.stays { try stays.write(row) }
            try writer.close(animals)
            try writer.close(stays)
            try writer.finish(kind: .full, extractedOn: Samples.day, department: "99", source: "Essai \"un\"")
        }
        let opened = RegisterBundle.open(temporary.path + "/a")
        #expect(opened.findings.isEmpty)
        #expect(opened.bundle?.manifest.source == "Essai \"un\"")
        #expect(opened.bundle?.manifest.rowCounts == ["holdings": 2, "herds": 2, "animals": 2, "stays": 2])
        for name in ["manifest.toml", "animals.csv"] {
            let first = try ByteSource.file(temporary.path + "/a/" + name).readAll(limit: 10_000)
            #expect(first == (try ByteSource.file(temporary.path + "/b/" + name).readAll(limit: 10_000)))
        }
    }

    @Test("Fewer or more rows than the manifest says refuse the table: a cut-off transfer", arguments: [1, 3])
    func rowCounts(count: Int) throws {
        var files = try Self.files()
        files[0].bytes = Array(Self.manifest(rows: "holdings = 2\nherds = 2\nanimals = \(count)\nstays = 2\n").utf8)
        let folder = try folder(files)
        let outcome = animals(try #require(RegisterBundle.open(folder.path).bundle)).1
        #expect(
            outcome?.findings == [
                Finding(
                    ExchangeFinding.rowCountMismatch, .fatal, at: Place(file: "animals.csv"),
                    ["expected": "\(count)", "found": "2"])
            ])
    }

    @Test("Refused lines count as rows that arrived")
    func refusedRowsArrived() throws {
        var files = try Self.files()
        files[3].bytes = Array("number;sex;birth-date\nFR9912345678;F;2018-01-01\nFR99;F;2018-01-01\n".utf8)
        let folder = try folder(files)
        let outcome = animals(try #require(RegisterBundle.open(folder.path).bundle)).1
        #expect(outcome?.isFatal == false)
        #expect(outcome?.counts.refused == 1)
    }

    @Test(
        "What a bundle lacks or has too much",
        arguments: [
            ("stays.csv", nil, "table-missing", Finding.Severity.fatal),
            ("manifest.toml", nil, "manifest-missing", .fatal),
            ("ANIMALS.CSV", "x", "table-doubled", .fatal), ("notes.txt", "x", "file-unknown", .warning),
            ("dairy-producers.csv", "laboratory;producer;holding\n", "table-not-in-manifest", .warning),
        ] as [(String, String?, String, Finding.Severity)])
    func files(name: String, content: String?, code: String, severity: Finding.Severity) throws {
        var files = try Self.files().filter { $0.name != name }
        if let content { files.append((name, Array(content.utf8))) }
        let folder = try folder(files)
        let opened = RegisterBundle.open(folder.path)
        #expect(opened.findings.map(\.code) == [code])
        #expect(opened.findings.map(\.severity) == [severity])
        #expect((opened.bundle == nil) == (severity == .fatal))
    }

    @Test("An incremental bundle may hold any tables, but not fewer than it says")
    func incremental() throws {
        let files = try Self.files(kind: "incremental")
        let some = try folder([
            ("manifest.toml", Array(Self.manifest(kind: "incremental", rows: "herds = 2").utf8)), files[2],
        ])
        #expect(RegisterBundle.open(some.path).findings.isEmpty)
        let fewer = try folder([files[0], files[2]])
        #expect(RegisterBundle.open(fewer.path).findings.map(\.code) == Array(repeating: "table-missing", count: 3))
    }

    @Test("README and hidden files are passed over")
    func quietFiles() throws {
        let files = try Self.files() + [("README.txt", []), (".DS_Store", [])]
        let folder = try folder(files)
        #expect(RegisterBundle.open(folder.path).findings.isEmpty)
    }

    @Test("A history bundle brings its documents along")
    func history() throws {
        let temporary = try TemporaryFolder()
        var writer = try BundleWriter(folder: temporary.path, format: .history)
        try writer.write(Samples.interventions())
        try writer.write(Samples.documents)
        try writer.finish(kind: .full, extractedOn: Samples.day, department: "99")
        try temporary.write("%PDF", to: "documents/D1.pdf")
        let opened = RegisterBundle.open(temporary.path)
        #expect(opened.findings.isEmpty)
        #expect(opened.bundle?.tables == ["interventions", "documents"])
        #expect(try opened.bundle?.documents["documents/D1.pdf"]?.readAll(limit: 10) == Array("%PDF".utf8))
    }

    @Test("No folder, no zip", arguments: ["/nowhere"])
    func missing(path: String) { #expect(RegisterBundle.open(path).findings.map(\.code) == ["file-missing"]) }
}
