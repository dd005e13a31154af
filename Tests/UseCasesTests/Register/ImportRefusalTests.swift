import Kernel
import Register
import Store
import TestSupport
import Testing
import UseCases

/// One bad line in an otherwise good bundle, and what is said of it.
struct BadLine: Sendable, CustomTestStringConvertible {
    let table: String
    let line: String
    let finding: String
    /// Refused, or counted with a warning.
    var isRefused = true
    var testDescription: String { "\(table): \(finding)" }

    static let all: [BadLine] = [
        BadLine(table: "holdings", line: "99001001;Twice;;63001;63;;", finding: "duplicate-key"),
        BadLine(table: "holdings", line: "99001009;Elsewhere;;15001;15;;", finding: "other-department"),
        BadLine(table: "herds", line: "99001009;A;beef;;;;", finding: "holding-unknown"),
        BadLine(table: "herds", line: "99001001;A;beef;;;;", finding: "duplicate-key"),
        BadLine(table: "herds", line: ";B;fattening-indoor;;;;", finding: "value-missing"),
        BadLine(table: "animals", line: "FR9900000001;F;66;2020-01-10;;;;;", finding: "duplicate-key"),
        BadLine(table: "animals", line: "FR9900000008;F;66;2031-01-10;;;;;", finding: "date-future"),
        BadLine(table: "animals", line: "FR9900000008;F;66;2020-02-30;;;;;", finding: "date-impossible"),
        BadLine(table: "stays", line: "FR9900000008;99001001;2024-01-01;A;;", finding: "animal-unknown"),
        BadLine(table: "stays", line: "FR9900000003;99001009;2024-01-01;A;;", finding: "holding-unknown"),
        BadLine(table: "stays", line: "FR9900000003;99001002;2021-03-10;A;;", finding: "duplicate-key"),
        BadLine(table: "stays", line: "FR9900000003;99001002;2023-01-01;A;;", finding: "stay-overlap-same-holding"),
        BadLine(table: "stays", line: "FR9900000003;99001002;2024-01-01;A;2023-01-01;B", finding: "period-reversed"),
        BadLine(table: "stays", line: "FR9900000003;99001002;;A;2023-01-01;B", finding: "exit-without-entry"),
        BadLine(
            table: "stays", line: "FR9900000003;99001001;2024-01-01;A;;", finding: "stay-overlap", isRefused: false),
        BadLine(
            table: "animals", line: "FR9900000008;M;66;2024-01-10;99001001;FR9900000003;;;",
            finding: "dam-not-at-birth",
            isRefused: false),
    ]
}

@Suite("Bad lines of a register bundle")
struct ImportRefusalTests {
    @Test("A bad line is told with its place, the rest counts", arguments: BadLine.all, Engine.allCases)
    func badLine(line: BadLine, engine: Engine) async throws {
        try await withRegister(engine) { register in
            let outcome = try await register.importing(register.base(adding: [line.line], to: line.table))
            let number = (RegisterCase.base[line.table]?.count ?? 0) + 1
            if line.isRefused {
                #expect(outcome.refusals.contains("\(line.table):\(number) \(line.finding)"))
                #expect(outcome.refusedCount == 1)
                #expect(outcome.state == .partly)
                let raw = try await register.database.read { connection in
                    try connection.openRefusedLines(of: outcome.importID).map {
                        String(decoding: $0.text, as: UTF8.self)
                    }
                }
                #expect(raw == [line.line])
            } else {
                #expect(outcome.warnings.contains(line.finding))
                #expect(outcome.refusedCount == 0)
            }
            #expect(outcome.acceptedCount == (line.isRefused ? 10 : 11))
        }
    }

    @Test("Entry before birth counts with a warning, entry after death does not", arguments: Engine.allCases)
    func datesOfLife(engine: Engine) async throws {
        try await withRegister(engine) { register in
            let animals = [
                "FR9900000004;F;38;2024-05-01;;;;;", "FR9900000005;M;38;2020-05-01;;FR9900000003;;;2023-01-01",
                "FR9900000006;F;38;2020-05-01;;FR9900000005;;;",
            ]
            let stays = [
                "FR9900000004;99001002;2024-04-01;A;;", "FR9900000005;99001002;2023-02-01;A;;",
                "FR9900000006;99001002;2020-05-01;N;;",
            ]
            var tables = register.base(adding: animals, to: "animals")
            tables["stays", default: []] += stays
            let outcome = try await register.importing(tables)
            #expect(outcome.refusals == ["stays:6 entry-after-death"])
            #expect(outcome.warnings.contains("entry-before-birth"))
            #expect(outcome.warnings.contains("dam-not-female"))
        }
    }

    @Test("PRO-29: animals present in a holding without herd are told", arguments: Engine.allCases)
    func animalsWithoutHerd(engine: Engine) async throws {
        try await withRegister(engine) { register in
            var tables = register.base()
            tables["herds"]?.removeLast()
            let outcome = try await register.importing(tables)
            #expect(outcome.warnings.contains("animals-without-herd"))
            #expect(try await register.texts("SELECT count(*) || '' FROM herd_assignment") == ["2"])
        }
    }

    @Test("PRO-59, PRO-63, PRO-163: authorisations and veterinarians are the authority's", arguments: Engine.allCases)
    func authorityOnly(engine: Engine) async throws {
        let tables = [
            "authorisations": [
                "holding;herd;kind;disease;since;until", "99001001;A;blood-test-exemption;BRU;2025-01-01;",
                "99001001;;delegation;LEU;2025-01-01;",
            ],
            "veterinarians": ["order-number;name;accredited", "12345;Dr Test;O"],
            "herd-veterinarians": ["holding;herd;order-number;role;since", "99001001;A;12345;health;2025-01-01"],
        ]
        try await withRegister(engine) { register in
            try await register.importing(RegisterCase.base)
            register.role = .inspector
            let refused = try await register.importing(tables, kind: "incremental")
            #expect(refused.state == .refused)
            #expect(refused.refusals.filter { $0.hasSuffix("authority-only") }.count == 4)
            register.role = .authority
            let accepted = try await register.importing(tables, kind: "incremental", extracted: "2026-11-18")
            #expect(accepted.state == .accepted)
            #expect(
                try await register.texts(
                    "SELECT kind || ' ' || COALESCE(disease, '-') FROM authorisation ORDER BY kind")
                    == ["blood-test-exemption BRU", "delegation LEU"])
            #expect(try await register.texts("SELECT role FROM herd_veterinarian") == ["health"])
        }
    }

    @Test("PRO-21: an establishment without its holding is not created", arguments: Engine.allCases)
    func establishmentNeedsItsHolding(engine: Engine) async throws {
        let header = "siret;numagrit;holding;name"
        try await withRegister(engine) { register in
            let outcome = try await register.importing(
                register.base([
                    "establishments": [
                        header, "73282932000074;;99001001;GAEC", ";A123;;Sans EDE", "73282932000074;;99001002;EARL",
                    ]
                ]))
            #expect(outcome.refusals == ["establishments:3 establishment-without-holding"])
            #expect(outcome.warnings.filter { $0 == "siret-of-other-holding" }.count == 2)
        }
    }
}
