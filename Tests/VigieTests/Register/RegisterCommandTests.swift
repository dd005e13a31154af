import Foundation
import TestSupport
import Testing

@Suite("vigie register")
struct RegisterCommandTests {
    private func withVigie(_ body: (String, [String: String]) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let environment = [
                "VIGIE_DATABASE": "sqlite:\(folder)/vigie.sqlite", "VIGIE_USER": "test", "VIGIE_TODAY": "2026-11-20",
            ]
            _ = try await VigieProgram.run(["database", "migrate"], environment: environment)
            try await VigieAccounts.add("test", role: "authority", environment)
            try await body(folder, environment)
        }
    }

    @Test("Import, correct the refused line in its folder, replay it")
    func correctsARefusedLine() async throws {
        try await withVigie { folder, environment in
            let bundle = try RegisterBundleFolder(in: folder, holdings: 3, animalsPerHolding: 2)
            let animals = bundle.path + "/animals.csv"
            let text = try String(contentsOfFile: animals, encoding: .utf8)
            try text.replacingOccurrences(of: "FR9900000000;F", with: "FR9900000000;Q")
                .write(toFile: animals, atomically: false, encoding: .utf8)
            let first = try await VigieProgram.run(
                ["register", "import", bundle.path, "--fictitious"], environment: environment)
            #expect(first.status == 1)
            #expect(first.complaint.contains("animals.csv, ligne 2, colonne « sex »"))
            let id = try #require(first.text.split(separator: " ").dropFirst().first.map(String.init))
            let written = try await VigieProgram.run(
                ["register", "refused", "--import", id, "--csv", folder + "/fix"], environment: environment)
            #expect(written.status == 0, "\(written.complaint)")
            let fix = folder + "/fix/animals.csv"
            let lines = try String(contentsOfFile: fix, encoding: .utf8)
            #expect(lines == "number;sex;breed;birth-date\nFR9900000000;Q;38;2020-01-01\n")
            try lines.replacingOccurrences(of: ";Q;", with: ";F;").write(
                toFile: fix, atomically: false, encoding: .utf8)
            try FileManager.default.removeItem(atPath: folder + "/fix/stays.csv")
            let replayed = try await VigieProgram.run(
                ["register", "replay", id, folder + "/fix", "--fictitious"], environment: environment)
            #expect(replayed.status == 0, "\(replayed.complaint)")
            let rest = try await VigieProgram.run(["register", "replay", id, "--fictitious"], environment: environment)
            #expect(rest.status == 0, "\(rest.complaint)")
            let animal = try await VigieProgram.run(["show", "animal", "fr 99 0000 0000"], environment: environment)
            #expect(animal.text.contains("Rattachements (1)"))
        }
    }

    @Test("A missing, truncated or foreign bundle is one finding and exit code 1", arguments: ["none", "empty", "zip"])
    func badBundles(kind: String) async throws {
        try await withVigie { folder, environment in
            let path = folder + "/bad.zip"
            if kind == "empty" {
                try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            }
            if kind == "zip" { try "PK truncated".write(toFile: path, atomically: false, encoding: .utf8) }
            let run = try await VigieProgram.run(["register", "import", path], environment: environment)
            #expect(run.status == 1)
            #expect(run.complaint.split(separator: "\n").filter { $0.hasPrefix("Refusé") }.count == 1)
        }
    }

    @Test("A missing or foreign database is told with its way out")
    func badDatabases() async throws {
        try await withTemporaryFolder { folder in
            let bundle = try RegisterBundleFolder(in: folder, holdings: 1, animalsPerHolding: 1)
            try "not a database, but long enough to look at".write(
                toFile: folder + "/foreign.sqlite", atomically: false, encoding: .utf8)
            for (name, code) in [("missing", "database-missing"), ("foreign", "database-")] {
                let run = try await VigieProgram.run(
                    ["register", "import", bundle.path, "--database", "sqlite:\(folder)/\(name).sqlite"])
                #expect(run.status == 1)
                #expect(run.complaint.contains("[\(code)"))
                #expect(run.complaint.contains("→"))
            }
        }
    }
}
