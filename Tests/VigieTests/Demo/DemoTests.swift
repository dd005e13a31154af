import Foundation
import TestSupport
import Testing

/// `vigie demo`, through the real program on SQLite.
@Suite("vigie demo")
struct DemoTests {
    private static let arguments = ["demo", "--department", "63", "--scale", "0.01", "--output"]

    @Test("The same seed gives the same department and the same campaign; another seed another one")
    func sameSeed() async throws {
        try await withTemporaryFolder { folder in
            let first = try await VigieProgram.run(Self.arguments + [folder + "/a"])
            let again = try await VigieProgram.run(Self.arguments + [folder + "/b"])
            let other = try await VigieProgram.run(Self.arguments + [folder + "/c", "--seed", "2"])
            for outcome in [first, again, other] { #expect(outcome.status == 0, "\(outcome.complaint)") }
            #expect(Self.results(first) == Self.results(again))
            #expect(Self.results(first) != Self.results(other))
        }
    }

    @Test("All files of the register are there, and every holding and animal is fictitious (99)")
    func fictitiousNumbers() async throws {
        try await withTemporaryFolder { folder in
            let outcome = try await VigieProgram.run(Self.arguments + [folder + "/demo"])
            #expect(outcome.status == 0, "\(outcome.complaint)")
            let register = folder + "/demo/reception/registre"
            let printed = try FileManager.default.contentsOfDirectory(atPath: folder + "/demo/documents")
            #expect(printed.filter { $0.hasSuffix(".pdf") }.count == 20)
            let tables = ["holdings", "herds", "stays", "veterinarians", "organisations", "authorisations"]
            for table in tables { #expect(FileManager.default.fileExists(atPath: "\(register)/\(table).csv")) }
            #expect(FileManager.default.fileExists(atPath: folder + "/demo/vigie.sqlite"))
            let holdings = try Self.firstFields("\(register)/holdings.csv")
            #expect(holdings.count == 38)
            #expect(holdings.allSatisfy { $0.hasPrefix("99") && $0.count == 8 })
            let animals = try Self.firstFields("\(register)/animals.csv")
            #expect(animals.count > 3468)
            #expect(animals.allSatisfy { $0.hasPrefix("FR99") && $0.count == 12 })
            #expect(Set(animals).count == animals.count)
        }
    }

    @Test("Every step does something: cattle looked at and requested, results received, reports issued")
    func plausibleSteps() async throws {
        try await withTemporaryFolder { folder in
            let outcome = try await VigieProgram.run(Self.arguments + [folder + "/demo"])
            let steps = Self.results(outcome)
            #expect(steps["Registre importé"]?.hasSuffix("0 refusées") == true)
            // Every animal of a herd with a document is looked at, so that there are far more of them than documents.
            let examined = try #require(steps["Documents édités"].map(Self.numbers))
            #expect(examined.count == 2 && examined[1] > 20 * examined[0])
            let validated = try #require(steps["Documents validés"].map(Self.numbers))
            #expect(validated.count == 5 && validated[0] == examined[0] && validated[2] > 100)
            let blood = try #require(steps["Résultats sang reçus"].map(Self.numbers))
            #expect(blood.count == 5 && blood[2] > 100)
            let milk = try #require(steps["Résultats lait reçus"].map(Self.numbers))
            #expect(milk.count == 5 && milk[2] >= 10)
            let reports = try #require(steps["Rapports d'inspection émis"].map(Self.numbers))
            #expect((reports.first ?? 0) > 10)
        }
    }

    @Test("An earlier demonstration is replaced, a folder with anything else is not touched")
    func onlyDemonstrationsAreReplaced() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/mine"
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            try Data("keep me".utf8).write(to: URL(filePath: path + "/notes.txt"))
            let refused = try await VigieProgram.run(Self.arguments + [path])
            #expect(refused.status == 1)
            #expect(refused.complaint.contains("--output"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: path) == ["notes.txt"])
            for _ in 1...2 {
                let outcome = try await VigieProgram.run(Self.arguments + [folder + "/demo"])
                #expect(outcome.status == 0, "\(outcome.complaint)")
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

    /// Step → what the table says of it, without the times.
    private static func results(_ outcome: ProcessOutcome) -> [String: String] {
        let rows = outcome.lines.filter { $0.hasPrefix("│") }.map { line in
            line.split(separator: "│").map { $0.trimmingCharacters(in: .whitespaces) }
        }
        return Dictionary(
            rows.filter { $0.count == 3 && $0[0] != "Étape" && $0[0] != "Total" }.map { ($0[0], $0[1]) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The whole numbers in a text, thousands joined.
    private static func numbers(_ text: String) -> [Int] {
        text.replacing("\u{202F}", with: "").split { !$0.isNumber }.compactMap { Int($0) }
    }

    private static func firstFields(_ path: String) throws -> [String] {
        let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        return text.split(separator: "\n").dropFirst().compactMap { $0.split(separator: ";").first.map(String.init) }
    }
}
