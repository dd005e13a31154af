import Kernel
import Register
import Store
import TestSupport
import Testing
import UseCases

/// Each error of step 1 by itself: silent before, told after (PRO-27 to PRO-31).
@Suite("Errors of step 1, one by one")
struct ClosingReviewTests {
    private func review(_ register: RegisterCase) async throws -> [Finding] {
        try await ReviewRegister(department: "63").perform(register.context)
    }

    private func codes(_ register: RegisterCase) async throws -> [String] { try await review(register).map(\.code) }

    @Test("PRO-27: a holding number that has ended while its herd is active", arguments: Engine.allCases)
    func endedNumber(engine: Engine) async throws {
        try await withRegister(engine) { register in
            try await register.importing(RegisterCase.base)
            let before = try await codes(register)
            #expect(!before.contains("review-holding-closed-herd-open"))
            var tables = register.base()
            tables["holdings"]?[2] = "99001002;EARL du Puy;Martin Anne;63002;63;2002-01-01;2026-06-01"
            try await register.importing(tables, extracted: "2026-11-20")
            let finding = try await review(register).first { $0.code == "review-holding-closed-herd-open" }
            #expect(finding?["holding"] == "99001002")
            #expect(finding?["closed"] == "2026-06-01")
        }
    }

    @Test("PRO-28: a herd without cattle of which an intervention is still to be done", arguments: Engine.allCases)
    func undoneIntervention(engine: Engine) async throws {
        try await withRegister(engine) { register in
            var tables = register.base()
            tables["holdings"]?.append("99001003;Vide;;63001;63;2001-01-01;")
            tables["herds"]?.append("99001003;V;beef;beef;none;2001-01-01;")
            try await register.importing(tables)
            let herd = try await FindHerd("99001003").run(register.context)
            let today = register.today
            try await register.database.write { connection in
                let fixture = Fixture(connection)
                try fixture.execute(
                    """
                    INSERT INTO campaign (id, department, prophylaxis_year, name, starts_on, ends_on, state, parameters)
                    VALUES (900, '63', 2027, 'PB', ?, ?, 'executed', '{}')
                    """, [.day(today), .day(today)])
                _ = try fixture.intervention(in: 900, of: herd.id)
            }
            let found = try await review(register).filter { $0.code == "review-herd-to-close" }
            #expect(found.map { $0["holding"] } == ["99001003"])
            #expect(found.first?["pending"] == "1")
            #expect(found.first?["animals"] == "0")
        }
    }

    @Test("PRO-30: a dairy or fattening herd without holding number is refused, and kept", arguments: Engine.allCases)
    func withoutNumber(engine: Engine) async throws {
        try await withRegister(engine) { register in
            var tables = register.base()
            tables["herds"]? += [";L;dairy;dairy;dairy;2001-01-01;", ";E;fattening-indoor;;;2001-01-01;"]
            let outcome = try await register.importing(tables)
            #expect(outcome.refusals.filter { $0.hasPrefix("herds") }.count == 2)
            #expect(try await register.texts("SELECT count(*) FROM import_refused_line WHERE state = 'open'") == ["2"])
            #expect(try await register.texts("SELECT code FROM herd ORDER BY code") == ["A", "A"])
        }
    }

    @Test("PRO-31: cattle still in a closed herd", arguments: Engine.allCases)
    func cattleInClosedHerd(engine: Engine) async throws {
        try await withRegister(engine) { register in
            try await register.importing(RegisterCase.base)
            let before = try await codes(register)
            #expect(!before.contains("review-animals-in-closed-herd"))
            let herd = try await FindHerd("99001001").run(register.context)
            try await CloseHerd(herd, on: register.today, reason: "Cessation", isForced: true)
                .perform(register.context)
            let finding = try await review(register).first { $0.code == "review-animals-in-closed-herd" }
            #expect(finding?["herd"] == "A")
            #expect(finding?["count"] == "2")
        }
    }

    @Test("PRO-25: the department's closing criteria, in its own order", arguments: Engine.allCases)
    func localOrder(engine: Engine) async throws {
        try await withRegister(engine) { register in
            var tables = register.base()
            tables["holdings"]?.append("99001003;Vide;;63001;63;2001-01-01;")
            tables["herds"]?.append("99001003;V;beef;beef;none;2001-01-01;")
            try await register.importing(tables)
            let context = register.context
            let herd = try await FindHerd("99001003").run(context)
            try await NoteHerd(
                herd, .cessation, told: .init(on: register.today, by: .keeper), text: "Départ en retraite"
            ).perform(context)
            func first() async throws -> [String?] {
                try await review(register).filter { $0.code == "review-herd-to-close" }.map { $0["first"] }
            }
            #expect(try await first() == ["idle"])
            _ = try await SetRegisterSetting(
                department: "63", .closingCriteria, to: #"{"order":["keeper","idle"]}"#, justification: "convention"
            ).perform(context)
            #expect(try await first() == ["keeper"])
            _ = try await WithdrawHerdNotes(herd, .cessation).perform(context)
            #expect(try await first() == ["idle"])
            _ = try await SetRegisterSetting(
                department: "63", .closingCriteria, to: #"{"order":["keeper"]}"#, justification: "convention"
            ).perform(context)
            #expect(try await first() == [])
        }
    }

    @Test("PRO-49: an animal without production type is no error", arguments: Engine.allCases)
    func noType(engine: Engine) async throws {
        try await withRegister(engine) { register in
            try await register.importing(RegisterCase.base)
            let before = try await codes(register)
            for number in ["FR9900000001", "FR9900000003"] {
                let animal = try await FindAnimal(number).run(register.context)
                try await SetProductionType(animal.number, type: nil, department: "63").perform(register.context)
            }
            let after = try await review(register)
            #expect(!after.contains { ($0["animal"] ?? "").hasPrefix("FR99") })
            #expect(!after.map(\.code).contains("review-breed-against-type"))
            #expect(Set(after.map(\.code)).subtracting(before).isSubset(of: ["review-orientation-outdated"]))
        }
    }
}
