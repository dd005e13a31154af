import Foundation
import Kernel
import Prophylaxis
import Store
import TestSupport
import Testing

/// A database that cannot take the command: one finding with its way out, exit code 1, and all that was there stays.
@Suite("Issue 2 §13: a database that is full, busy, read-only or of a newer version")
struct BadDatabaseTests {
    private static func milk(_ scene: ResultScene, herds: Int = 2) throws -> [String] {
        let profile = try scene.file("profil.toml", "format = \"vigie-milk/1\"\nsiret-required = false\n".utf8)
        return [
            "results", "milk", try scene.milkFile(0, herds: herds), "--laboratory", "LIAL99", "--profile", profile,
            "--department", "63", "--fictitious",
        ]
    }

    /// One finding, and after `mend` the same command does its work.
    private func expectRefused(
        _ scene: ResultScene, _ code: String, herds: Int = 2, _ run: ProcessOutcome, mend: () async throws -> Void
    ) async throws {
        #expect(run.status == 1, "\(run.complaint)")
        #expect(run.complaint.split(separator: "\n").filter { $0.hasPrefix("Refusé") }.count == 1)
        #expect(run.complaint.contains("[\(code)]") && run.complaint.contains("→"), "\(run.complaint)")
        try await mend()
        #expect(try await scene.count("SELECT count(*) FROM milk_result") == 0)
        let again = try await scene.vigie(try Self.milk(scene, herds: herds))
        #expect(again.status == 0, "\(again.complaint)")
        #expect(try await scene.count("SELECT count(*) FROM milk_result") == 2 * herds)
    }

    @Test("Disk full: the limit of the file size stands for it, and nothing of the import stays")
    func diskFull() async throws {
        try await ResultScene.with(.sqlite, herds: 900, matrix: .milk) { scene in
            let command = try Self.milk(scene, herds: 900)
            let exports = scene.environment.map { "export \($0.key)='\($0.value)'; " }.joined()
            // Blocks of 1024 bytes: room for the first pages of the log only. Temporary tables are files as well.
            let run = try await VigieProgram.shell(
                "\(exports)trap '' XFSZ; ulimit -f 96; exec \"$0\" \(command.map { "'\($0)'" }.joined(separator: " "))")
            try await expectRefused(scene, "database-disk-full", herds: 900, run) {}
        }
    }

    @Test("Busy: the command waits, and then says so", arguments: Engine.allCases)
    func locked(engine: Engine) async throws {
        try await ResultScene.with(engine, herds: 2, matrix: .milk) { scene in
            let holder = try await Database.open(scene.url)
            let gate = Gate()
            async let holding: Void = holder.write { connection in
                if engine == .postgres { try connection.script("LOCK TABLE import_run IN ACCESS EXCLUSIVE MODE") }
                try connection.execute("UPDATE id_block SET next = next + 1")
                gate.arrive()
                gate.wait(for: 2)
            }
            await gate.reached(1)
            let run = try await scene.vigie(try Self.milk(scene) + ["--wait", "0.2"])
            gate.arrive()
            try await holding
            try await holder.close()
            try await expectRefused(scene, "database-locked", run) {}
        }
    }

    @Test("Read-only", arguments: Engine.allCases)
    func readOnly(engine: Engine) async throws {
        try await ResultScene.with(engine, herds: 2, matrix: .milk) { scene in
            try await Self.setReadOnly(scene, true)
            let run = try await scene.vigie(try Self.milk(scene))
            try await expectRefused(scene, "database-read-only", run) { try await Self.setReadOnly(scene, false) }
        }
    }

    /// A write version that SQLite does not know makes a file read-only, also for root.
    private static func setReadOnly(_ scene: ResultScene, _ isReadOnly: Bool) async throws {
        switch scene.url {
        case .sqlite(let path):
            let file = try FileHandle(forUpdating: URL(filePath: path))
            try file.seek(toOffset: 18)
            try file.write(contentsOf: [isReadOnly ? 3 : 2])
            try file.close()
        case .postgres(let uri):
            let path = uri.split(separator: "?").first ?? ""
            let name = path.split(separator: "/").last.map(String.init) ?? ""
            try await PostgresCluster.shared.run(
                "ALTER DATABASE \(name) SET default_transaction_read_only = \(isReadOnly ? "on" : "off")")
        }
    }

    @Test("Of a newer version", arguments: Engine.allCases)
    func newer(engine: Engine) async throws {
        try await ResultScene.with(engine, herds: 2, matrix: .milk) { scene in
            try await scene.write { connection in
                try connection.execute(
                    """
                    INSERT INTO schema_migration (number, name, digest, applied_at)
                    SELECT 999, 'later', digest, applied_at FROM schema_migration WHERE number = 1
                    """)
            }
            let run = try await scene.vigie(try Self.milk(scene))
            try await expectRefused(scene, "database-schema-newer", run) {
                let database = try await Database.open(scene.url, DatabaseOptions(.any))
                try await database.write { try $0.execute("DELETE FROM schema_migration WHERE number = 999") }
                try await database.close()
            }
        }
    }
}
