/// Finds the fields of the record at the front of the buffer. Everything about quotation marks is in
/// `RecordScanner+Quoted.swift`; lines without them, nearly all, take the short way here.
struct RecordScanner {
    enum Outcome {
        /// `length` bytes of record, `next` bytes up to the next record, `breaks` line ends inside the record.
        case record(length: Int, next: Int, breaks: Int)
        /// The buffer ends before the record does.
        case needsMore
        case tooLong
        case unbalanced
    }

    let separator: UInt8
    let isQuoted: Bool
    let limit: Int
    /// Whether the last record holds bytes above ASCII, or a NUL.
    var hasHighBytes = false
    var hasNUL = false
    /// Where the fields of the last record stand: in the buffer, or in `scratch` for a record with quotation marks.
    let storage: ScannerStorage
    var isInScratch = false

    init(separator: Separator, isQuoted: Bool, limit: Int) {
        self.separator = separator.rawValue
        self.isQuoted = isQuoted
        self.limit = limit
        storage = ScannerStorage(separator: separator.rawValue, limit: limit)
    }

    mutating func scan(_ base: UnsafePointer<UInt8>, count: Int, isAtEnd: Bool) -> Outcome {
        storage.clear()
        isInScratch = false
        var high: UInt8 = 0
        var sawNUL = false
        var fieldStart = 0
        var position = 0
        let stop = min(count, limit + 1)
        let isSpecial = storage.isSpecial
        while position < stop {
            let byte = base[position]
            high |= byte
            guard isSpecial[Int(byte)] else {
                position += 1
                continue
            }
            if byte == separator {
                storage.append(fieldStart, position)
                fieldStart = position + 1
            } else if byte == Byte.newline || byte == Byte.carriageReturn {
                guard let next = afterLineEnd(base, position, count: count, isAtEnd: isAtEnd) else { return .needsMore }
                return finish(fieldStart, position, next: next, high: high, sawNUL)
            } else if byte == 0 {
                sawNUL = true
            } else if isQuoted, position == fieldStart {
                return scanQuoted(base, count: count, isAtEnd: isAtEnd)
            }
            position += 1
        }
        if position > limit { return .tooLong }
        return isAtEnd ? finish(fieldStart, position, next: position, high: high, sawNUL) : .needsMore
    }

    private mutating func finish(_ start: Int, _ end: Int, next: Int, high: UInt8, _ sawNUL: Bool) -> Outcome {
        storage.append(start, end)
        hasHighBytes = high >= 0x80
        hasNUL = sawNUL
        return .record(length: end, next: next, breaks: 0)
    }

    /// The position behind a line end (LF, CR or CRLF); nil when the buffer ends within what may be a CRLF.
    func afterLineEnd(_ base: UnsafePointer<UInt8>, _ position: Int, count: Int, isAtEnd: Bool) -> Int? {
        guard base[position] == Byte.carriageReturn else { return position + 1 }
        guard position + 1 < count else { return isAtEnd ? position + 1 : nil }
        return base[position + 1] == Byte.newline ? position + 2 : position + 1
    }
}

/// Memory that the scanner reuses from record to record.
final class ScannerStorage {
    let isSpecial: UnsafeMutablePointer<Bool>
    private(set) var bounds: UnsafeMutablePointer<FieldBounds>
    private var capacity = 64
    private(set) var count = 0
    /// Fields without their quotation marks; never longer than the record they come from.
    let scratch: UnsafeMutablePointer<UInt8>
    private(set) var scratchCount = 0

    init(separator: UInt8, limit: Int) {
        scratch = .allocate(capacity: limit + 1)
        bounds = .allocate(capacity: capacity)
        isSpecial = .allocate(capacity: 256)
        isSpecial.initialize(repeating: false, count: 256)
        for byte in [separator, Byte.newline, Byte.carriageReturn, Byte.quote, 0] { isSpecial[Int(byte)] = true }
    }

    deinit {
        bounds.deallocate()
        isSpecial.deallocate()
        scratch.deallocate()
    }

    func clear() {
        count = 0
        scratchCount = 0
    }

    func unquote(_ byte: UInt8) {
        scratch[scratchCount] = byte
        scratchCount += 1
    }

    func append(_ start: Int, _ end: Int) {
        if count == capacity { grow() }
        bounds[count] = FieldBounds(start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end))
        count += 1
    }

    private func grow() {
        let larger = UnsafeMutablePointer<FieldBounds>.allocate(capacity: capacity * 2)
        larger.update(from: bounds, count: count)
        bounds.deallocate()
        bounds = larger
        capacity *= 2
    }
}
