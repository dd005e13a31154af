/// Records with quotation marks (RFC 4180): the fields are copied to `scratch` without their marks.
extension RecordScanner {
    mutating func scanQuoted(_ base: UnsafePointer<UInt8>, count: Int, isAtEnd: Bool) -> Outcome {
        storage.clear()
        isInScratch = true
        let bytes = UnsafeBufferPointer(start: base, count: min(count, limit + 1))
        let isCut = count > limit
        var cursor = QuotedCursor(isLast: isAtEnd && !isCut)
        while true {
            let start = storage.scratchCount
            let step =
                cursor.position < bytes.count && bytes[cursor.position] == Byte.quote
                ? quotedField(bytes, &cursor) : plainField(bytes, &cursor)
            switch step {
            case .needsMore: return isCut ? .tooLong : .needsMore
            case .unbalanced: return .unbalanced
            case .separator:
                storage.append(start, cursor.fieldEnd)
                cursor.position += 1
            case .lineEnd:
                storage.append(start, cursor.fieldEnd)
                hasHighBytes = bytes[..<cursor.position].contains { $0 >= 0x80 }
                hasNUL = bytes[..<cursor.position].contains(0)
                let end = cursor.position
                guard end < bytes.count else { return .record(length: end, next: end, breaks: cursor.breaks) }
                guard let next = afterLineEnd(base, end, count: count, isAtEnd: isAtEnd) else { return .needsMore }
                return .record(length: end, next: next, breaks: cursor.breaks)
            }
        }
    }

    private enum Step { case separator, lineEnd, needsMore, unbalanced }

    private struct QuotedCursor {
        var position = 0
        var breaks = 0
        /// Where the last field ends in `scratch`.
        var fieldEnd = 0
        /// No more bytes will come: an end of buffer is an end of record.
        let isLast: Bool

        init(isLast: Bool) { self.isLast = isLast }
    }

    private func plainField(_ bytes: Bytes, _ cursor: inout QuotedCursor) -> Step {
        while cursor.position < bytes.count {
            let byte = bytes[cursor.position]
            if byte == separator || byte == Byte.newline || byte == Byte.carriageReturn { break }
            storage.unquote(byte)
            cursor.position += 1
        }
        return end(of: bytes, &cursor)
    }

    /// What stands behind a field, the cursor being there.
    private func end(of bytes: Bytes, _ cursor: inout QuotedCursor) -> Step {
        cursor.fieldEnd = storage.scratchCount
        guard cursor.position < bytes.count else { return cursor.isLast ? .lineEnd : .needsMore }
        return bytes[cursor.position] == separator ? .separator : .lineEnd
    }

    private func quotedField(_ bytes: Bytes, _ cursor: inout QuotedCursor) -> Step {
        cursor.position += 1
        while cursor.position < bytes.count {
            let byte = bytes[cursor.position]
            cursor.position += 1
            if byte != Byte.quote {
                let isCRLF = byte == Byte.carriageReturn && bytes.element(cursor.position) == Byte.newline
                if byte == Byte.newline || (byte == Byte.carriageReturn && !isCRLF) { cursor.breaks += 1 }
                storage.unquote(byte)
                continue
            }
            if cursor.position < bytes.count, bytes[cursor.position] == Byte.quote {
                storage.unquote(Byte.quote)
                cursor.position += 1
                continue
            }
            return behindClosingMark(bytes, &cursor)
        }
        return cursor.isLast ? .unbalanced : .needsMore
    }

    private func behindClosingMark(_ bytes: Bytes, _ cursor: inout QuotedCursor) -> Step {
        while cursor.position < bytes.count, bytes[cursor.position] == Byte.space { cursor.position += 1 }
        guard cursor.position < bytes.count else { return end(of: bytes, &cursor) }
        let byte = bytes[cursor.position]
        guard byte == separator || byte == Byte.newline || byte == Byte.carriageReturn else { return .unbalanced }
        return end(of: bytes, &cursor)
    }
}

extension UnsafeBufferPointer<UInt8> {
    func element(_ index: Int) -> UInt8? { index < count ? self[index] : nil }
}
