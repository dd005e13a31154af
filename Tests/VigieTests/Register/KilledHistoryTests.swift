import Foundation
import TestSupport
import Testing

@Suite("A killed history import")
struct KilledHistoryTests {
    private static let holdings = 400

    @Test(
        "Killed at any moment, the same history completes and brings every intervention once",
        arguments: Engine.allCases)
    func sameCommandCompletes(engine: Engine) async throws {
        try await withTemporaryFolder { folder in
            let register = try RegisterBundleFolder(in: folder, holdings: Self.holdings, animalsPerHolding: 1)
            let history = try write(in: folder)
            try await withDatabaseURL(engine) { url in
                let environment = [
                    "VIGIE_DATABASE": url.description, "VIGIE_USER": "test", "VIGIE_TODAY": "2026-11-20",
                ]
                try await VigieAccounts.add("test", role: "authority", environment)
                let base = try await VigieProgram.run(
                    ["register", "import", register.path, "--fictitious"], environment: environment)
                #expect(base.status == 0, "\(base.complaint)")
                let arguments = ["register", "history", history, "--fictitious", "--json"]
                for moment in KilledImportTests.moments.prefix(5) {
                    _ = try await KilledImportTests.runAndKill(arguments, after: moment, environment)
                }
                let last = try await VigieProgram.run(arguments, environment: environment)
                #expect(last.status == 0, "\(last.complaint)")
                let again = try await VigieProgram.run(arguments, environment: environment)
                #expect(again.text.contains(#""state":"unchanged""#))
                let runs = try await VigieProgram.run(
                    ["register", "imports", "--department", "63"], environment: environment)
                #expect(runs.lines.filter { $0.contains("\thistory\taccepté\t8000 acceptées") }.count == 1)
                let herd = try await VigieProgram.run(
                    ["show", "herd", "99 000 400"], environment: environment)
                #expect(herd.text.contains("Interventions (10)"))
            }
        }
    }

    /// Ten campaigns of every herd, with an evaluation each.
    private func write(in folder: String) throws -> String {
        let path = folder + "/history"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        var interventions = "number;campaign;campaign-start;campaign-end;holding;herd;kind;first-visit\n"
        var evaluations = "intervention;disease;evaluation;status;requested;tested;non-negative\n"
        for year in 2016...2025 {
            for holding in 1...Self.holdings {
                let ede = String(99_000_000 + holding)
                let number = "\(year)-\(ede)"
                interventions += "\(number);\(year - 1)-\(year);\(year - 1)-10-01;\(year)-04-30;\(ede);A;main;"
                interventions += "\(year - 1)-12-01\n"
                evaluations += "\(number);BRU;A;SA;10;10;0\n"
            }
        }
        let manifest = """
            format = "vigie-history/1"
            kind = "full"
            extracted-on = 2026-11-01
            department = "63"

            [rows]
            interventions = \(Self.holdings * 10)
            evaluations = \(Self.holdings * 10)
            """
        for (name, text) in [
            ("interventions.csv", interventions), ("evaluations.csv", evaluations), ("manifest.toml", manifest),
        ] {
            try text.write(toFile: "\(path)/\(name)", atomically: false, encoding: .utf8)
        }
        return path
    }
}
