import Synchronization

/// Hands out 64-bit ids from the table `id_block`, in blocks, each in a short transaction of its own: writers never
/// wait for each other's ids, and ids that were not used are gone.
final class IDAllocator: Sendable {
    /// Small requests are served from a block of this many.
    static let blockSize: Int64 = 256

    private let engine: any StorageEngine
    private let cached = Mutex<Range<Int64>>(0..<0)

    init(engine: any StorageEngine) { self.engine = engine }

    func ids(_ count: Int) async throws -> IDRange {
        let wanted = Int64(max(0, count))
        if let range = takeCached(wanted) { return IDRange(range) }
        let size = max(wanted, IDAllocator.blockSize)
        let end = try await engine.write { connection in
            try connection.int("UPDATE id_block SET next = next + ? WHERE name = 'id' RETURNING next", [.int(size)])
        }
        let block = (end - size)..<end
        let split = block.lowerBound + wanted
        cached.withLock { rest in
            if block.upperBound - split > Int64(rest.count) { rest = split..<block.upperBound }
        }
        return IDRange(block.lowerBound..<split)
    }

    private func takeCached(_ wanted: Int64) -> Range<Int64>? {
        cached.withLock { rest in
            guard Int64(rest.count) >= wanted else { return nil }
            let split = rest.lowerBound + wanted
            defer { rest = split..<rest.upperBound }
            return rest.lowerBound..<split
        }
    }
}

extension Database {
    /// `count` new ids. They are unique in the database, whatever they are used for.
    package func ids(_ count: Int) async throws -> IDRange { try await allocator.ids(count) }

    /// One new id.
    package func id() async throws -> Int64 {
        var range = try await ids(1)
        return range.next()
    }
}
