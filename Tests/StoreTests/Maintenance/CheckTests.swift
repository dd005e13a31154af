import Foundation
import Kernel
import TestSupport
import Testing

@testable import Store

@Suite("Check")
struct CheckTests {
    @Test("a fresh database has nothing to tell", arguments: Engine.allCases)
    func clean(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let findings = try await database.check()
            #expect(findings.isEmpty)
        }
    }

    @Test("a row that points nowhere is found in a SQLite file")
    func brokenReference() async throws {
        try await withDatabase(.sqlite) { database in
            guard case .sqlite(let path) = database.url else { return }
            // Connections do not enforce references unless told to: another program may well forget it.
            try RawSQLite(path: path, writable: true).run(
                "INSERT INTO audit_detail (entry_id, position, subject, outcome) VALUES (99, 1, 's', 'o')")
            let findings = try await database.check()
            #expect(findings.map(\.code) == ["database-foreign-key"])
            #expect(findings.first?["table"] == "audit_detail")
        }
    }

    @Test("a damaged SQLite page is found")
    func damagedPage() async throws {
        try await withDatabaseURL(.sqlite) { url in
            guard case .sqlite(let path) = url else { return }
            // Rows that fill some pages, so that the last page of the file is none that every start reads.
            let filling = try await Database.open(url)
            try await filling.write { connection in
                for index in 0..<50 {
                    let bytes = [UInt8](repeating: UInt8(index), count: 3000)
                    _ = try connection.putBlob(bytes, mediaType: "application/pdf", at: testTime)
                }
            }
            try await filling.close()
            let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
            let size = try file.seekToEnd()
            try file.seek(toOffset: size - 4096)
            try file.write(contentsOf: Data(repeating: 0xee, count: 64))
            try file.close()
            let database = try await Database.open(url)
            #expect(try await database.check().contains { $0.code == "database-damaged" })
            try await database.close()
        }
    }

    @Test("a database of another version is told, not looked into", arguments: Engine.allCases)
    func otherVersion(_ engine: Engine) async throws {
        try await withDatabaseURL(engine, .empty) { url in
            let database = try await Database.open(url, DatabaseOptions(.anyOrNew))
            #expect(try await database.check().map(\.code) == ["database-not-vigie"])
            try await database.migrate(now: testTime)
            try await database.write { try $0.execute("UPDATE schema_migration SET digest = 'x' WHERE number = 1") }
            #expect(try await database.check().map(\.code) == ["database-migration-changed"])
            try await database.close()
        }
    }
}
