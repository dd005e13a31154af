import Kernel
import Register
import Store
import TestSupport
import Testing
import UseCases

@Suite("The other State system")
struct TakeoverTests {
    private func compare(_ register: RegisterCase, _ tables: [String: [String]]) async throws -> [String] {
        let bundle = try register.bundle(tables, kind: "incremental", name: "resytal")
        return try await CompareRegister(bundle, fictitious: true).perform(register.context)
            .map { "\($0.code) \($0["holding"] ?? "")/\($0["herd"] ?? "")" }
    }

    private func tables(_ register: RegisterCase) -> [String: [String]] {
        var tables = register.base()
        tables["establishments"] = [
            "siret;numagrit;holding;name", "73282932000074;;99001001;GAEC", ";A12;99001002;EARL",
        ]
        return tables
    }

    @Test(
        "PRO-33: each herd and establishment shows whether the other system has it, and what does not fit",
        arguments: Engine.allCases)
    func shown(engine: Engine) async throws {
        try await withRegister(engine) { register in
            try await register.importing(tables(register))
            var theirs = tables(register)
            theirs["herds"] = [
                RegisterCase.base["herds"]?[0] ?? "", "99001001;A;beef;dairy;dairy;2001-01-01;",
                "99001002;Z;beef;beef;none;2002-01-01;",
            ]
            theirs["establishments"]?[1] = "40916669100041;;99001001;GAEC"
            #expect(
                try await compare(register, theirs) == [
                    "compare-siret-differs 99001001/", "compare-herd-class-differs 99001001/A",
                    "compare-herd-not-in-base 99001002/A", "compare-herd-not-in-register 99001002/Z",
                ])
            let herds = try await ListHerds(.department("63")).perform(register.context)
            func column(_ name: String) -> [String] {
                let index = HerdExtractRow.columns.firstIndex(of: name) ?? 0
                return herds.map { $0.fields[index] }
            }
            #expect(column("atelier_resytal") == ["oui", "non"])
            #expect(column("atelier_anomalie") == ["compare-herd-class-differs", ""])
            #expect(column("etablissement_resytal") == ["non", "oui"])
            #expect(column("etablissement_anomalie") == ["compare-siret-differs", ""])
        }
    }

    @Test(
        "PRO-16: what differs between the two systems is brought in step, and is silent then",
        arguments: Engine.allCases)
    func inStep(engine: Engine) async throws {
        try await withRegister(engine) { register in
            try await register.importing(tables(register))
            var theirs = tables(register)
            theirs["herds"]?.append("99001002;L;dairy;dairy;dairy;2020-01-01;")
            theirs["herds"]?[1] = "99001001;A;beef;beef;none;2001-01-01;"
            #expect(try await compare(register, theirs).count == 2)
            try await register.importing(theirs, kind: "incremental", extracted: "2026-11-20")
            #expect(try await compare(register, theirs) == [])
        }
    }

    @Test("PRO-19: before delegating, anomalies and rights are looked at", arguments: Engine.allCases)
    func beforeDelegating(engine: Engine) async throws {
        try await withRegister(engine) { register in
            try await register.importing(tables(register))
            func codes() async throws -> Set<String> {
                Set(try await ReviewRegister(department: "63").perform(register.context).map(\.code))
            }
            let rights: Set = ["review-delegate-without-rights", "review-authority-without-rights"]
            #expect(try await codes().isSuperset(of: rights))
            try await register.database.write { connection in
                for (login, role) in [("ddpp", Role.authority), ("gds", .inspector)] {
                    try connection.insert(
                        AccountRow(login: login, name: login, role: role, scope: .departments(["63"])))
                }
            }
            let found = try await codes()
            #expect(found.isDisjoint(with: rights))
            // The anomalies that are left are the data's own.
            #expect(found == ["review-siret-missing"])
        }
    }
}
