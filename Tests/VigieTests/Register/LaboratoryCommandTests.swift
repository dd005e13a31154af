import Foundation
import TestSupport
import Testing

@Suite("vigie laboratory")
struct LaboratoryCommandTests {
    @Test("PRO-88, PRO-92, PRO-97: added, changed, named in the convention, listed; refused to who may not")
    func laboratories() async throws {
        try await withTemporaryFolder { folder in
            var environment = [
                "VIGIE_DATABASE": "sqlite:\(folder)/vigie.sqlite", "VIGIE_USER": "test", "VIGIE_TODAY": "2026-11-20",
            ]
            _ = try await VigieProgram.run(["database", "migrate"], environment: environment)
            try await VigieAccounts.add("test", role: "authority", environment)
            func vigie(_ arguments: String...) async throws -> (status: Int32, text: String) {
                let run = try await VigieProgram.run(
                    ["laboratory"] + arguments + ["--department", "63"], environment: environment)
                return (run.status, run.text + run.complaint)
            }
            let added = try await vigie("add", "lda99", "--name", "Laboratoire fictif", "--approved", "BRU")
            #expect(added.status == 0 && added.text.contains("LDA99 ajouté"), "\(added.text)")
            let twice = try await vigie("add", "LDA99", "--name", "Un autre")
            #expect(twice.status == 1 && twice.text.contains("laboratory-code-taken"))
            let changed = try await vigie("change", "LDA99", "--town", "Valmirande", "--email", "a@b.example")
            #expect(changed.status == 0, "\(changed.text)")
            let wrong = try await vigie("change", "LDA99", "--postcode", "abc")
            #expect(wrong.status == 1 && wrong.text.contains("laboratory-postcode-unusable"))
            let attached = try await vigie(
                "attach", "LDA99", "--disease", "BRU", "--disease", "LEU", "--justification", "Convention 2026")
            #expect(attached.status == 0 && attached.text.contains("BRU, LEU"), "\(attached.text)")
            let unknown = try await vigie("attach", "AUTRE", "--disease", "BRU", "--justification", "x")
            #expect(unknown.status == 1 && unknown.text.contains("laboratory-card-unknown"))
            let list = try await vigie("list")
            #expect(list.text.contains("LDA99;Laboratoire fictif;sang;Valmirande;BRU;BRU LEU;"), "\(list.text)")
            let none = try await vigie("change", "LDA99", "--no-approval")
            #expect(none.status == 0)
            #expect(try await vigie("list").text.contains("LDA99;Laboratoire fictif;sang;Valmirande;;BRU LEU;"))
            try await VigieAccounts.add("ailleurs", role: "inspector", environment)
            environment["VIGIE_USER"] = "ailleurs"
            let refused = try await VigieProgram.run(
                ["laboratory", "add", "LDA98", "--name", "x", "--department", "63"], environment: environment)
            #expect(refused.status == 1)
        }
    }
}
