import Kernel
import Store
import TestSupport
import Testing
import UseCases

@Suite("Full bundles (decision 17)")
struct FullBundleTests {
    /// `count` holdings with a herd and an animal each.
    static func department(_ count: Int, without missing: Set<Int> = [], staysWithout: Set<Int> = []) -> [String:
        [String]]
    {
        var tables = RegisterCase.base.mapValues { [$0[0]] }
        for index in 1...count where !missing.contains(index) {
            let suffix = String(repeating: "0", count: 4 - "\(index)".count) + "\(index)"
            tables["holdings"]?.append("9900\(suffix);Exploitation \(index);;63001;63;;")
            tables["herds"]?.append("9900\(suffix);A;beef;;;;")
            tables["animals"]?.append("FR990000\(suffix);F;38;2020-01-01;;;;;")
            if !staysWithout.contains(index) {
                tables["stays"]?.append("FR990000\(suffix);9900\(suffix);2020-01-01;N;;")
            }
        }
        return tables
    }

    @Test(
        "Absent holdings become candidates, absent stays are retracted, neither is closed", arguments: Engine.allCases)
    func absenceIsReviewed(engine: Engine) async throws {
        try await withRegister(engine) { register in
            try await register.importing(Self.department(100))
            let outcome = try await register.importing(Self.department(100, without: [7]), extracted: "2026-11-20")
            #expect(outcome.state == .accepted)
            #expect(outcome.warnings == ["closure-candidates", "stays-retracted"])
            #expect(try await register.texts("SELECT kind || ' ' || state FROM closure_candidate") == ["holding open"])
            #expect(try await register.texts("SELECT number FROM holding WHERE closed_on IS NOT NULL") == [])
            let stays = try await register.texts(
                "SELECT COALESCE(CAST(left_on AS TEXT), 'open') FROM stay WHERE retracted_at IS NOT NULL")
            #expect(stays == ["open"])
            #expect(
                try await register.texts("SELECT count(*) || '' FROM herd_assignment WHERE retracted_at IS NOT NULL")
                    == ["1"])
            try await register.importing(Self.department(100), extracted: "2026-11-21")
            #expect(try await register.texts("SELECT state FROM closure_candidate") == ["kept"])
            #expect(
                try await register.texts(
                    "SELECT count(*) || '' FROM stay WHERE retracted_at IS NOT NULL") == ["0"])
            #expect(
                try await register.texts("SELECT count(*) || '' FROM herd_assignment WHERE retracted_at IS NOT NULL")
                    == ["0"])
        }
    }

    @Test("More than two in a hundred absent refuses the bundle, unless accepted by name", arguments: Engine.allCases)
    func tooMuchAbsent(engine: Engine) async throws {
        try await withRegister(engine) { register in
            try await register.importing(Self.department(100))
            let atLimit = try await register.importing(
                Self.department(100, staysWithout: [1, 2]), extracted: "2026-11-20")
            #expect(atLimit.state == .accepted)
            let over = Self.department(100, without: [3, 4, 5])
            let refused = try await register.importing(over, extracted: "2026-11-21")
            #expect(refused.state == .refused)
            #expect(
                refused.findings.filter { $0.severity == .fatal }.map(\.code) == ["absent-too-many", "absent-too-many"])
            #expect(try await register.texts("SELECT count(*) || '' FROM closure_candidate") == ["0"])
            let accepted = try await register.importing(over, extracted: "2026-11-21") {
                $0.acceptAbsent = ["holdings", "stays"]
            }
            #expect(accepted.state == .accepted)
            #expect(try await register.texts("SELECT count(*) || '' FROM closure_candidate") == ["3"])
        }
    }

    @Test("A stay whose line is refused is not taken for absent", arguments: Engine.allCases)
    func refusedIsNotAbsent(engine: Engine) async throws {
        try await withRegister(engine) { register in
            try await register.importing(Self.department(100))
            var tables = Self.department(100, staysWithout: [9])
            tables["stays"]?.append("FR9900000009;99000009;2020-13-45;N;;")
            let outcome = try await register.importing(tables, extracted: "2026-11-20")
            #expect(outcome.refusals == ["stays:101 date-impossible"])
            #expect(outcome.warnings == ["stay-kept-line-refused"])
            #expect(try await register.texts("SELECT count(*) || '' FROM stay WHERE retracted_at IS NULL") == ["100"])
        }
    }

    @Test("Policy file: one refused line refuses the whole", arguments: Engine.allCases)
    func policyFile(engine: Engine) async throws {
        try await withRegister(engine) { register in
            let tables = register.base(adding: ["FR9900000008;99001001;2024-01-01;A;;"], to: "stays")
            let outcome = try await register.importing(tables) { $0.policy = .file }
            #expect(outcome.state == .refused)
            #expect(try await register.texts("SELECT count(*) || '' FROM holding") == ["0"])
            let run = try await register.texts("SELECT state || ' ' || refused_count FROM import_run")
            #expect(run == ["refused 11"])
        }
    }

    @Test("An older full bundle is refused unless it is meant", arguments: Engine.allCases)
    func olderBundle(engine: Engine) async throws {
        try await withRegister(engine) { register in
            try await register.importing(RegisterCase.base)
            let older = register.base([
                "holdings": RegisterCase.base["holdings"].map { $0 + ["99001003;New;;63001;63;;"] } ?? []
            ])
            await #expect(throws: Refused.self) { try await register.importing(older, extracted: "2026-10-01") }
            let meant = try await register.importing(older, extracted: "2026-10-01") { $0.acceptOlder = true }
            #expect(meant.state == .accepted)
        }
    }
}
