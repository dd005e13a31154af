import Foundation
import Kernel
import TestSupport
import Testing

@testable import Store

@Suite("The store's contract: what goes wrong", .timeLimit(.minutes(10)))
struct ErrorTests {
    @Test("a row or file that another writer keeps is `locked` after the wait", arguments: Engine.allCases)
    func locked(_ engine: Engine) async throws {
        try await withDatabaseURL(engine) { url in
            let holder = try await Database.open(url)
            let other = try await Database.open(url, DatabaseOptions(waitSeconds: 0.1))
            let gate = Gate()
            async let holding: Void = holder.write { connection in
                try connection.execute("UPDATE id_block SET next = next + 1")
                gate.arrive()
                gate.wait(for: 2)
            }
            await gate.reached(1)
            await #expect(throws: StoreError.locked) {
                try await other.write { try $0.execute("UPDATE id_block SET next = next + 1") }
            }
            gate.arrive()
            try await holding
            try await other.write { try $0.execute("UPDATE id_block SET next = next + 1") }
            try await holder.close()
            try await other.close()
        }
    }

    @Test("a read-only SQLite file is told as such")
    func readOnlyFile() async throws {
        try await withDatabaseURL(.sqlite) { url in
            guard case .sqlite(let path) = url else { return }
            // A write version that SQLite does not know makes a file read-only, also for root.
            let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
            try file.seek(toOffset: 18)
            try file.write(contentsOf: [3])
            try file.close()
            await #expect(throws: StoreError.readOnly) {
                let database = try await Database.open(url)
                try await database.write { try $0.execute("UPDATE id_block SET next = next + 1") }
            }
        }
    }

    @Test("a read-only PostgreSQL database is told as such")
    func readOnlyServer() async throws {
        try await withDatabase(.postgres) { database in
            await #expect(throws: StoreError.readOnly) {
                try await database.write { connection in
                    try connection.script("SET TRANSACTION READ ONLY")
                    try connection.execute("UPDATE id_block SET next = next + 1")
                }
            }
        }
    }

    @Test("a full disk is told as such, and leaves the state before", arguments: Engine.allCases)
    func diskFull(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            await #expect(throws: StoreError.diskFull) {
                try await database.write { connection in
                    try connection.createSample()
                    switch engine {
                    case .sqlite:
                        _ = try connection.all("PRAGMA max_page_count = 1") { _ in () }
                        let word = SQLValue.text(String(repeating: "x", count: 3000))
                        for id in 0..<1000 {
                            try connection.execute("INSERT INTO sample (id, word) VALUES (?, ?)", [.int(id), word])
                        }
                    case .postgres:
                        // The server's own code; filling a disk takes a file system of its own.
                        try connection.script(
                            "DO $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$")
                    }
                }
            }
            let tables = try await database.read { connection in
                try connection.first("SELECT name FROM id_block") { $0.text(0) }
            }
            #expect(tables == "id")
            await #expect(throws: StoreError.self) {
                try await database.read { try $0.count("SELECT count(*) FROM sample") }
            }
        }
    }

    @Test("two PostgreSQL writers that wait for each other: one gets a `conflict`, the other goes on")
    func deadlock() async throws {
        try await withDatabase(.postgres) { database in
            try await database.write { connection in
                try connection.createSample()
                try connection.execute("INSERT INTO sample (id, number) VALUES (1, 0), (2, 0)")
            }
            let gate = Gate()
            let conflicts = try await withThrowingTaskGroup(of: Int.self) { group in
                for (first, second) in [(1, 2), (2, 1)] {
                    group.addTask {
                        let update = "UPDATE sample SET number = number + 1 WHERE id = ?"
                        do {
                            try await database.write { connection in
                                try connection.execute(update, [.int(first)])
                                gate.arrive()
                                gate.wait(for: 2)
                                try connection.execute(update, [.int(second)])
                            }
                            return 0
                        } catch StoreError.conflict { return 1 }
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(conflicts == 1)
            #expect(try await database.read { try $0.int("SELECT sum(number) FROM sample") } == 2)
        }
    }

    @Test("a serialisation failure is a `conflict`")
    func serialisation() async throws {
        try await withDatabase(.postgres) { database in
            await #expect(throws: StoreError.conflict(message: "again")) {
                try await database.write { connection in
                    try connection.script("DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$")
                }
            }
        }
    }

    @Test("a connection that the server dropped while idle is opened anew")
    func reconnects() async throws {
        try await withDatabase(.postgres, DatabaseOptions(maximumConnections: 1)) { database in
            let first = try await database.read { try $0.int("SELECT pg_backend_pid()") }
            try await PostgresCluster.shared.terminate(first)
            let (second, style) = try await database.read { connection in
                (
                    try connection.int("SELECT pg_backend_pid()"),
                    try connection.first("SHOW lock_timeout") { $0.text(0) }
                )
            }
            #expect(first != second)
            #expect(style == "30s")
        }
    }

    @Test("a connection that breaks in the middle rolls back, and the pool recovers")
    func brokenConnection() async throws {
        try await withDatabase(.postgres, DatabaseOptions(maximumConnections: 1)) { database in
            do {
                try await database.write { connection in
                    try connection.execute("UPDATE id_block SET next = 4711")
                    try connection.rows("SELECT pg_terminate_backend(pg_backend_pid())") { _ in }
                }
                Issue.record("wrote through a broken connection")
            } catch StoreError.connection {
            }
            #expect(try await database.read { try $0.int("SELECT next FROM id_block") } == 1)
        }
    }
}
