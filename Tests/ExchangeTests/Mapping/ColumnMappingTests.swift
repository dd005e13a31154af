import Exchange
import Kernel
import Testing

@Suite("Decision 19: column-mapping files")
struct ColumnMappingTests {
    static let toml = """
        format = "vigie-mapping/1"
        name = "Essai"
        encoding = "windows-1252"
        dates = "ddmmyyyy"

        [bundle]
        format = "vigie-register/1"
        kind = "incremental"
        extracted-on = 2020-09-01
        department = "99"

        [tables.animals]
        file = "BOV*.TXT"
        separator = ","

        [tables.animals.columns]
        number = "NUNATI"
        sex = "SEXBOV"
        birth-date = "DANAIS"

        [tables.animals.constants]
        country = "FR"
        breed = "66"

        [tables.animals.values.sex]
        "M\u{e2}le" = "M"
        Femelle = "F"
        """

    private func mapping(_ text: String = toml) -> (mapping: ColumnMapping?, findings: [Finding]) {
        ColumnMapping.read(.text(text, name: "map.toml"))
    }

    @Test("Someone else's file becomes a table: names, separator, encoding, dates, constants, values")
    func adapted() throws {
        let (mapping, findings) = mapping()
        #expect(findings.isEmpty)
        let temporary = try TemporaryFolder()
        let text =
            "SEXBOV,NUNATI,DANAIS,AUTRE\nM\u{e2}le,9912345678,15022018,x\n"
            + "femelle,9912345679,16022018,y\nFemelle,9912345679,16022018,y\n"
        try temporary.write(text.unicodeScalars.map { UInt8($0.value) }, to: "BOVINS63.TXT")
        let opened = RegisterBundle.open(temporary.path, mapping: mapping)
        let bundle = try #require(opened.bundle)
        #expect(opened.findings.isEmpty)
        #expect(bundle.manifest.department == "99")
        var rows: [AnimalRow] = []
        var refused: [RefusedLine] = []
        let outcome = bundle.rows(AnimalRow.self, testOptions()) { line in
            switch line {
            case .accepted(let row, _, _): rows.append(row)
            case .refused(let line): refused.append(line)
            }
        }
        #expect(rows.map(\.number.description) == ["FR9912345678", "FR9912345679"])
        #expect(rows.map(\.sex) == [.male, .female])
        #expect(rows.map(\.breed) == ["66", "66"])
        #expect(rows.first?.birth.earliest == Day("2018-02-15"))
        #expect(
            refused.first?.findings == [
                Finding(
                    ExchangeFinding.codeUnknown, .refused, at: Place(file: "BOVINS63.TXT", line: 3, column: "SEXBOV"),
                    ["value": "femelle"])
            ])
        #expect(outcome?.findings.map(\.code) == ["column-unknown"])
    }

    @Test("A column that the mapping names must be there, even an optional one")
    func namedColumn() {
        var table = TableMapping()
        table.columns = ["breed": "RACE"]
        let reading = read(AnimalRow.self, "number;sex;birth-date\nFR9912345678;F;2018-01-01\n", mapping: table)
        #expect(reading.outcome.findings.map { $0.place?.column } == ["RACE"])
        #expect(reading.fileCodes == ["column-missing"])
    }

    @Test("A constant stands in for an empty field, not for a filled one")
    func constants() {
        var table = TableMapping()
        table.constants = ["breed": "38"]
        let reading = read(
            AnimalRow.self, "number;sex;birth-date;breed\nFR9912345678;F;2018-01-01;\nFR9912345679;F;2018-01-01;66\n",
            mapping: table)
        #expect(reading.rows.map(\.breed) == ["38", "66"])
    }

    @Test("Without a manifest of its own or in the mapping, a folder is refused")
    func noManifest() throws {
        let text = Self.toml.replacing("[bundle]", with: "[tables.herds.constants]")
            .replacing(
                "format = \"vigie-register/1\"\nkind = \"incremental\"\nextracted-on = 2020-09-01\ndepartment = \"99\"",
                with: "")
        let temporary = try TemporaryFolder()
        let opened = RegisterBundle.open(temporary.path, mapping: mapping(text).mapping)
        #expect(opened.findings.map(\.code) == ["manifest-missing"])
    }

    @Test(
        "Faults have their line",
        arguments: [
            ("encoding = \"windows-1252\"", "encoding = \"latin-1\"", "key-invalid", 3),
            ("name = \"Essai\"", "nom = \"Essai\"", "key-unknown", 2),
            ("separator = \",\"", "separator = \"|\"", "key-invalid", 14), ("NUNATI\"", "NUNATI", "toml-syntax", 17),
            ("sex = \"SEXBOV\"", "sexe = \"SEXBOV\"", "key-unknown", 18),
            ("breed = \"66\"", "race = \"66\"", "key-unknown", 23),
            ("breed = \"66\"", "breed = 6.6", "key-invalid", 23),
            ("[tables.animals.values.sex]", "[tables.animals.values.sexe]", "key-unknown", 25),
            ("[tables.animals]", "[tables.bovins]", "key-unknown", 12),
            ("kind = \"incremental\"", "kind = \"delta\"", "key-invalid", 8),
            ("[tables.animals]", "[=tables.animals]", "toml-syntax", 12),
            ("[tables.animals]", "[ .a]", "toml-syntax", 12),
            ("[tables.animals]", "[", "toml-syntax", 12), ("vigie-mapping/1", "vigie-mapping/2", "format-unknown", 1),
            ("file = \"BOV*.TXT\"", "file = 3", "key-invalid", 13),
        ])
    func faults(text: String, replacement: String, code: String, line: Int) {
        let (mapping, findings) = mapping(Self.toml.replacing(text, with: replacement))
        #expect(mapping == nil)
        #expect(findings.contains { $0.code == code && $0.place?.line == line }, "\(findings)")
    }

    @Test("Damaged mappings never crash", arguments: 0..<4)
    func fuzz(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<300 {
            let bytes = mutated(Array(Self.toml.utf8), by: &generator)
            let (mapping, findings) = ColumnMapping.read(.bytes(bytes, name: "map.toml"))
            #expect(mapping != nil || findings.contains { $0.severity == .fatal })
        }
    }

    @Test(
        "File patterns",
        arguments: [
            ("BOV*.TXT", ["bov.txt": true, "BOVINS63.TXT": true, "BOV.TXT.old": false, "xBOV.TXT": false]),
            ("animals.csv", ["Animals.CSV": true, "animals.csv2": false]), ("*", ["x": true]),
            ("a*b*c", ["a1b2c": true, "ac": false, "abc": true]),
            ("ab*b", ["ab": false, "abb": true]),
        ])
    func patterns(pattern: String, names: [String: Bool]) throws {
        for (name, expected) in names {
            let temporary = try TemporaryFolder()
            try temporary.write(Self.row, to: name)
            let text = Self.toml.replacing("BOV*.TXT", with: pattern)
            let opened = RegisterBundle.open(temporary.path, mapping: mapping(text).mapping)
            #expect(opened.bundle?.tables == (expected ? ["animals"] : []), "\(pattern) \(name)")
        }
    }

    static let row = "NUNATI,SEXBOV,DANAIS\n"
}
