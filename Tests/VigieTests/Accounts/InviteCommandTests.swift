import Foundation
import TestSupport
import Testing

@Suite("Issue 3 §1: accounts on the command line") struct InviteCommandTests {
    @Test("CAL-43: invitations of one person and of a CSV: links on standard output, what is wrong beside them")
    func invites() async throws {
        try await withTemporaryFolder { folder in
            let environment = [
                "VIGIE_DATABASE": "sqlite:\(folder)/v.sqlite", "VIGIE_USER": "admin",
                "VIGIE_PUBLIC_ADDRESS": "https://vigie.example",
            ]
            _ = try await VigieProgram.run(["database", "migrate"], environment: environment)
            try await VigieAccounts.add("opi", role: "inspector", environment)
            let one = try await VigieProgram.run(
                ["user", "invite", "vet1", "--role", "veterinarian", "--name", "Fictif"],
                environment: environment)
            #expect(one.status == 0 && one.text.hasPrefix("vet1\thttps://vigie.example/invitation/"))
            let table =
                "login;name;role\nvet2;Fictif;veterinarian\nopi;Fictif;keeper\n"
            try Data(table.utf8).write(to: URL(filePath: folder + "/comptes.csv"))
            let many = try await VigieProgram.run(
                ["user", "invite", "--csv", folder + "/comptes.csv"], environment: environment)
            #expect(many.status == 1 && many.lines.count == 1 && many.text.hasPrefix("vet2\t"))
            #expect(many.complaint.contains("ligne 3") && many.complaint.contains("[user-exists]"))
            let again = try await VigieProgram.run(["user", "invite", "vet1"], environment: environment)
            #expect(again.status == 0 && again.text != one.text)
            let other = try await VigieProgram.run(
                ["user", "invite", "vet1", "--user", "opi"], environment: environment)
            #expect(other.status == 1 && other.text.isEmpty)
            let factor = try await VigieProgram.run(["user", "second-factor", "vet1"], environment: environment)
            #expect(factor.status == 1 && factor.complaint.contains("[second-factor-missing]"))
        }
    }

    @Test(
        "a file of sign-in with a wrong, unknown or missing key is refused with its line, and nothing is opened",
        arguments: [
            ("format = \"vigie-sign-in-1\"\n[session]\nidleMinutes = 0\n", "ligne 3"),
            ("format = \"vigie-sign-in-1\"\n[sessions]\n", "sessions"),
            ("[session]\nidleMinutes = 5\n", "format"),
            ("format = \"vigie-sign-in-1\"\n[secondFactor]\nroles = [\"chef\"]\n", "ligne 3"),
            ("format = \"vigie-sign-in-1\"\n[proxies]\ntrusted = [\"10.0.0.0/40\"]\n", "ligne 3"),
            ("format = \"vigie-sign-in-1\"\n[provider]\nname = \"x\"\n", "issuer"),
            (
                """
                format = "vigie-sign-in-1"
                [provider]
                name = "x"
                issuer = "https://id.example"
                clientId = "vigie"
                [provider.roles]
                chef = "administrator"
                """, "roles"
            ),
        ])
    func wrongFile(_ text: String, _ words: String) async throws {
        try await withTemporaryFolder { folder in
            let environment = ["VIGIE_DATABASE": "sqlite:\(folder)/v.sqlite", "VIGIE_USER": "admin"]
            _ = try await VigieProgram.run(["database", "migrate"], environment: environment)
            try await VigieAccounts.add("opi", role: "inspector", environment)
            try Data(text.utf8).write(to: URL(filePath: folder + "/connexion.toml"))
            let run = try await VigieProgram.run(
                ["serve", "--port", "0", "--sign-in", folder + "/connexion.toml"], environment: environment)
            #expect(run.status == 1 && run.complaint.contains(words))
        }
    }
}
