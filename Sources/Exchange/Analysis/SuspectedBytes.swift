import Kernel

/// Whether the bytes of a file that could not be read hold a code that is not negative (decision 4): a search for
/// attribute values that begin with one, streamed. A file that cannot even be read says nothing.
func holdsNonNegativeCode(_ source: ByteSource) -> Bool {
    var search = NonNegativeSearch()
    let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 1)
    defer { chunk.deallocate() }
    do throws(Refusal) {
        let stream = try source.open()
        while true {
            let count = try stream.read(into: chunk)
            if count == 0 { return false }
            if search.finds(in: UnsafeRawBufferPointer(rebasing: chunk[..<count])) { return true }
        }
    } catch {
        // Why it cannot be read has been told by the reader itself.
        return false
    }
}

/// Looks for a quotation mark followed by POS, DTX or ABS in any letter case, across the borders of chunks.
private struct NonNegativeSearch {
    /// The last quotation mark's followers, at most three, in upper case; nil where none is near.
    private var word: UInt32 = 0
    private var length = -1

    mutating func finds(in bytes: UnsafeRawBufferPointer) -> Bool {
        for byte in bytes {
            if byte == Byte.quote || byte == 0x27 {
                length = 0
                word = 0
            } else if length >= 0 {
                word = word << 8 | UInt32(byte & 0xdf)
                length += 1
                if length == 3 {
                    if word == 0x50_4f_53 || word == 0x44_54_58 || word == 0x41_42_53 { return true }
                    length = -1
                }
            }
        }
        return false
    }
}
