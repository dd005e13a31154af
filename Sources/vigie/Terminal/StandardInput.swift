import Glibc

/// Lines of standard input as raw bytes, one in memory at a time.
///
/// Not `readLine()`: that repairs broken UTF-8 silently, and here a broken line must be answered as such.
struct StandardInputLines: Sequence, IteratorProtocol {
    private var buffer: [UInt8] = []
    private var start = 0
    private var isAtEnd = false

    /// The next line without its newline; nil at the end of input.
    mutating func next() -> [UInt8]? {
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
            fill()
        }
    }

    /// Drops what was consumed and reads the next chunk.
    private mutating func fill() {
        buffer.removeFirst(start)
        start = 0
        let chunk = 1 << 16
        let count = buffer.count
        buffer.append(contentsOf: repeatElement(0, count: chunk))
        let received = buffer.withUnsafeMutableBytes { bytes -> Int in
            guard let base = bytes.baseAddress else { return 0 }
            while true {
                let received = read(STDIN_FILENO, base + count, chunk)
                if received >= 0 || errno != EINTR { return received }
            }
        }
        buffer.removeLast(chunk - Swift.max(0, received))
        if received <= 0 { isAtEnd = true }
    }
}
