import Glibc

/// Lines of standard input as raw bytes, one in memory at a time.
///
/// Not `readLine()`: that repairs broken UTF-8 silently, and here a broken line must be answered as such.
struct StandardInputLines {
    private static let chunk = 1 << 16

    private var buffer: [UInt8] = []
    private var start = 0
    private var isAtEnd = false

    /// The next line without its newline; nil at the end of input.
    ///
    /// - Parameter beforeWaiting: called when the lines at hand are used up, before reading on may wait. A program that
    ///   waits for each answer before it asks again gets it, if answers are flushed there.
    mutating func next(beforeWaiting: () -> Void) -> [UInt8]? {
        var searched = start
        while true {
            if let newline = buffer[searched...].firstIndex(of: 0x0a) {
                defer { start = newline + 1 }
                let end = newline > start && buffer[newline - 1] == 0x0d ? newline - 1 : newline
                return Array(buffer[start..<end])
            }
            if isAtEnd {
                defer { start = buffer.count }
                return start < buffer.count ? Array(buffer[start...]) : nil
            }
            searched = buffer.count - start
            beforeWaiting()
            fill()
        }
    }

    /// Drops what was consumed and reads the next chunk.
    private mutating func fill() {
        buffer.removeFirst(start)
        start = 0
        let count = buffer.count
        buffer.append(contentsOf: repeatElement(0, count: StandardInputLines.chunk))
        let received = buffer.withUnsafeMutableBytes {
            StandardInputLines.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[count...]))
        }
        buffer.removeLast(StandardInputLines.chunk - received)
        isAtEnd = received == 0
    }

    private static func read(into bytes: UnsafeMutableRawBufferPointer) -> Int {
        while true {
            let received = Glibc.read(STDIN_FILENO, bytes.baseAddress, bytes.count)
            if received >= 0 { return received }
            if errno != EINTR { StandardError.stop("L'entrée ne peut être lue") }
        }
    }
}
