import Foundation
import Store
import TestSupport
import Testing

/// `vigie demo`, through the real program.
@Suite("vigie demo")
struct DemoTests {
    @Test("The same seed gives the same bytes and figures, on SQLite and on PostgreSQL; another seed others")
    func sameSeed() async throws {
        try await withTemporaryFolder { folder in
            let first = try await DemoOutcome.play(in: folder + "/a")
            #expect(first.process.status == 0, "\(first.process.complaint)")
            try await withDatabaseURL(.postgres, .empty) { url in
                guard case .postgres(let address) = url else { return }
                let again = try await DemoOutcome.play(in: folder + "/b", database: address)
                #expect(again.process.status == 0, "\(again.process.complaint)")
                #expect(!FileManager.default.fileExists(atPath: folder + "/b/vigie.sqlite"))
                for part in ["reception", "documents", "bilan"] {
                    let files = try first.files(part)
                    #expect(!files.isEmpty)
                    #expect(try again.files(part) == files, "\(part)")
                }
                #expect(again.steps.map(\.name) == first.steps.map(\.name))
                #expect(again.steps.map(\.outcome) == first.steps.map(\.outcome))
            }
            let other = try await DemoOutcome.play(in: folder + "/c", ["--seed", "2"])
            #expect(other.process.status == 0, "\(other.process.complaint)")
            #expect(other.steps.map(\.outcome) != first.steps.map(\.outcome))
        }
    }

    @Test("All files are there, and every holding and animal is fictitious (99)")
    func fictitiousNumbers() async throws {
        try await withTemporaryFolder { folder in
            let demo = try await DemoOutcome.play(in: folder + "/demo", scale: "0.01")
            #expect(demo.process.status == 0, "\(demo.process.complaint)")
            let printed = try demo.files("documents/prelevements")
            #expect(printed.count == 20)
            for file in printed { #expect(file.value.starts(with: Data("%PDF-".utf8)), "\(file.key)") }
            let register = try demo.files("reception/registre").keys
            for table in ["holdings", "herds", "stays", "veterinarians", "organisations", "authorisations"] {
                #expect(register.contains("\(table).csv"))
            }
            #expect(Set(try demo.files("bilan").keys).isSuperset(of: ["bilan.pdf", "bilan.csv", "bilan.md"]))
            let holdings = try demo.firstFields("holdings")
            #expect(holdings.count == 38)
            #expect(holdings.allSatisfy { $0.hasPrefix("99") && $0.count == 8 })
            let animals = try demo.firstFields("animals")
            #expect(animals.count > 3468)
            #expect(animals.allSatisfy { $0.hasPrefix("FR99") && $0.count == 12 })
            #expect(Set(animals).count == animals.count)
        }
    }

    @Test("Every fault of the season is met and settled, and the campaign ends closed with its report")
    func season() async throws {
        try await withTemporaryFolder { folder in
            let demo = try await DemoOutcome.play(in: folder + "/demo", scale: "0.05")
            #expect(demo.process.status == 0, "\(demo.process.complaint)")
            // Each of these has happened at least once: its first figure is not 0.
            let happened = [
                "Registre importé", "Campagne passée reprise", "Lignes refusées corrigées",
                "Documents d'automne édités", "Documents imprimés",
                "Résultats sang d'automne", "Tuberculinations d'automne", "Registre mis à jour", "Résultats lait",
                "Lignes en attente traitées", "Résultats douteux tranchés", "Bovins sortis annulés",
                "Recontrôles ordonnés", "Résultats des recontrôles", "Relances", "Sérothèque demandée",
                "Refus d'éleveurs notés", "Documents réédités",
                "Avertissements et mises en demeure", "Courriers d'information",
                "Premiers rapports émis", "Résultats sang de printemps", "Rapports contredits refaits",
                "Décisions de non réalisation", "Recontrôles non réalisés", "Rapports d'inspection émis",
                "Alertes closes", "Bilan de campagne",
            ]
            for name in happened { #expect((demo.numbers(name)?.first ?? 0) > 0, "\(name)") }
            // Nothing that was refused in the register stays so.
            let corrected = try #require(demo.numbers("Lignes refusées corrigées"))
            #expect(corrected == [corrected[0], corrected[0], 0])
            // Attached, dismissed and replayed lines: all three.
            #expect(try #require(demo.numbers("Lignes en attente traitées")).allSatisfy { $0 > 0 })
            #expect(demo.process.text.contains("PB 2026 (63)"))
        }
    }

    @Test("Most herds are compliant, some are not, and every report B or C has its follow-up")
    func plausibleCampaign() async throws {
        try await withTemporaryFolder { folder in
            let demo = try await DemoOutcome.play(in: folder + "/demo", scale: "0.05")
            let balance = String(decoding: try #require(try demo.files("bilan")["bilan.csv"]), as: UTF8.self)
            func count(_ section: String, _ disease: String, _ value: String) -> Int {
                let line = balance.split(separator: "\n").first { $0.hasPrefix("\(section);\(disease);\(value);") }
                return line?.split(separator: ";", omittingEmptySubsequences: false).dropFirst(3).first
                    .flatMap { Int($0) } ?? 0
            }
            #expect(count("statuts", "BRU", "SA") > 4 * (count("statuts", "BRU", "AA") + count("statuts", "BRU", "AS")))
            for value in ["A", "B", "C"] { #expect(count("rapports", "", value) > 0, "\(value)") }
            #expect(count("rapports", "", "A") > 4 * count("rapports", "", "B"))
            let followUps = try #require(demo.numbers("Suites données aux rapports")).reduce(0, +)
            #expect(followUps == count("rapports", "", "B") + count("rapports", "", "C"))
        }
    }

    @Test("Left open: nothing is dated after its own day, every list of the desk has lines, each role has an account")
    func running() async throws {
        try await withTemporaryFolder { folder in
            let demo = try await DemoOutcome.play(in: folder + "/demo", scale: "0.1", ["--running"])
            #expect(demo.process.status == 0, "\(demo.process.complaint)")
            let days = demo.process.lines.filter { $0.hasPrefix("│") }.compactMap { line in
                line.split(separator: "│").first.map { $0.trimmingCharacters(in: .whitespaces) }
            }.filter { $0.hasSuffix("/2026") }
            #expect(days.count > 10 && days.allSatisfy { $0.suffix(7) < "03/2026" || $0 <= "17/03/2026" }, "\(days)")
            let environment = [
                "VIGIE_DATABASE": "sqlite:\(folder)/demo/vigie.sqlite", "VIGIE_USER": "ddpp",
                "VIGIE_TODAY": "2026-03-17",
            ]
            let counts = try await VigieProgram.run(
                ["worklist", "--department", "63", "--year", "2026"], environment: environment)
            for list in ["decision-awaited", "retests", "doubtful", "alerts", "unattached", "without-follow-up"] {
                let line = try #require(counts.lines.first { $0.hasPrefix(list + ";") })
                #expect(Int(line.split(separator: ";")[1]) ?? 0 > 0, "\(line)")
            }
            let user = ["VIGIE_DATABASE": "sqlite:\(folder)/demo/vigie.sqlite", "VIGIE_USER": "admin"]
            let accounts = try await VigieProgram.run(["user", "list"], environment: user)
            let roles = [
                "national-authority", "authority", "delegate-region", "inspector", "laboratory", "dairy-laboratory",
                "veterinarian", "keeper", "administrator",
            ]
            for role in roles { #expect(accounts.text.contains(role), "\(role)") }
        }
    }

    @Test("An earlier demonstration is replaced, a folder with anything else is not touched")
    func onlyDemonstrationsAreReplaced() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/mine"
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            try Data("keep me".utf8).write(to: URL(filePath: path + "/notes.txt"))
            let refused = try await DemoOutcome.play(in: path, scale: "0.01")
            #expect(refused.process.status == 1)
            #expect(refused.process.complaint.contains("--output"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: path) == ["notes.txt"])
            for _ in 1...2 {
                let demo = try await DemoOutcome.play(in: folder + "/demo", scale: "0.01")
                #expect(demo.process.status == 0, "\(demo.process.complaint)")
            }
        }
    }

    @Test("A department that the census does not count is refused", arguments: ["2A", "00", "974"])
    func unknownDepartment(_ department: String) async throws {
        try await withTemporaryFolder { folder in
            let outcome = try await VigieProgram.run(["demo", "--department", department, "--output", folder + "/demo"])
            #expect(outcome.status == 1)
            #expect(!FileManager.default.fileExists(atPath: folder + "/demo"))
        }
    }
}
