import Foundation
import Kernel
import Store
import TestSupport
import Testing

/// A backup taken from a server at work, and a server opened on it.
@Suite("Issue 3 §1, §9: backup and restore", .serialized) struct BackupCommandTests {
    @Test(
        "a copy of a database whose server is at work opens with its sessions, and with who read what",
        arguments: Engine.allCases)
    func whole(engine: Engine) async throws {
        try await ResultScene.with(engine, herds: 2, matrix: .blood) { scene in
            let settings = ["VIGIE_KEYS_FILE": "\(scene.folder)/keys"]
            let server = try await ServedVigie.start(scene, settings: settings)
            var browser = HandBrowser(port: server.port)
            try await browser.signIn("gds", try server.password(of: "gds"))
            try await browser.get("/interventions/\(ResultScene.intervention(0))")
            #expect(browser.status == "200")
            // Reads are written every two seconds.
            #expect(
                try await eventually(within: 20) {
                    try await scene.vigie(["audit", "reads", "--department", "63"], as: "ddpp").text.contains(
                        ResultScene.intervention(0))
                })
            let copy = "\(scene.folder)/copie"
            let backup = try await VigieProgram.run(
                ["database", "backup", copy],
                environment: scene.environment.merging(settings.merging(["VIGIE_USER": "admin"]) { $1 }) { $1 })
            #expect(backup.status == 0, "\(backup.complaint)")
            #expect(backup.text.contains(engine == .sqlite ? "\(copy)-access (" : "dans la même sauvegarde"))
            #expect(backup.text.contains("Clés de l'installation (\(scene.folder)/keys) : non copiées"))
            #expect(!FileManager.default.fileExists(atPath: copy + "-keys"))
            // What comes later is not in the copy.
            try await browser.get("/interventions/\(ResultScene.intervention(1))")
            server.signal(SIGTERM)
            #expect(try await server.end(within: 30) == 0)
            try await opened(copy, engine) { url in
                try await expectSame(ResultScene(url: url, folder: scene.folder), settings, browser)
            }
        }
    }

    /// A SQLite copy is opened where it lies; PostgreSQL's is restored first.
    private func opened(_ copy: String, _ engine: Engine, _ body: (DatabaseURL) async throws -> Void) async throws {
        guard engine == .postgres else { return try await body(.sqlite(path: copy)) }
        try await withDatabaseURL(.postgres, .empty) { url in
            guard case .postgres(let address) = url else { return }
            let restored = try await VigieProgram.run(
                ["database", "restore", copy], environment: ["VIGIE_DATABASE": address])
            #expect(restored.status == 0, "\(restored.complaint)")
            try await body(url)
        }
    }

    private func expectSame(_ scene: ResultScene, _ settings: [String: String], _ before: HandBrowser) async throws {
        let reads = try await scene.vigie(["audit", "reads", "--department", "63"], as: "ddpp").text
        #expect(reads.contains(ResultScene.intervention(0)) && !reads.contains(ResultScene.intervention(1)))
        let rules = try scene.file("connexion.toml", "format = \"vigie-sign-in-1\"\n[secondFactor]\nroles = []\n".utf8)
        let server = try await ServedVigie.start(scene, ["--sign-in", rules], isDemo: false, settings: settings)
        var browser = before
        browser.port = server.port
        try await browser.get("/interventions/\(ResultScene.intervention(0))")
        #expect(browser.status == "200", "its session is still open: \(browser.text.prefix(200))")
        server.signal(SIGTERM)
        #expect(try await server.end(within: 30) == 0)
    }

    @Test("a backup replaces nothing, neither the data's file nor the access book's; SQLite restores both")
    func refused() async throws {
        try await ResultScene.with(.sqlite, herds: 0, matrix: .blood) { scene in
            let copy = "\(scene.folder)/copie"
            let early = try await scene.vigie(["database", "backup", copy], as: "admin")
            #expect(early.status == 0 && early.text.contains("il n'y en a pas encore"), "\(early.complaint)")
            let again = try await scene.vigie(["database", "backup", copy], as: "admin")
            #expect(again.status == 1 && again.complaint.contains("[database-target-exists]"))
            _ = try await scene.vigie(["user", "token", "list"], as: "admin")
            let book = try scene.file("autre-access", [1])
            let beside = try await scene.vigie(["database", "backup", "\(scene.folder)/autre"], as: "admin")
            #expect(beside.status == 1 && beside.complaint.contains(book) && beside.complaint.contains("→"))
            #expect(!FileManager.default.fileExists(atPath: "\(scene.folder)/autre"))
            let both = try await scene.vigie(["database", "backup", "\(scene.folder)/deux"], as: "admin")
            #expect(both.status == 0 && both.text.contains("deux-access"))
            let restored = try await VigieProgram.run(
                ["database", "restore", "\(scene.folder)/deux"],
                environment: ["VIGIE_DATABASE": "sqlite:\(scene.folder)/rendue"])
            #expect(restored.status == 0, "\(restored.complaint)")
            #expect(FileManager.default.fileExists(atPath: "\(scene.folder)/rendue-access"))
            let stranger = try await scene.vigie(["database", "backup", "\(scene.folder)/non"], as: "gds")
            #expect(stranger.status == 1)
        }
    }
}
