import Kernel
import Prophylaxis
import Testing
import UseCases

/// The catalogue of a campaign's parameters, and how values are read and shown.
@Suite struct ParameterTests {
    private static let national = CampaignParameters(department: "63", prophylaxisYear: 2021)

    @Test("PRO-98: the catalogue names every parameter that is stored, once")
    func complete() throws {
        var stored: Set<String> = []
        func walk(_ value: JSONValue, _ path: String) {
            let isMap = ParameterCatalogue.entries.contains { $0.name == path && $0.isMap }
            guard case .object(let fields) = value, !isMap else { stored.insert(path); return }
            for (key, value) in fields { walk(value, path.isEmpty ? key : "\(path).\(key)") }
        }
        walk(try ParameterTests.national.json(), "")
        // An empty table of reasons leaves no path of its own.
        let fixed: Set = ["department", "prophylaxisYear"]
        let names = ParameterCatalogue.entries.map(\.name)
        #expect(Set(names) == stored.subtracting(fixed))
        #expect(Set(names).count == names.count)
    }

    @Test("PRO-98: every parameter has its source, its requirement, and a value in words")
    func words() throws {
        let values = try ParameterTests.national.json()
        for entry in ParameterCatalogue.entries {
            #expect(entry.source.requirement != nil, "\(entry.name)")
            let path = entry.name.split(separator: ".").map(String.init)
            let value = path.reduce(Optional(values)) { value, key in
                if case .object(let fields)? = value { fields[key] } else { nil }
            }
            let text = try ParameterWords.text(of: #require(value), entry.format)
            #expect(!text.isEmpty && !text.contains("?"), "\(entry.name): \(text)")
        }
    }

    @Test(
        "PRO-105: a value as people write it",
        arguments: [
            ("startsOn", "01/09/2020", "01/09/2020"), ("startsOn", "2020-09-01", "01/09/2020"),
            ("tuberculin.method", "IDS", "intradermotuberculination simple (IDS)"),
            ("milk.leukosisMonth", "février", "février"), ("milk.leukosisMonth", "2", "février"),
            ("sampling.share", "25 %", "25 %"), ("sampling.share", "1/3", "1/3"),
            ("includedClasses", "dairy, beef", "laitier, allaitant"), ("includedClasses", "aucun", "aucun"),
            ("includedHerds", "99000001/A,99000002/L", "99000001/A, 99000002/L"),
            ("laboratories.BRU", "LDA63", "brucellose : LDA63"),
            ("tuberculin.ageMonthsByCommune.63001", "12", "63001 : 12 mois révolus"),
            ("tuberculin.rawMilkIntervalYears", "3", "tous les 3 ans"),
            ("evaluation.tuberculinRule", "noTolerance", "aucune tolérance"),
        ])
    func set(name: String, text: String, words: String) throws {
        let changes = try ParameterChanges(name: name, text: text, justification: nil)
        let parameters = try ParameterTests.national.applying(changes)
        let entry = try #require(ParameterCatalogue.entry(named: name)?.entry)
        let path = entry.name.split(separator: ".").map(String.init)
        let value = path.reduce(Optional(try parameters.json())) { value, key in
            if case .object(let fields)? = value { fields[key] } else { nil }
        }
        #expect(try ParameterWords.text(of: #require(value), entry.format) == words)
    }

    @Test(
        "PRO-105: what is no value of the parameter is refused by name",
        arguments: [
            ("startsOn", "2020-02-30"), ("tuberculin.method", "IDX"), ("milk.leukosisMonth", "13"),
            ("milk.leukosisMonth", "0"), ("sampling.share", "beaucoup"), ("sampling.share", "101 %"),
            ("sampling.minimumNumber", "-1"), ("sampling.minimumNumber", "dix"), ("includedClasses", "vaches"),
            ("includedHerds", "99000001"), ("laboratories.IBR", "LDA63"), ("laboratories", "LDA63"),
            ("tuberculin.minimumAgeMonths", "241"), ("tuberculin.rawMilkIntervalYears", "21"),
            ("delegatedDiseases", "IBR"), ("tuberculin.methodByCommune.63001", "XYZ"),
        ])
    func refused(name: String, text: String) async throws {
        try await expectRefusal(CampaignFinding.parameterValue) {
            try ParameterTests.national.applying(ParameterChanges(name: name, text: text, justification: nil))
        }
    }

    @Test(
        "PRO-105: an unknown name is refused, so are department and year",
        arguments: ["methode", "tuberculin", "tuberculin.methods", "department", "prophylaxisYear", ""])
    func unknown(name: String) async throws {
        try await expectRefusal(CampaignFinding.parameterUnknown) {
            try ParameterChanges(name: name, text: "1", justification: nil)
        }
    }

    @Test("PRO-13: a tree of values sets maps key by key and keeps the reasons")
    func tree() throws {
        let tree: JSONValue = .object([
            "sampling": .object(["minimumNumber": .integer(12)]),
            "laboratories": .object(["BRU": .string("LDA63")]),
            "justifications": .object(["sampling": .object(["minimumNumber": .string("petits troupeaux")])]),
        ])
        let first = try ParameterTests.national.applying(ParameterChanges(tree: tree))
        #expect(first.sampling.minimumNumber == 12)
        #expect(first.justifications == ["sampling.minimumNumber": "petits troupeaux"])
        let second = try first.applying(
            ParameterChanges(tree: .object(["laboratories": .object(["LEU": .string("LDA15")])])))
        #expect(second.laboratories == ["BRU": "LDA63", "LEU": "LDA15"])
        let third = try second.applying(ParameterChanges(name: "laboratories.BRU", text: "-", justification: nil))
        #expect(third.laboratories == ["LEU": "LDA15"])
    }

    @Test(
        "PRO-13: an unknown key of a file is refused",
        arguments: [
            JSONValue.object(["sampling": .object(["minimum": .integer(12)])]), .object(["dates": .string("x")]),
            .object(["justifications": .object(["rien": .string("x")])]),
        ])
    func unknownKey(tree: JSONValue) async throws {
        try await expectRefusal(CampaignFinding.parameterUnknown) {
            try ParameterTests.national.applying(ParameterChanges(tree: tree))
        }
    }

    @Test("PRO-13: what departs from the national values is known, with or without its reason")
    func deviations() throws {
        #expect(try ParameterTests.national.deviations().isEmpty)
        var local = ParameterTests.national
        local.milk.leukosisMonth = 1
        #expect(try local.deviations().isEmpty, "the month is the department's own by nature")
        local.followUp.unfinishedDays = 60
        #expect(try local.deviations().map(\.isJustified) == [false])
        local.justifications["followUp.unfinishedDays"] = "convention, article 4"
        #expect(try local.deviations().map(\.isJustified) == [true])
    }
}
