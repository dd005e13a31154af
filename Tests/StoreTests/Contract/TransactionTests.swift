import Kernel
import TestSupport
import Testing

@testable import Store

@Suite("The store's contract: transactions", .timeLimit(.minutes(10)))
struct TransactionTests {
    private struct Stop: Error {}

    private func createSample(_ database: Database) async throws {
        try await database.write { connection in
            try connection.createSample()
            try connection.execute("INSERT INTO sample (id, number) VALUES (1, 10)")
        }
    }

    private func count(_ database: Database) async throws -> Int {
        try await database.read { try $0.count("SELECT count(*) FROM sample") }
    }

    @Test("what a throwing body changed is rolled back", arguments: Engine.allCases)
    func rollback(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            try await createSample(database)
            await #expect(throws: Stop.self) {
                try await database.write { connection in
                    try connection.execute("INSERT INTO sample (id) VALUES (2)")
                    throw Stop()
                }
            }
            #expect(try await count(database) == 1)
        }
    }

    @Test("a caught failure dooms the transaction", arguments: Engine.allCases)
    func doomed(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            try await createSample(database)
            await #expect(throws: StoreError.transactionFailed) {
                try await database.write { connection in
                    try connection.execute("INSERT INTO sample (id) VALUES (2)")
                    do { try connection.execute("INSERT INTO sample (id) VALUES (1)") } catch is StoreError {}
                    #expect(throws: StoreError.transactionFailed) {
                        try connection.execute("INSERT INTO sample (id) VALUES (3)")
                    }
                }
            }
            #expect(try await count(database) == 1)
        }
    }

    @Test("a savepoint undoes the part that failed, and only that", arguments: Engine.allCases)
    func savepoint(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            try await createSample(database)
            let ids = try await database.write { connection in
                try connection.execute("INSERT INTO sample (id) VALUES (2)")
                #expect(throws: StoreError.self) {
                    try connection.savepoint {
                        try connection.execute("INSERT INTO sample (id) VALUES (3)")
                        try connection.execute("INSERT INTO sample (id) VALUES (1)")
                    }
                }
                try connection.savepoint {
                    try connection.savepoint { try connection.execute("INSERT INTO sample (id) VALUES (4)") }
                }
                return try connection.all("SELECT id FROM sample ORDER BY id") { $0.int(0) }
            }
            #expect(ids == [1, 2, 4])
        }
    }

    @Test("a reader cannot write", arguments: Engine.allCases)
    func readOnly(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            await #expect(throws: StoreError.readOnly) {
                try await database.read { try $0.execute("DELETE FROM id_block") }
            }
            let next = try await database.read { try $0.int("SELECT next FROM id_block") }
            #expect(next == 1)
        }
    }

    @Test("readers do not wait for a long writer, and see the state before it", arguments: Engine.allCases)
    func readersDoNotWait(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            try await createSample(database)
            let gate = Gate()
            async let writing: Void = database.write { connection in
                try connection.execute("UPDATE sample SET number = 11")
                gate.arrive()
                // The writer stays until the reader has read: a reader that waited for it would never end.
                gate.wait(for: 2)
            }
            await gate.reached(1)
            let seen = try await database.read { try $0.int("SELECT number FROM sample") }
            gate.arrive()
            try await writing
            #expect(seen == 10)
            let after = try await database.read { try $0.int("SELECT number FROM sample") }
            #expect(after == 11)
        }
    }

    @Test("a reader sees one state, whatever is committed meanwhile", arguments: Engine.allCases)
    func snapshot(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            try await createSample(database)
            let gate = Gate()
            async let reading = database.read { connection in
                let before = try connection.int("SELECT number FROM sample")
                gate.arrive()
                gate.wait(for: 2)
                return [before, try connection.int("SELECT number FROM sample")]
            }
            await gate.reached(1)
            try await database.write { try $0.execute("UPDATE sample SET number = 12") }
            gate.arrive()
            #expect(try await reading == [10, 10])
        }
    }

    @Test("many writers at once lose nothing", arguments: Engine.allCases)
    func manyWriters(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            try await createSample(database)
            try await withThrowingTaskGroup { group in
                for _ in 0..<40 {
                    group.addTask {
                        _ = try await database.write { connection in
                            try connection.execute("UPDATE sample SET number = number + 1 WHERE id = ?", [1])
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await database.read { try $0.int("SELECT number FROM sample") } == 50)
        }
    }

    @Test("a closed database says so", arguments: Engine.allCases)
    func closed(_ engine: Engine) async throws {
        try await withDatabaseURL(engine) { url in
            let database = try await Database.open(url)
            try await database.close()
            await #expect(throws: (any Error).self) { try await database.read { try $0.int("SELECT 1") } }
        }
    }
}
