import Kernel
import Store
import TestSupport
import Testing

@Suite("The store's contract: statements")
struct StatementTests {
    @Test("execute counts the rows changed, and none for what changes nothing", arguments: Engine.allCases)
    func changes(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let counts = try await database.write { connection in
                try connection.createSample()
                return [
                    try connection.execute("INSERT INTO sample (id, number) VALUES (1, 1), (2, 2), (3, 3)"),
                    try connection.execute("UPDATE sample SET number = 0 WHERE id > ?", [1]),
                    try connection.execute("UPDATE sample SET number = 0 WHERE id > ?", [9]),
                    try connection.execute("SELECT id FROM sample"),
                    try connection.execute("DELETE FROM sample"),
                    try connection.execute("CREATE INDEX sample_number ON sample (number)"),
                ]
            }
            #expect(counts == [3, 2, 0, 0, 3, 0])
        }
    }

    @Test("question marks in literals, names and comments are not placeholders", arguments: Engine.allCases)
    func literals(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let found = try await database.read { connection in
                try connection.all(
                    """
                    SELECT '?', 'it''s ?', ? AS "what?" -- really?
                    /* or ? */ , ?
                    """, ["a", 2]
                ) { [$0.text(0), $0.text(1), $0.text(2), String($0.int(3))] }
            }
            #expect(found == [["?", "it's ?", "a", "2"]])
        }
    }

    @Test("as many values as placeholders, or an error", arguments: Engine.allCases)
    func valueCount(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            await #expect(throws: StoreError.valueCount(expected: 2, given: 1)) {
                try await database.read { _ = try $0.all("SELECT ? + ?", [1]) { $0.int(0) } }
            }
            await #expect(throws: StoreError.valueCount(expected: 1, given: 2)) {
                try await database.read { try $0.rows("SELECT ? + 1", [1, 2]) { _ in } }
            }
        }
    }

    @Test("the same statement with NULL, an integer and NULL again", arguments: Engine.allCases)
    func argumentTypes(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let found = try await database.write { connection in
                try connection.createSample()
                for (id, value) in [SQLValue.null, 7, .null].enumerated() {
                    try connection.execute("INSERT INTO sample (id, number) VALUES (?, ?)", [.int(id), value])
                }
                return try connection.all("SELECT number FROM sample ORDER BY id") { $0.intOrNil(0) }
            }
            #expect(found == [nil, 7, nil])
        }
    }

    @Test("rows stream more than one batch, and others may be asked in between", arguments: Engine.allCases)
    func streaming(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let (sum, nested) = try await database.write { connection in
                try connection.createSample()
                try connection.bulkInsert(into: "sample", columns: ["id", "number"]) { writer in
                    for index in 1...25_000 {
                        writer.int(index)
                        writer.int(index * 2)
                        try writer.endRow()
                    }
                }
                var (sum, nested) = (Int64(0), Int64(0))
                try connection.rows("SELECT id, number FROM sample WHERE id > ? ORDER BY id", [0]) { row in
                    sum += row.int(1)
                    if row.int(0) % 10_000 == 0 {
                        nested += try connection.int("SELECT number FROM sample WHERE id = ?", [.int(row.int(0))])
                    }
                }
                return (sum, nested)
            }
            #expect(sum == 625_025_000)
            #expect(nested == 60_000)
        }
    }

    @Test("the same statement inside itself", arguments: Engine.allCases)
    func reentrant(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let pairs = try await database.write { connection in
                try connection.createSample()
                try connection.execute("INSERT INTO sample (id) VALUES (1), (2), (3)")
                let sql = "SELECT id FROM sample ORDER BY id"
                var pairs = 0
                try connection.rows(sql) { _ in try connection.rows(sql) { _ in pairs += 1 } }
                return pairs
            }
            #expect(pairs == 9)
        }
    }

    @Test("a closure that throws ends the query and leaves the transaction usable", arguments: Engine.allCases)
    func throwingClosure(_ engine: Engine) async throws {
        struct Enough: Error {}
        try await withDatabase(engine) { database in
            let count = try await database.write { connection in
                try connection.createSample()
                try connection.execute("INSERT INTO sample (id) VALUES (1), (2)")
                #expect(throws: Enough.self) {
                    try connection.rows("SELECT id FROM sample") { _ in throw Enough() }
                }
                try connection.execute("INSERT INTO sample (id) VALUES (3)")
                return try connection.count("SELECT count(*) FROM sample")
            }
            #expect(count == 3)
        }
    }

    @Test("RETURNING gives rows", arguments: Engine.allCases)
    func returning(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let ids = try await database.write { connection in
                try connection.createSample()
                var ids: [Int64] = []
                try connection.rows("INSERT INTO sample (id) VALUES (4), (5) RETURNING id") { ids.append($0.int(0)) }
                return ids.sorted()
            }
            #expect(ids == [4, 5])
        }
    }

    @Test("no row where one must come is an error; first gives nil", arguments: Engine.allCases)
    func noRow(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            try await database.read { connection in
                let name = try connection.first("SELECT name FROM id_block WHERE name = 'x'") { $0.text(0) }
                #expect(name == nil)
            }
            await #expect(throws: StoreError.noRow) {
                try await database.read { _ = try $0.int("SELECT next FROM id_block WHERE name = 'x'") }
            }
        }
    }

    @Test("a wrong statement is an engine error with the engine's code", arguments: Engine.allCases)
    func wrongStatement(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            do {
                try await database.read { try $0.rows("SELECT anything FROM nowhere") { _ in } }
                Issue.record("a table that does not exist was read")
            } catch StoreError.engine(let code, let message) {
                #expect(code == engine.pick(sqlite: "sqlite-1", postgres: "42P01"))
                #expect(message.contains("nowhere"))
            }
        }
    }
}
