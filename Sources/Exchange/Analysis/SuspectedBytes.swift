import Kernel

/// Whether the bytes of a file that could not be read hold a code that is not negative (decision 4). A search for
/// quoted codes, streamed; a file that cannot even be read says nothing.
func holdsNonNegativeCode(_ source: ByteSource) -> Bool {
    let codes = ["\"POS", "\"DTX", "\"ABS", "'POS", "'DTX", "'ABS"].map { Array($0.utf8) }
    let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 1)
    defer { chunk.deallocate() }
    do throws(Refusal) {
        let stream = try source.open()
        var tail: [UInt8] = []
        while true {
            let count = try stream.read(into: chunk)
            if count == 0 { return false }
            let window = tail + chunk[..<count].map { (0x61...0x7a).contains($0) ? $0 - 32 : $0 }
            if codes.contains(where: { contains(window, $0) }) { return true }
            tail = Array(window.suffix(8))
        }
    } catch {
        // The reason why it cannot be read has been told by the reader itself.
        return false
    }
}

private func contains(_ window: [UInt8], _ code: [UInt8]) -> Bool {
    guard window.count >= code.count else { return false }
    return (0...(window.count - code.count)).contains { start in
        window[start] == code[0] && window[start..<(start + code.count)].elementsEqual(code)
    }
}
