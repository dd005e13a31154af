import Kernel
import Register
import Store
import TestSupport
import Testing
import UseCases

/// The codes that `body` is refused with; empty when it is not.
func refusals(_ body: () async throws -> Void) async throws -> [String] {
    do { try await body() } catch let refused as Refused { return refused.findings.map(\.code) }
    return []
}

@Suite("Editing the register")
struct EditingTests {
    let day = Day("2026-11-20") ?? Day(number: 0)

    @Test("PRO-20: a herd is closed once its animals have left, and opened again", arguments: Engine.allCases)
    func closesAHerd(engine: Engine) async throws {
        try await withRegister(engine) { register in
            try await register.importing(RegisterCase.base)
            let context = register.context
            let herd = try await FindHerd("99 001 001/a").run(context)
            let blocked = try await refusals {
                try await CloseHerd(herd, on: day, reason: "Cessation").perform(context)
            }
            #expect(blocked == ["register-herd-has-animals"])
            try await CloseHerd(herd, on: day, reason: "Cessation", isForced: true).perform(context)
            #expect(try await FindHerd("99001001").run(context).closedOn == day)
            let closed = try await FindHerd("99001001").run(context)
            try await CloseHerd(closed, on: nil, reason: "Reprise").perform(context)
            #expect(try await FindHerd("99001001").run(context).closedOn == nil)
        }
    }

    @Test("PRO-02, PRO-23, PRO-59, PRO-63: authorisations are the authority's alone", arguments: Engine.allCases)
    func authorisations(engine: Engine) async throws {
        try await withRegister(engine) { register in
            try await register.importing(RegisterCase.base)
            let herd = try await FindHerd("99001001").run(register.context)
            let exemption = SetAuthorisation(
                herd, .bloodTestExemption, disease: nil, period: (day, nil), reference: "A-1")
            let delegation = SetAuthorisation(herd, .delegation, disease: nil, period: (day, nil), reference: nil)
            register.role = .inspector
            let inspector = register.context
            #expect(try await refusals { try await exemption.perform(inspector) } == ["role-may-not"])
            register.role = .authority
            let authority = register.context
            try await exemption.perform(authority)
            #expect(try await refusals { try await exemption.perform(authority) } == ["register-authorisation-stands"])
            #expect(try await refusals { try await delegation.perform(authority) } == ["register-disease-missing"])
            try await EndAuthorisation(
                herd, .bloodTestExemption, disease: nil, on: day.adding(days: 30), reference: nil
            ).perform(authority)
            #expect(try await register.texts("SELECT CAST(until AS TEXT) FROM authorisation") == ["2026-12-20"])
        }
    }

    @Test("PRO-39, PRO-40: a type set by hand stands, whatever is imported", arguments: Engine.allCases)
    func manualTypeStands(engine: Engine) async throws {
        try await withRegister(engine) { register in
            try await register.importing(RegisterCase.base)
            let animal = try await FindAnimal("fr 99 0000 0003").run(register.context)
            try await SetProductionType(animal.number, type: .dairy, department: animal.department)
                .perform(register.context)
            try await register.importing(
                register.base(adding: ["FR9900000009;M;38;2024-01-01;;;;;"], to: "animals"), extracted: "2026-11-20")
            #expect(
                try await register.texts("SELECT production_type FROM animal ORDER BY number")
                    == ["dairy", "dairy", "dairy", "beef"])
        }
    }

    @Test("PRO-13: a local parameter needs its justification, and counts from then on", arguments: Engine.allCases)
    func settings(engine: Engine) async throws {
        try await withRegister(engine) { register in
            let context = register.context
            let bare = SetRegisterSetting(department: "63", .absenceLimit, to: "\"1/2\"", justification: "")
            #expect(try await refusals { _ = try await bare.perform(context) } == ["register-justification-missing"])
            let wrong = SetRegisterSetting(department: "63", .absenceLimit, to: "12", justification: "x")
            #expect(try await refusals { _ = try await wrong.perform(context) } == ["register-setting-invalid"])
            let good = SetRegisterSetting(
                department: "63", .productionTypes, to: #"{"breeds":{"purposes":{"46":"dairy"}}}"#,
                justification: "Local")
            _ = try await good.perform(context)
            var tables = register.base(adding: ["FR9900000009;F;46;2024-01-01;99001001;;;;"], to: "animals")
            tables["stays"]?.append("FR9900000009;99001001;2024-01-01;N;;")
            try await register.importing(tables)
            #expect(
                try await register.texts("SELECT production_type FROM animal WHERE breed = '46'") == ["dairy"])
        }
    }

    @Test(
        "PRO-20, PRO-23: a delegate closes herds among the candidates, the authority holdings",
        arguments: Engine.allCases)
    func candidates(engine: Engine) async throws {
        try await withRegister(engine) { register in
            try await register.importing(FullBundleTests.department(100))
            try await register.importing(FullBundleTests.department(100, without: [7]), extracted: "2026-11-20")
            let open = try await ListClosureCandidates(department: "63").perform(register.context)
            let candidate = try #require(open.first)
            #expect(candidate.holding == "99000007")
            register.role = .inspector
            let inspector = register.context
            let closing = SettleCandidate(candidate, closingDay: day)
            #expect(try await refusals { try await closing.perform(inspector) } == ["role-may-not"])
            register.role = .authority
            try await closing.perform(register.context)
            #expect(try await register.texts("SELECT number FROM holding WHERE closed_on IS NOT NULL") == ["99000007"])
            #expect(try await ListClosureCandidates(department: "63").perform(register.context).isEmpty)
        }
    }

    @Test("PRO-53: raw milk is shown to the authority only", arguments: Engine.allCases)
    func rawMilkIsHidden(engine: Engine) async throws {
        try await withRegister(engine) { register in
            try await register.importing(RegisterCase.base)
            let herd = try await FindHerd("99001001").run(register.context)
            try await SetAuthorisation(herd, .rawMilkSale, disease: nil, period: (day, nil), reference: nil)
                .perform(register.context)
            let shown = try await ShowHerd(herd).perform(register.context)
            #expect(shown.sections.contains { $0.rows.contains { $0.first == "raw-milk-sale" } })
            register.role = .inspector
            let hidden = try await ShowHerd(herd).perform(register.context)
            #expect(!hidden.sections.contains { $0.rows.contains { $0.contains("raw-milk-sale") } })
        }
    }

    @Test(
        "Show herd and animal: stays, assignments and identity, from numbers as people write them",
        arguments: Engine.allCases)
    func shows(engine: Engine) async throws {
        try await withRegister(engine) { register in
            try await register.importing(RegisterCase.base)
            let animal = try await ShowAnimal(try await FindAnimal("99 0000 0002").run(register.context))
                .perform(register.context)
            #expect(animal.facts.contains { $0.label == "Mère" && $0.value == "FR9900000001" })
            #expect(animal.sections.map(\.title) == ["Présences", "Rattachements"])
            let herd = try await ShowHerd(try await FindHerd("99001001").run(register.context)).perform(
                register.context)
            #expect(herd.facts.contains { $0.label == "Bovins présents" && $0.value == "2" })
            let context = register.context
            #expect(
                try await refusals { _ = try await FindAnimal("FR9999999999").run(context) }
                    == ["register-animal-unknown"])
        }
    }
}
