import Kernel

/// What one step of the reader gives.
package enum DelimitedEvent {
    /// Valid until the next step.
    case record(RecordView)
    /// A line that is no record: too long, unbalanced quotation marks, binary.
    case refused(RefusedLine)
    case end
}

/// Reads delimited text front to back in one pass and constant memory: a chunk of 256 kB and one record.
///
/// Blank lines (also those of separators only, which spreadsheets leave) are counted and passed over.
package final class DelimitedReader {
    package let file: String
    package let separator: Separator
    /// Whoever judges the records counts them here as `header`, `accepted` or `refused`.
    package var counts = LineCounts()
    /// What was found out about the file as a whole, the encoding above all.
    package private(set) var findings: [Finding] = []

    private let format: DelimitedFormat
    private let buffer: TextBuffer
    private var scanner: RecordScanner
    /// Settled by the choice, the byte order mark or the first line above ASCII.
    private var encoding: TextEncoding?
    private var hasToldMixture = false

    /// Opens the source, looks at its first bytes and settles the separator.
    package init(_ source: ByteSource, _ format: DelimitedFormat = DelimitedFormat()) throws(Refusal) {
        file = source.name
        self.format = format
        let buffer = TextBuffer(try source.open(), room: format.lineLimit + 2, chunk: format.chunk)
        self.buffer = buffer
        encoding = format.encoding.fixed
        try buffer.fill(atLeast: 4)
        if let refusal = notText(buffer.view, file: source.name) { throw refusal }
        if buffer.view.starts(with: [0xef, 0xbb, 0xbf]) {
            buffer.consume(3)
            encoding = .utf8
        }
        if let separator = format.separator {
            self.separator = separator
        } else {
            try buffer.fill(atLeast: format.lineLimit)
            separator = Separator.detected(in: firstLine(of: buffer.view))
        }
        scanner = RecordScanner(separator: separator, isQuoted: format.isQuoted, limit: format.lineLimit)
    }

    package func next() throws(Refusal) -> DelimitedEvent {
        while true {
            if buffer.count == 0 {
                try buffer.refill()
                if buffer.count == 0 { return .end }
            }
            switch scanner.scan(buffer.front, count: buffer.count, isAtEnd: buffer.isAtEnd) {
            case .needsMore: try buffer.refill()
            case .tooLong: return .refused(try refuseLine(.lineTooLong))
            case .unbalanced: return .refused(try refuseLine(.quoteUnbalanced))
            case .record(let length, let next, let breaks):
                if let event = take(length: length, next: next, breaks: breaks) { return event }
            }
        }
    }

    /// nil for a blank line.
    private func take(length: Int, next: Int, breaks: Int) -> DelimitedEvent? {
        let raw = UnsafeBufferPointer(start: buffer.front, count: length)
        let line = counts.lines + 1
        buffer.consume(next)
        counts.lines += 1 + breaks
        counts.continuation += breaks
        if length == 0 {
            counts.blank += 1
            return nil
        }
        if scanner.hasNUL { return .refused(refuse(raw, line, .controlCharacter)) }
        var encoding = self.encoding ?? .utf8
        if scanner.hasHighBytes {
            guard let found = self.encoding(of: raw, line: line) else {
                return .refused(refuse(raw, line, .encodingNotUTF8))
            }
            encoding = found
        }
        let view = RecordView(
            line: line, encoding: encoding, count: scanner.storage.count,
            text: scanner.isInScratch
                ? UnsafePointer(scanner.storage.scratch) : UnsafePointer(raw.baseAddress ?? buffer.front),
            bounds: UnsafePointer(scanner.storage.bounds), raw: raw)
        if view.isBlank {
            counts.blank += 1
            return nil
        }
        return .record(view)
    }

    private func refuse(_ raw: Bytes, _ line: Int, _ code: ExchangeFinding) -> RefusedLine {
        counts.refused += 1
        let finding = Finding(code, .refused, at: Place(file: file, line: line))
        return RefusedLine(line: line, raw: (encoding ?? .utf8).decode(raw), findings: [finding])
    }
}

// MARK: - Encoding

extension DelimitedReader {
    /// The encoding of a line with bytes above ASCII; nil when the sender fixed UTF-8 and the line is not.
    ///
    /// The first such line settles the file. A UTF-8 file with a line that is not gets that line read as
    /// Windows-1252: it cannot be what the line means in UTF-8, and nothing else of the file is touched.
    private func encoding(of raw: Bytes, line: Int) -> TextEncoding? {
        if encoding == .windows1252 { return .windows1252 }
        if isValidUTF8(raw) {
            encoding = .utf8
            return .utf8
        }
        if format.encoding == .utf8 { return nil }
        let place = Place(file: file, line: line)
        if encoding == nil {
            encoding = .windows1252
            findings.append(Finding(ExchangeFinding.encodingWindows1252, .info, at: place))
        } else if !hasToldMixture {
            hasToldMixture = true
            findings.append(Finding(ExchangeFinding.encodingMixed, .warning, at: place))
        }
        return .windows1252
    }
}

// MARK: - Lines that are refused as a whole

extension DelimitedReader {
    /// How much of a line without end is kept.
    private static var excerptLength: Int { 200 }

    /// Refuses the physical line at the front: up to its end if that is within the limit, else its first bytes,
    /// the rest being streamed over. Lines that an open quotation mark had swallowed are read as lines of their own.
    private func refuseLine(_ code: ExchangeFinding) throws(Refusal) -> RefusedLine {
        // The fault may have been seen before the line's end was read.
        try buffer.fill(atLeast: format.lineLimit + 1)
        let line = counts.lines + 1
        counts.lines += 1
        counts.refused += 1
        let window = buffer.view.prefix(format.lineLimit + 1)
        let end = window.firstIndex { $0 == Byte.newline || $0 == Byte.carriageReturn } ?? window.count
        let isLong = end > format.lineLimit
        let kept = Bytes(rebasing: buffer.view[..<(isLong ? min(end, Self.excerptLength) : end)])
        let raw = (encoding ?? (isValidUTF8(kept) || isLong ? .utf8 : .windows1252)).decode(kept)
        try skipLine(from: end)
        let finding = Finding(
            isLong ? code : .quoteUnbalanced, .refused, at: Place(file: file, line: line),
            isLong ? ["limit": String(format.lineLimit)] : [:])
        return RefusedLine(line: line, raw: raw, isCut: isLong, findings: [finding])
    }

    /// Streams to the front of the next line, holding no more than a chunk.
    private func skipLine(from offset: Int) throws(Refusal) {
        buffer.consume(offset)
        while true {
            guard let end = buffer.view.firstIndex(where: { $0 == Byte.newline || $0 == Byte.carriageReturn }) else {
                buffer.consume(buffer.count)
                try buffer.refill()
                if buffer.count == 0 { return }
                continue
            }
            let wasReturn = buffer.view[end] == Byte.carriageReturn
            buffer.consume(end + 1)
            if buffer.count == 0 { try buffer.refill() }
            if wasReturn, buffer.view.first == Byte.newline { buffer.consume(1) }
            return
        }
    }
}

/// Refuses what begins like a workbook, an archive, a PDF or UTF-16: sent by mistake, and no line of it is readable.
private func notText(_ bytes: Bytes, file: String) -> Refusal? {
    let place = Place(file: file)
    let kinds: [(String, [UInt8])] = [
        ("zip-or-xlsx", [0x50, 0x4b, 0x03, 0x04]), ("xls", [0xd0, 0xcf, 0x11, 0xe0]),
        ("pdf", [0x25, 0x50, 0x44, 0x46]),
        ("gzip", [0x1f, 0x8b]),
    ]
    for (kind, magic) in kinds where bytes.starts(with: magic) {
        return Refusal(.fileNotText, at: place, ["kind": kind])
    }
    if bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff]) {
        return Refusal(.encodingUnsupported, at: place, ["encoding": "utf-16"])
    }
    return nil
}

/// The first line that is not empty, or what there is of it.
private func firstLine(of bytes: Bytes) -> Bytes {
    let isEnd = { (byte: UInt8) in byte == Byte.newline || byte == Byte.carriageReturn }
    let start = bytes.firstIndex { !isEnd($0) } ?? bytes.endIndex
    let end = bytes[start...].firstIndex(where: isEnd) ?? bytes.endIndex
    return Bytes(rebasing: bytes[start..<end])
}
