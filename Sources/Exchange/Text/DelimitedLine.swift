/// One line being written. Reuses its memory from line to line.
package struct DelimitedLine {
    private let separator: Separator
    private let isQuoted: Bool
    private var bytes: [UInt8] = []
    private var isFirst = true

    package init(separator: Separator = .semicolon, isQuoted: Bool = true) {
        self.separator = separator
        self.isQuoted = isQuoted
    }

    package mutating func append(_ field: String) {
        if !isFirst { bytes.append(separator.rawValue) }
        isFirst = false
        if isQuoted, needsMarks(field) {
            bytes.append(Byte.quote)
            for byte in field.utf8 {
                if byte == Byte.quote { bytes.append(byte) }
                bytes.append(byte)
            }
            bytes.append(Byte.quote)
        } else {
            bytes.append(contentsOf: field.utf8)
        }
    }

    /// Ends the line and hands it over.
    package mutating func end(_ lineEnd: String = "\n", to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
        bytes.append(contentsOf: lineEnd.utf8)
        try bytes.withUnsafeBytes(sink)
        bytes.removeAll(keepingCapacity: true)
        isFirst = true
    }

    /// Separators, quotation marks and line ends. Spaces at the edges are not kept: readers take them off.
    private func needsMarks(_ field: String) -> Bool {
        field.utf8.contains {
            $0 == separator.rawValue || $0 == Byte.quote || $0 == Byte.newline || $0 == Byte.carriageReturn
        }
    }
}
