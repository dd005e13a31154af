import Kernel
import Store
import TestSupport
import Testing

@Suite("Ids")
struct IdentifierTests {
    @Test("ids are unique over tasks, requests and programs", arguments: Engine.allCases)
    func unique(_ engine: Engine) async throws {
        try await withDatabaseURL(engine) { url in
            let databases = [try await Database.open(url), try await Database.open(url)]
            let ids = try await withThrowingTaskGroup(of: [Int64].self) { group in
                for index in 0..<60 {
                    let database = databases[index % 2]
                    group.addTask { Array(try await database.ids(index * 7)) }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(ids.count == (0..<60).reduce(0) { $0 + $1 * 7 })
            #expect(Set(ids).count == ids.count)
            #expect(ids.allSatisfy { $0 > 0 })
            for database in databases { try await database.close() }
        }
    }

    @Test("small requests come from one block", arguments: Engine.allCases)
    func cached(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            for _ in 0..<256 { _ = try await database.id() }
            let next = try await database.read { try $0.int("SELECT next FROM id_block WHERE name = 'id'") }
            #expect(next == 257)
        }
    }

    @Test("a range gives its ids in order, by next and as a sequence")
    func range() {
        var range = IDRange(5..<8)
        #expect(Array(range) == [5, 6, 7])
        #expect([range.next(), range.next(), range.next()] == [5, 6, 7])
        #expect(range.count == 3)
    }
}
