import Kernel
import Register
import Store
import TestSupport
import Testing
import UseCases

@Suite("Reviews of the register")
struct ReviewTests {
    private func review(_ register: RegisterCase) async throws -> [String: Int] {
        let findings = try await ReviewRegister(department: "63").perform(register.context)
        return Dictionary(findings.map { ($0.code, 1) }, uniquingKeysWith: +)
    }

    @Test("PRO-26 to PRO-32, PRO-35: the errors of step 1 are found and archived", arguments: Engine.allCases)
    func stepOne(engine: Engine) async throws {
        try await withRegister(engine) { register in
            var tables = register.base()
            tables["establishments"] = ["siret;numagrit;holding;name", ";A1;99001001;Sans SIRET"]
            tables["holdings"]?.append("99001003;Fermée;;63001;63;2001-01-01;2020-01-01")
            tables["holdings"]?.append("99001004;Sans atelier;;63001;63;;")
            tables["herds"]?.append("99001003;A;beef;;;;")
            tables["animals"]?.append("FR9900000004;F;38;2020-01-01;;;;;")
            tables["stays"]?.append("FR9900000004;99001004;2020-01-01;A;;")
            try await register.importing(tables)
            let herd = try await FindHerd("99001002").run(register.context)
            try await CloseHerd(herd, on: register.today, reason: "x", isForced: true).perform(register.context)
            let found = try await review(register)
            #expect(found["review-siret-missing"] == 1)
            #expect(found["review-establishment-missing"] == 2)
            #expect(found["review-holding-closed-herd-open"] == 1)
            #expect(found["review-herd-to-close"] == 1)
            #expect(found["review-animal-without-herd"] == 1)
            #expect(found["review-animals-in-closed-herd"] == 1)
            #expect(found["review-delegate-without-rights"] == 1)
            let archived = try await register.database.read { try $0.reviews(department: "63") }
            #expect(archived.map(\.kind) == ["register"])
            #expect(archived.first?.findingCount == found.values.reduce(0, +))
        }
    }

    @Test("PRO-42 to PRO-47, BO 26: orientation by adult females, and breed against type", arguments: Engine.allCases)
    func stepTwo(engine: Engine) async throws {
        try await withRegister(engine) { register in
            var tables = register.base()
            for index in 10...16 {
                tables["animals"]?.append("FR99000000\(index);F;38;2020-01-01;;;;;")
                tables["stays"]?.append("FR99000000\(index);99001001;2020-01-01;A;;")
            }
            try await register.importing(tables)
            let animal = try await FindAnimal("FR9900000003").run(register.context)
            try await SetProductionType(animal.number, type: .dairy, department: "63").perform(register.context)
            let found = try await review(register)
            #expect(found["review-herd-missing"] == 1)
            #expect(found["review-orientation-outdated"] == 1)
            #expect(found["review-breed-against-type"] == 1)
        }
    }

    @Test("PRO-51, PRO-52: exemptions that do not fit", arguments: Engine.allCases)
    func exemptions(engine: Engine) async throws {
        try await withRegister(engine) { register in
            var tables = register.base()
            tables["animals"]?.append("FR9900000004;F;38;2020-01-01;;;;;")
            tables["stays"]?.append("FR9900000004;99001001;2020-01-01;A;;")
            tables["herds"]?[2] = "99001002;A;beef;beef;direct;2002-01-01;"
            tables["authorisations"] = [
                "holding;herd;kind;disease;since;until", "99001001;A;blood-test-exemption;;2020-01-01;",
                "99001002;A;blood-test-exemption;;2020-01-01;",
            ]
            try await register.importing(tables)
            let found = try await review(register)
            #expect(found["review-animals-not-covered"] == 1)
            #expect(found["review-direct-sale-exempted"] == 1)
            #expect(found["review-direct-sale-reclassed"] == 1)
        }
    }

    @Test("PRO-17, PRO-34: comparison with the identification base", arguments: Engine.allCases)
    func comparison(engine: Engine) async throws {
        try await withRegister(engine) { register in
            var tables = register.base()
            tables["establishments"] = ["siret;numagrit;holding;name", "73282932000074;;99001001;GAEC"]
            try await register.importing(tables)
            let base = [
                "holdings": [
                    RegisterCase.base["holdings"]?[0] ?? "", "99001001;GAEC des Prés;;63001;63;;",
                    "99001003;Nouvelle;;63001;63;;",
                ],
                "establishments": ["siret;numagrit;holding;name", "40916669100041;;99001001;GAEC"],
            ]
            let findings = try await CompareRegister(
                try register.bundle(base, kind: "incremental", name: "base"), fictitious: true
            ).perform(register.context)
            #expect(
                findings.map { "\($0.code) \($0["holding"] ?? "")" } == [
                    "compare-holding-not-in-register 99001003", "compare-holding-not-in-base 99001002",
                    "compare-siret-differs 99001001",
                ])
        }
    }

    @Test("PRO-69, PRO-190, PRO-199: dairy producers and dairy herds, both ways", arguments: Engine.allCases)
    func producers(engine: Engine) async throws {
        try await withRegister(engine) { register in
            var tables = register.base()
            tables["organisations"] = [
                "code;kind;name", "LIAL;dairy-laboratory;Laboratoire laitier", "L;laboratory;Labo",
            ]
            tables["dairy-producers"] = [
                "laboratory;producer;holding", "LIAL;P1;99001002", "LIAL;P2;99009999", "L;P3;99001001",
            ]
            let outcome = try await register.importing(tables)
            #expect(
                outcome.refusals == ["dairy-producers:3 holding-unknown", "dairy-producers:4 not-dairy-laboratory"])
            let findings = try await CompareProducers(department: "63").perform(register.context)
            #expect(findings.map(\.code) == ["producer-without-herd", "herd-without-producer"])
        }
    }
}
