/// A window over a stream: the bytes read and not yet used, moved to the front before more are read.
final class TextBuffer {
    private let stream: any ByteStream
    private let capacity: Int
    private let chunk: Int
    private let bytes: UnsafeMutablePointer<UInt8>
    private(set) var start = 0
    private(set) var end = 0
    private(set) var isAtEnd = false

    /// - Parameters:
    ///   - room: bytes that must fit in one piece.
    ///   - chunk: bytes that are read at once, for which there is room behind it.
    init(_ stream: any ByteStream, room: Int, chunk: Int) {
        self.stream = stream
        self.chunk = max(1, chunk)
        capacity = room + self.chunk
        bytes = .allocate(capacity: capacity)
    }

    deinit { bytes.deallocate() }

    var count: Int { end - start }
    var front: UnsafePointer<UInt8> { UnsafePointer(bytes + start) }
    var view: Bytes { Bytes(start: bytes + start, count: end - start) }

    func consume(_ count: Int) { start += count }

    /// Reads until `count` bytes are there, or no more come.
    func fill(atLeast count: Int) throws(Refusal) {
        while self.count < count, !isAtEnd { try refill() }
    }

    /// Reads one more chunk behind the bytes that are there.
    func refill() throws(Refusal) {
        if start > 0 {
            bytes.update(from: bytes + start, count: end - start)
            end -= start
            start = 0
        }
        guard end < capacity, !isAtEnd else { return }
        let room = UnsafeMutableRawBufferPointer(start: bytes + end, count: min(chunk, capacity - end))
        let got = try stream.read(into: room)
        if got == 0 { isAtEnd = true }
        end += got
    }
}
