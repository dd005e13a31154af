import Kernel
import Register
import Store
import TestSupport
import Testing
import UseCases

@Suite("Orientation and production type, before a campaign")
struct OrientationReviewTests {
    private func findings(_ register: RegisterCase) async throws -> [Finding] {
        try await ReviewRegister(department: "63").perform(register.context)
    }

    private func set(_ register: RegisterCase, _ setting: RegisterSetting, _ json: String) async throws {
        _ = try await SetRegisterSetting(department: "63", setting, to: json, justification: "convention").perform(
            register.context)
    }

    /// 99001001 has a dairy and a beef herd, 20 dairy cows and some beef cows born in 2020.
    private func mixed(_ register: RegisterCase, beef: Int) -> [String: [String]] {
        var tables = register.base()
        tables["herds"]?.append("99001001;B;beef;beef;none;2001-01-01;")
        tables["herd-assignments"] = ["animal;holding;herd;since;until"]
        for index in 0..<(20 + beef) {
            let number = "FR99000001" + (index < 10 ? "0" : "") + String(index)
            tables["animals"]?.append("\(number);F;\(index < 20 ? 66 : 38);2020-01-01;;;;;")
            tables["stays"]?.append("\(number);99001001;2020-01-01;N;;")
            tables["herd-assignments"]?.append("\(number);99001001;\(index < 20 ? "A" : "B");2020-01-01;")
        }
        for number in ["FR9900000001", "FR9900000002"] {
            tables["herd-assignments"]?.append("\(number);99001001;A;2022-02-10;")
        }
        return tables
    }

    @Test("PRO-43: a surplus herd is told, and no more once it is closed", arguments: Engine.allCases)
    func surplus(engine: Engine) async throws {
        try await withRegister(engine) { register in
            try await register.importing(mixed(register, beef: 1))
            let surplus = try await findings(register).filter { $0.code == "review-surplus-herd" }
            #expect(surplus.map { $0["herd"] } == ["beef"])
            let context = register.context
            let dairy = try await FindHerd("99001001/A").run(context)
            let moved = try await PlaceAnimals(.type(.beef), in: dairy, on: register.today).perform(context)
            #expect(moved == ["FR9900000120"])
            try await CloseHerd(
                try await FindHerd("99001001/B").run(context), on: register.today, reason: "plus mixte"
            ).perform(context)
            #expect(try await findings(register).allSatisfy { $0.code != "review-surplus-herd" })
        }
    }

    @Test("PRO-44, PRO-294: BO 26 finds mixed holdings by the department's own limits", arguments: Engine.allCases)
    func limits(engine: Engine) async throws {
        try await withRegister(engine) { register in
            var tables = mixed(register, beef: 4)
            tables["herds"]?.removeLast()
            tables["herd-assignments"] = nil
            try await register.importing(tables)
            func missing() async throws -> [String?] {
                try await findings(register).filter { $0.code == "review-herd-missing" }.map { $0["herd"] }
            }
            // 4 beef to 21 or 22 dairy females: over 10 %.
            #expect(try await missing() == ["beef"])
            try await set(register, .herdOrientation, #"{"mixedOverShare":"1/5"}"#)
            #expect(try await missing() == [])
            try await set(register, .herdOrientation, #"{"mixedOverBeefFemales":3}"#)
            #expect(try await missing() == ["beef"])
        }
    }

    @Test(
        "PRO-05: dairy and beef cattle together, or in turn where the department looks back", arguments: Engine.allCases
    )
    func inTurn(engine: Engine) async throws {
        try await withRegister(engine) { register in
            var tables = mixed(register, beef: 8)
            tables["herds"]?.removeLast()
            tables["herd-assignments"] = nil
            // The beef females left in spring.
            tables["stays"] = tables["stays"]?.map { line in
                line.hasPrefix("FR990000012") ? line.replacing("N;;", with: "N;2026-04-01;E") : line
            }
            try await register.importing(tables)
            func isMixed() async throws -> Bool {
                try await findings(register).contains {
                    $0.code == "review-herd-missing" && $0["holding"] == "99001001"
                }
            }
            #expect(try await isMixed() == false)
            try await set(register, .orientationLookBackMonths, "12")
            #expect(try await isMixed())
            try await set(register, .orientationLookBackMonths, "6")
            #expect(try await isMixed() == false)
        }
    }

    @Test(
        "PRO-40: an animal without type gets one when it changes herds; a type that stands stays",
        arguments: Engine.allCases)
    func typeOnPlacing(engine: Engine) async throws {
        try await withRegister(engine) { register in
            try await register.importing(mixed(register, beef: 1))
            let context = register.context
            for number in ["FR9900000120", "FR9900000119"] {
                let animal = try await FindAnimal(number).run(context)
                try await SetProductionType(animal.number, type: nil, department: "63").perform(context)
            }
            let dairy = try await FindHerd("99001001/A").run(context)
            let beef = try await FindHerd("99001001/B").run(context)
            let heifer = try await FindAnimal("FR9900000120").run(context)
            _ = try await PlaceAnimals(.numbers([heifer.number]), in: dairy, on: register.today).perform(context)
            let typed = try await FindAnimal("FR9900000118").run(context)
            _ = try await PlaceAnimals(.numbers([typed.number]), in: beef, on: register.today).perform(context)
            let types = try await register.texts(
                """
                SELECT production_type FROM animal
                WHERE number IN ('FR9900000118', 'FR9900000119', 'FR9900000120') ORDER BY number
                """)
            // 118 keeps its type in a beef herd, 119 stays without, 120 gets its breed's in a dairy herd.
            #expect(types == ["dairy", "-", "beef"])
            let stranger = try await FindAnimal("FR9900000003").run(context)
            #expect(
                try await refusals {
                    _ = try await PlaceAnimals(.numbers([stranger.number]), in: beef, on: register.today)
                        .perform(context)
                } == ["register-animal-elsewhere"])
        }
    }

    @Test("PRO-50: the local set-up is shown with its sources, verified and archived", arguments: Engine.allCases)
    func verification(engine: Engine) async throws {
        try await withRegister(engine) { register in
            var tables = register.base(adding: ["FR9900000009;F;39;2020-01-01;99001001;;;;"], to: "animals")
            tables["stays"]?.append("FR9900000009;99001001;2020-01-01;N;;")
            tables["animals"]?.append("FR9900000010;F;38;2020-01-01;99001001;;;;")
            tables["stays"]?.append("FR9900000010;99001001;2020-01-01;N;;")
            tables["authorisations"] = [
                "holding;herd;kind;disease;since;until", "99001001;A;blood-test-exemption;;2020-01-01;",
            ]
            try await register.importing(tables)
            try await set(register, .idleMonths, "6")
            let outcome = try await VerifyRegisterSettings(department: "63").perform(register.context)
            #expect(outcome.settings.map(\.name) == RegisterSetting.allCases)
            #expect(outcome.settings.first { $0.name == .idleMonths }?.value == "6")
            #expect(outcome.settings.first { $0.name == .idleMonths }?.justification == "convention")
            #expect(outcome.settings.first { $0.name == .absenceLimit }?.justification == nil)
            let codes = outcome.findings.map(\.code)
            #expect(codes.contains("review-types-against-herd"))
            #expect(codes.contains("review-animals-not-covered"))
            let reviews = try await register.database.read { try $0.reviews(department: "63") }
            #expect(reviews.map(\.kind) == ["settings"])
        }
    }
}
