import Foundation
import Prophylaxis
import TestSupport
import Testing

/// `[=x]` ends the process inside the TOML library: every file of settings goes through the reader that knows.
@Suite("Issue 2 §13: a file of settings that is no TOML")
struct BrokenSettingsTests {
    @Test(
        "Every command that takes one refuses it with its line",
        arguments: [
            ["campaign", "create", "--department", "63", "--year", "2022", "--parameters", "FILE"],
            ["campaign", "set", "--department", "63", "--parameters", "FILE"],
            ["campaign", "convention", "--department", "63", "--justification", "essai", "--set", "FILE"],
            ["document", "test-page", "--output", "page.pdf", "--printer", "bureau", "--printers", "FILE"],
            ["results", "milk", "FILE", "--laboratory", "LIAL99", "--department", "63", "--profile", "FILE"],
            ["register", "import", ".", "--mapping", "FILE"],
            ["register", "import", "."],
        ])
    func refused(arguments: [String]) async throws {
        try await ResultScene.with(.sqlite, herds: 1, matrix: .milk) { scene in
            // The manifest of a bundle is such a file itself.
            let name = arguments.contains("FILE") ? "réglages.toml" : "manifest.toml"
            let path = try scene.file(name, "# réglages\n[=x]\n".utf8)
            let run = try await scene.vigie(arguments.map { $0 == "FILE" ? path : $0 }, as: "ddpp")
            #expect(!run.wasKilled)
            #expect(run.status == 1)
            #expect(run.complaint.contains("[toml-syntax]"), "\(run.complaint)")
            #expect(run.complaint.contains("\(name), ligne 2"), "\(run.complaint)")
        }
    }
}
