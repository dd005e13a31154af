import Kernel
import TestSupport
import Testing

@testable import Store

/// The table that most of the contract is told on.
let sampleTable = """
    CREATE TABLE sample (
        id {id} NOT NULL PRIMARY KEY, number {int}, word {text}, day {day}, flag {flag}, raw {bytes}
    ){strict}
    """

extension Connection {
    func createSample() throws { try script(try MigrationTokens.expand(sampleTable, dialect)) }
}

@Suite("The store's contract: values")
struct ValueTests {
    @Test("values of every type come back as they went in", arguments: Engine.allCases)
    func roundTrip(_ engine: Engine) async throws {
        let day = try #require(Day("2024-02-29"))
        try await withDatabase(engine) { database in
            try await database.write { connection in
                try connection.createSample()
                let insert = "INSERT INTO sample (id, number, word, day, flag, raw) VALUES (?, ?, ?, ?, ?, ?)"
                try connection.execute(
                    insert, [1, .int(Int64.max), "élevage 牛", .day(day), .flag(true), .bytes([0, 1, 255, 92])])
                try connection.execute(insert, [2, .int(Int64.min), "", .day(day), .flag(false), .bytes([])])
                try connection.execute(insert, [3, .null, .null, .null, .null, .null])
            }
            try await database.read { connection in
                let rows = try connection.all("SELECT number, word, day, flag, raw FROM sample ORDER BY id") { row in
                    Sample(
                        number: row.intOrNil(0), word: row.textOrNil(1), day: row.dayOrNil(2),
                        flag: row.flagOrNil(3), raw: row.bytesOrNil(4))
                }
                #expect(
                    rows == [
                        Sample(number: .max, word: "élevage 牛", day: day, flag: true, raw: [0, 1, 255, 92]),
                        Sample(number: .min, word: "", day: day, flag: false, raw: []),
                        Sample(),
                    ])
            }
        }
    }

    private struct Sample: Equatable {
        var number: Int64?
        var word: String?
        var day: Day?
        var flag: Bool?
        var raw: [UInt8]?
    }

    @Test("truth values of expressions read as flags and as integers", arguments: Engine.allCases)
    func truth(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let found = try await database.read { connection in
                try connection.first("SELECT EXISTS (SELECT 1), 1 = 2, EXISTS (SELECT 1)") {
                    [$0.flag(0), $0.flag(1), $0.int(2) == 1]
                }
            }
            #expect(found == [true, false, true])
        }
    }

    @Test("raw text is read without a String", arguments: Engine.allCases)
    func rawText(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let bytes = try await database.read { connection in
                try connection.first("SELECT ?", ["vêler"]) { row in row.withUTF8(0) { Array($0) } }
            }
            #expect(bytes == Array("vêler".utf8))
        }
    }

    @Test("a value that is not what is read throws, with its column", arguments: Engine.allCases)
    func unreadable(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let expected: [(String, StoreError, @Sendable (borrowing Row) -> Void)] = [
                ("SELECT CAST(NULL AS BIGINT) AS a", .unreadable(column: "a", found: nil), { _ = $0.int(0) }),
                ("SELECT CAST(NULL AS TEXT) AS a", .unreadable(column: "a", found: nil), { _ = $0.text(0) }),
                ("SELECT CAST('x' AS TEXT) AS a", .unreadable(column: "a", found: "x"), { _ = $0.int(0) }),
                (
                    "SELECT CAST('2024-02-30' AS TEXT) AS a", .unreadable(column: "a", found: "2024-02-30"),
                    {
                        _ = $0.day(0)
                    }
                ),
                ("SELECT 2 AS a", .unreadable(column: "a", found: "2"), { _ = $0.flag(0) }),
            ]
            for (sql, error, read) in expected {
                await #expect(throws: error) {
                    try await database.read { connection in try connection.rows(sql) { read($0) } }
                }
            }
        }
    }

    @Test("NULL order is written out and the same on both engines", arguments: Engine.allCases)
    func nullOrder(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let (first, last) = try await database.write { connection in
                try connection.createSample()
                try connection.execute("INSERT INTO sample (id, number) VALUES (1, 5), (2, NULL), (3, 4)")
                let sql = "SELECT id FROM sample ORDER BY number NULLS"
                return (
                    try connection.all("\(sql) FIRST") { $0.int(0) }, try connection.all("\(sql) LAST") { $0.int(0) }
                )
            }
            #expect(first == [2, 3, 1])
            #expect(last == [3, 1, 2])
        }
    }

    @Test("text keys sort by their bytes, whatever the server's language", arguments: Engine.allCases)
    func byteOrder(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let words = try await database.write { connection in
                try connection.createSample()
                for (index, word) in ["é", "z", "Z", "e", "a b", "ab", "_"].enumerated() {
                    try connection.execute("INSERT INTO sample (id, word) VALUES (?, ?)", [.int(index), .text(word)])
                }
                return try connection.all("SELECT word FROM sample WHERE word > ? ORDER BY word", ["0"]) { $0.text(0) }
            }
            #expect(words == ["Z", "_", "a b", "ab", "e", "z", "é"])
        }
    }
}
