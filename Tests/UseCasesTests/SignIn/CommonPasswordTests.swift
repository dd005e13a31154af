import Foundation
import Secrets
import TestSupport
import Testing
import UseCases

/// The filter as the set-up's own script makes it, of lists of the test.
@Suite("ASVS 2.1.7: passwords that everybody guesses first") struct CommonPasswordTests {
    private static let words = [
        "dragonfly2000x", "correcthorse", "trustno1", "anticonstitutionnellement", "éléphantesque",
    ]

    private func withList(_ body: (CommonPasswords) throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let list = URL(filePath: folder).appending(path: "list.txt")
            try Data(CommonPasswordTests.words.joined(separator: "\n").utf8).write(to: list)
            let script = URL(filePath: #filePath).deletingLastPathComponent().appending(
                path: "../../../scripts/passwords.py")
            let made = try await VigieProgram.shell(
                "python3 '\(script.path)' '\(folder)/list.bloom' '\(list.path)'")
            #expect(made.status == 0, "\(made.complaint)")
            let bytes = try Data(contentsOf: URL(filePath: folder).appending(path: "list.bloom"))
            try body(try #require(CommonPasswords(file: [UInt8](bytes))))
        }
    }

    private func fault(_ password: String, _ list: CommonPasswords?) -> String? {
        do {
            try PasswordPolicy.require(password, for: "opi", list: list)
            return nil
        } catch {
            return error.findings.first?.code
        }
    }

    @Test("a listed password is refused: as it is, in capitals, twice, with digits and signs around it")
    func listed() async throws {
        try await withList { list in
            for word in [
                "dragonfly2000x", "DragonFly2000X", "correcthorse", "correcthorsecorrecthorse", "2024 correcthorse !",
                "Anticonstitutionnellement1", "ÉLÉPHANTESQUE",
            ] {
                #expect(fault(word, list) == "password-guessable", "\(word)")
                #expect(fault(word, nil) == nil, "without the list only the short one counts: \(word)")
            }
        }
    }

    @Test("other words of a phrase are accepted", arguments: ["cheval agrafe batterie", "une phrase de passe fictive"])
    func accepted(_ phrase: String) async throws {
        try await withList { list in #expect(fault(phrase, list) == nil) }
    }

    @Test("what is no filter is none", arguments: ["", "VIGIEPW1", "VIGIEPW2xxxxxxxx"])
    func noFilter(_ text: String) { #expect(CommonPasswords(file: Array(text.utf8)) == nil) }
}
