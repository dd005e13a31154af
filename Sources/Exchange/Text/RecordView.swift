/// One record of a delimited file, as a view on the reader's own buffer: valid until the reader's next step,
/// so it is read at once and never kept. No field becomes a `String` unless asked.
package struct RecordView {
    /// Line of its start, from 1.
    package let line: Int
    package let encoding: TextEncoding
    package let count: Int
    let text: UnsafePointer<UInt8>
    let bounds: UnsafePointer<FieldBounds>
    /// The record as it came, with its quotation marks, without its line end.
    package let raw: UnsafeBufferPointer<UInt8>

    /// The field without the spaces and tabs around it.
    package func bytes(_ index: Int) -> UnsafeBufferPointer<UInt8> {
        let field = bounds[index]
        var start = Int(field.start)
        var end = Int(field.end)
        while start < end, text[start] == Byte.space || text[start] == Byte.tab { start += 1 }
        while end > start, text[end - 1] == Byte.space || text[end - 1] == Byte.tab { end -= 1 }
        return UnsafeBufferPointer(start: text + start, count: end - start)
    }

    package func string(_ index: Int) -> String { encoding.decode(bytes(index)) }
    package var rawText: String { encoding.decode(raw) }
    package var fields: [String] { (0..<count).map(string) }

    var isBlank: Bool {
        for index in 0..<count {
            let field = bytes(index)
            if !field.isEmpty && !(field.count == 1 && field[0] == Byte.endOfFile) { return false }
        }
        return true
    }
}

struct FieldBounds {
    var start: Int32
    var end: Int32
}
