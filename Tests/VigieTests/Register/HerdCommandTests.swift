import Foundation
import TestSupport
import Testing

@Suite("vigie herd")
struct HerdCommandTests {
    @Test("PRO-20, PRO-36: open, place, change, note, link, locate, close, reopen, then the extraction as CSV")
    func oneHerd() async throws {
        try await withTemporaryFolder { folder in
            let environment = [
                "VIGIE_DATABASE": "sqlite:\(folder)/vigie.sqlite", "VIGIE_USER": "test", "VIGIE_TODAY": "2026-11-20",
            ]
            func vigie(_ arguments: String...) async throws -> (status: Int32, text: String) {
                let run = try await VigieProgram.run(arguments, environment: environment)
                return (run.status, run.text + run.complaint)
            }
            _ = try await vigie("database", "migrate")
            try await VigieAccounts.add("test", role: "authority", environment)
            let bundle = try RegisterBundleFolder(in: folder, holdings: 2, animalsPerHolding: 2)
            _ = try await vigie("register", "import", bundle.path, "--fictitious")
            let steps: [([String], String)] = [
                (["open", "99000001/L", "--class", "dairy", "--milk", "dairy", "--reason", "lait"], "ouvert"),
                (["place", "99000001/L", "--animal", "FR9900000000"], "1 bovins rattachés"),
                (["change", "99000001/L", "--milk", "direct", "--reason", "vente directe"], "modifié"),
                (["note", "99000001/L", "cessation", "--by", "keeper", "--text", "retraite"], "Noté"),
                (["link", "99000001/L", "99000002/A", "--reason", "pâture"], "en lien"),
                (["locate", "99000001/L", "45.777222,3.087025", "--source", "visite"], "45.777222,3.087025"),
                (["close", "99000002/A", "--reason", "fin", "--force"], "fermé"),
                (["reopen", "99000002/A", "--reason", "reprise"], "rouvert"),
                (["note", "99000001/L", "cessation", "--withdraw"], "1 informations retirées"),
                (["unlink", "99000001/L", "99000002/A"], "lien terminé"),
            ]
            for (arguments, word) in steps {
                let run = try await VigieProgram.run(["herd"] + arguments, environment: environment)
                #expect(run.status == 0, "\(arguments): \(run.complaint)")
                #expect(run.text.contains(word), "\(arguments): \(run.text)")
            }
            let list = try await vigie("herd", "list", "--department", "63")
            #expect(list.status == 0)
            let lines = list.text.split(whereSeparator: \.isNewline)
            #expect(lines.count == 4, "a header and three herds")
            #expect(lines.contains { $0.contains(";L;") && $0.contains("45.777222,3.087025") && $0.contains("direct") })
            let refused = try await vigie("herd", "open", "99000009/A", "--class", "beef", "--reason", "x")
            #expect(refused.status == 1)
            #expect(refused.text.contains("register-holding-unknown"))
            let verified = try await vigie("register", "verify", "--department", "63")
            #expect(verified.status == 0)
            #expect(verified.text.contains("idle-months = 12"))
        }
    }
}
