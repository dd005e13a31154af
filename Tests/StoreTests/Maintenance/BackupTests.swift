import Foundation
import Kernel
import Store
import TestSupport
import Testing

@Suite("Backup, restore, check", .timeLimit(.minutes(10)))
struct BackupTests {
    private func fill(_ database: Database) async throws {
        let entry = AuditEntry(id: 1, at: testTime, actor: "a", role: "r", intention: "i")
        try await database.write { connection in
            _ = try connection.putBlob([1, 2, 3], mediaType: "application/pdf", at: testTime)
            try connection.audit(entry)
        }
        try await database.sealAudit(now: testTime)
    }

    @Test("a backup restored into an empty target is the same database", arguments: Engine.allCases)
    func roundTrip(_ engine: Engine) async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/backup"
            let head = try await withDatabase(engine) { database in
                try await fill(database)
                #expect(try await database.backup(to: path).bytes > 0)
                return try await database.auditHead()
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["backup"])
            try await withDatabaseURL(engine, .empty) { url in
                try await Database.restore(from: path, into: url)
                let restored = try await Database.open(url)
                #expect(try await restored.check(expecting: head).isEmpty)
                #expect(try await restored.verifyAudit().sealedEntries == 1)
                #expect(try await restored.read { try $0.blob(ContentDigest(of: [1, 2, 3])).bytes } == [1, 2, 3])
                try await restored.close()
            }
        }
    }

    @Test("a backup is taken while a writer works, without its changes", arguments: Engine.allCases)
    func duringWrite(_ engine: Engine) async throws {
        try await withTemporaryFolder { folder in
            try await withDatabase(engine) { database in
                let gate = Gate()
                async let writing: Void = database.write { connection in
                    try connection.execute("UPDATE id_block SET next = 4711")
                    gate.arrive()
                    gate.wait(for: 2)
                }
                await gate.reached(1)
                let size = try await database.backup(to: folder + "/backup").bytes
                gate.arrive()
                try await writing
                #expect(size > 0)
            }
            try await withDatabaseURL(engine, .empty) { url in
                try await Database.restore(from: folder + "/backup", into: url)
                let restored = try await Database.open(url)
                #expect(try await restored.read { try $0.int("SELECT next FROM id_block") } == 1)
                try await restored.close()
            }
        }
    }

    @Test("the access book comes along, and back; without one the backup says so", arguments: Engine.allCases)
    func accessBook(_ engine: Engine) async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/backup"
            try await withDatabase(engine) { database in
                #expect(try await database.backup(to: folder + "/early").accessBook == .none)
                let book = try await AccessBook.open(beside: database, now: testTime)
                try await book.write { try $0.noteUse(of: 4711, at: 12) }
                let content = try await database.backup(to: path)
                switch engine {
                case .sqlite:
                    guard case .file(path + "-access", let bytes) = content.accessBook, bytes > 0 else {
                        Issue.record("\(content.accessBook)")
                        break
                    }
                case .postgres: #expect(content.accessBook == .inside)
                }
                try await book.close()
            }
            try await withDatabaseURL(engine, .empty) { url in
                try await Database.restore(from: path, into: url)
                let restored = try await Database.open(url)
                let book = try await AccessBook.open(beside: restored, now: testTime)
                #expect(try await book.read { try $0.lastUses() } == [4711: 12])
                try await book.close()
                try await restored.close()
            }
        }
    }

    @Test("neither file of a backup overwrites anything, nor does a restore take a foreign access book for its own")
    func existingBook() async throws {
        try await withTemporaryFolder { folder in
            let (path, foreign) = (folder + "/backup", folder + "/backup-access")
            try await withDatabase(.sqlite) { database in
                try await AccessBook.open(beside: database, now: testTime).close()
                try Data([1]).write(to: URL(fileURLWithPath: foreign))
                await #expect(throws: StoreError.targetExists(place: foreign)) {
                    try await database.backup(to: path)
                }
                #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["backup-access"])
                try FileManager.default.removeItem(atPath: foreign)
                try await database.backup(to: path)
            }
            try await withDatabaseURL(.sqlite, .empty) { url in
                guard case .sqlite(let target) = url else { return }
                try Data([1]).write(to: URL(fileURLWithPath: target + "-access"))
                await #expect(throws: StoreError.targetExists(place: target + "-access")) {
                    try await Database.restore(from: path, into: url)
                }
                #expect(!FileManager.default.fileExists(atPath: target))
            }
        }
    }

    @Test("a backup never overwrites a file", arguments: Engine.allCases)
    func existingFile(_ engine: Engine) async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/backup"
            try Data([1]).write(to: URL(fileURLWithPath: path))
            try await withDatabase(engine) { database in
                await #expect(throws: StoreError.targetExists(place: path)) { try await database.backup(to: path) }
            }
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data([1]))
        }
    }

    @Test("a restore never touches a database that holds tables", arguments: Engine.allCases)
    func existingDatabase(_ engine: Engine) async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/backup"
            try await withDatabase(engine) { database in
                try await database.backup(to: path)
                try await fill(database)
                let place =
                    switch database.url {
                    case .sqlite(let file): file
                    case .postgres: database.url.description
                    }
                await #expect(throws: StoreError.targetExists(place: place)) {
                    try await Database.restore(from: path, into: database.url)
                }
                #expect(try await database.verifyAudit().sealedEntries == 1)
            }
        }
    }

    @Test("what is no backup of the engine is refused", arguments: Engine.allCases)
    func notABackup(_ engine: Engine) async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/backup"
            try Data("EDE;TROUPEAU\n".utf8).write(to: URL(fileURLWithPath: path))
            try await withDatabaseURL(engine, .empty) { url in
                await #expect(throws: StoreError.notABackup(path: path)) {
                    try await Database.restore(from: path, into: url)
                }
                await #expect(throws: StoreError.missing(path: path + "x")) {
                    try await Database.restore(from: path + "x", into: url)
                }
            }
        }
    }

    @Test("a damaged backup is not restored, and leaves nothing behind", arguments: Engine.allCases)
    func damagedBackup(_ engine: Engine) async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/backup"
            try await withDatabase(engine) { database in
                try await fill(database)
                try await database.backup(to: path)
            }
            var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            bytes.removeLast(bytes.count / 2)
            try bytes.write(to: URL(fileURLWithPath: path))
            try await withDatabaseURL(engine, .empty) { url in
                await #expect(throws: StoreError.self) { try await Database.restore(from: path, into: url) }
                switch url {
                case .sqlite(let file): #expect(!FileManager.default.fileExists(atPath: file))
                case .postgres:
                    let database = try await Database.open(url, DatabaseOptions(.anyOrNew))
                    #expect(try await database.schemaState().applied == 0)
                    try await database.close()
                }
            }
        }
    }

    @Test("a SQLite database is one file once it is closed")
    func oneFile() async throws {
        try await withDatabaseURL(.sqlite) { url in
            guard case .sqlite(let path) = url else { return }
            let database = try await Database.open(url)
            try await fill(database)
            #expect(FileManager.default.fileExists(atPath: path + "-wal"))
            try await database.close()
            #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
        }
    }
}
