import Foundation
import TestSupport
import Testing

@Suite("A killed import")
struct KilledImportTests {
    /// Seconds after which the program is killed: before, while and after it reads, judges and merges.
    static let moments = ["0.05", "0.3", "0.7", "1.2", "1.8", "2.5", "3.5"]

    @Test("Killed at any moment, the same command completes and counts everything once", arguments: Engine.allCases)
    func sameCommandCompletes(engine: Engine) async throws {
        try await withTemporaryFolder { folder in
            let bundle = try RegisterBundleFolder(in: folder, holdings: 200, animalsPerHolding: 100)
            try await withDatabaseURL(engine) { url in
                let environment = [
                    "VIGIE_DATABASE": url.description, "VIGIE_USER": "test", "VIGIE_TODAY": "2026-11-20",
                ]
                let arguments = ["register", "import", bundle.path, "--fictitious", "--json"]
                try await VigieAccounts.add("test", role: "authority", environment)
                var killed = 0
                for moment in Self.moments {
                    let run = try await Self.runAndKill(arguments, after: moment, environment)
                    if run.text.contains("killed") { killed += 1 }
                }
                #expect(killed > 0)
                let last = try await VigieProgram.run(arguments, environment: environment)
                #expect(last.status == 0, "\(last.complaint)")
                let again = try await VigieProgram.run(arguments, environment: environment)
                #expect(again.text.contains(#""state":"unchanged""#))
                let herd = try await VigieProgram.run(
                    ["show", "herd", "99 000 200", "--json"], environment: environment)
                #expect(herd.text.contains(#"{"label":"Bovins présents","value":"100"}"#))
                let check = try await VigieProgram.run(
                    ["register", "imports", "--department", "63"], environment: environment)
                #expect(check.lines.filter { $0.contains("\taccepté\t") }.count == 1)
            }
        }
    }

    /// Starts the program, kills it after so many seconds and says so, unless it was done before.
    static func runAndKill(
        _ arguments: [String], after seconds: String, _ environment: [String: String]
    ) async throws -> ProcessOutcome {
        let exports = environment.map { "export \($0.key)='\($0.value)'; " }.joined()
        let command = arguments.map { "'\($0)'" }.joined(separator: " ")
        return try await VigieProgram.shell(
            """
            \(exports)"$0" \(command) >/dev/null 2>&1 & pid=$!
            sleep \(seconds)
            kill -9 $pid 2>/dev/null
            wait $pid
            if [ $? -eq 137 ]; then echo killed; fi
            """)
    }
}
