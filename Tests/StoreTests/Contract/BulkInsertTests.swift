import Kernel
import TestSupport
import Testing

@testable import Store

@Suite("The store's contract: bulk insert")
struct BulkInsertTests {
    private static let hostile: [String?] = [
        nil, "", "\\N", "\\.", "a\tb", "a\nb", "a\r\nb", "back\\slash", "'quoted' \"text\"", "é 牛 👩‍🌾", "\u{1}\u{7f}",
        "NULL", " ", "\\", "\t", "a\\tb", String(repeating: "long ", count: 30_000),
    ]

    @Test("hostile text comes back as it went in, and empty is not NULL", arguments: Engine.allCases)
    func hostileText(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let found = try await database.write { connection in
                try connection.createSample()
                let count = try connection.bulkInsert(into: "sample", columns: ["id", "word"]) { writer in
                    for (index, word) in Self.hostile.enumerated() {
                        writer.int(index)
                        writer.text(word)
                        try writer.endRow()
                    }
                }
                #expect(count == Self.hostile.count)
                return try connection.all("SELECT word FROM sample ORDER BY id") { $0.textOrNil(0) }
            }
            #expect(found == Self.hostile)
        }
    }

    @Test("every type, at its limits", arguments: Engine.allCases)
    func types(_ engine: Engine) async throws {
        let days = [Day(number: 0), Day("1582-10-15"), Day("0001-01-01"), Day("9999-12-31"), nil]
        let numbers: [Int64?] = [0, .max, .min, -1, nil]
        let raws: [[UInt8]?] = [[], [0], Array(0...255), [92, 120], nil]
        try await withDatabase(engine) { database in
            let rows = try await database.write { connection in
                try connection.createSample()
                let columns = ["id", "number", "day", "flag", "raw"]
                try connection.bulkInsert(into: "sample", columns: columns) { writer in
                    for index in 0..<5 {
                        writer.int(index)
                        writer.int(numbers[index])
                        writer.day(days[index])
                        writer.flag(index == 4 ? nil : index.isMultiple(of: 2))
                        if let raw = raws[index] { writer.bytes(raw) } else { writer.null() }
                        try writer.endRow()
                    }
                }
                return try connection.all("SELECT number, day, flag, raw FROM sample ORDER BY id") {
                    ($0.intOrNil(0), $0.dayOrNil(1), $0.flagOrNil(2), $0.bytesOrNil(3))
                }
            }
            #expect(rows.map(\.0) == numbers)
            #expect(rows.map(\.1) == days)
            #expect(rows.map(\.2) == [true, false, true, false, nil])
            #expect(rows.map(\.3) == raws)
        }
    }

    @Test("more rows than the buffer holds, after which the connection goes on", arguments: Engine.allCases)
    func manyRows(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let (count, sum) = try await database.write { connection in
                try connection.createSample()
                for start in [0, 30_000] {
                    try connection.bulkInsert(into: "sample", columns: ["id", "word"]) { writer in
                        for index in start..<start + 30_000 { try writer.row([.int(index), .text("row \(index)")]) }
                    }
                }
                return (
                    try connection.count("SELECT count(*) FROM sample"),
                    try connection.int("SELECT sum(id) FROM sample")
                )
            }
            #expect(count == 60_000)
            #expect(sum == 1_799_970_000)
        }
    }

    @Test("no row at all", arguments: Engine.allCases)
    func noRows(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let count = try await database.write { connection in
                try connection.createSample()
                return try connection.bulkInsert(into: "sample", columns: ["id"]) { _ in }
            }
            #expect(count == 0)
        }
    }

    @Test("too few, too many or unfinished values are refused", arguments: Engine.allCases, [1, 3])
    func valueCount(_ engine: Engine, _ given: Int) async throws {
        try await withDatabase(engine) { database in
            try await database.write { try $0.createSample() }
            await #expect(throws: StoreError.valueCount(expected: 2, given: given)) {
                try await database.write { connection in
                    try connection.bulkInsert(into: "sample", columns: ["id", "number"]) { writer in
                        for index in 0..<given { writer.int(index) }
                        try writer.endRow()
                    }
                }
            }
            await #expect(throws: StoreError.valueCount(expected: 2, given: 1)) {
                try await database.write { connection in
                    try connection.bulkInsert(into: "sample", columns: ["id", "number"]) { $0.int(1) }
                }
            }
            #expect(try await database.read { try $0.count("SELECT count(*) FROM sample") } == 0)
        }
    }

    @Test("a feed that throws inserts nothing, and its own error comes out", arguments: Engine.allCases)
    func throwingFeed(_ engine: Engine) async throws {
        struct Stop: Error {}
        try await withDatabase(engine) { database in
            try await database.write { try $0.createSample() }
            await #expect(throws: Stop.self) {
                try await database.write { connection in
                    try connection.bulkInsert(into: "sample", columns: ["id"]) { writer in
                        writer.int(1)
                        try writer.endRow()
                        throw Stop()
                    }
                }
            }
            #expect(try await database.read { try $0.count("SELECT count(*) FROM sample") } == 0)
        }
    }

    @Test("a NUL character is refused by every way in", arguments: Engine.allCases)
    func nulCharacter(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            try await database.write { try $0.createSample() }
            await #expect(throws: StoreError.textWithNul) {
                try await database.write { connection in
                    try connection.bulkInsert(into: "sample", columns: ["id", "word"]) { writer in
                        try writer.row([1, "a\0b"])
                    }
                }
            }
            await #expect(throws: StoreError.textWithNul) {
                try await database.write { connection in
                    try connection.execute("INSERT INTO sample (id, word) VALUES (1, ?)", ["a\0b"])
                }
            }
        }
    }

    @Test("a constraint broken in the middle is told with its kind", arguments: Engine.allCases)
    func constraint(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            try await database.write { try $0.createSample() }
            do {
                try await database.write { connection in
                    try connection.bulkInsert(into: "sample", columns: ["id"]) { writer in
                        for id in [1, 2, 2, 3] { try writer.row([.int(id)]) }
                    }
                }
                Issue.record("a key was inserted twice")
            } catch StoreError.constraint(let violation) {
                #expect(violation.kind == .unique)
                #expect(violation.table == "sample")
                #expect(violation.columns == ["id"])
            }
            #expect(try await database.read { try $0.count("SELECT count(*) FROM sample") } == 0)
        }
    }
}
