import GRDBSQLite
import Kernel

extension Row {
    package func int(_ column: Int) -> Int64 {
        if line < 0 {
            let index = Int32(truncatingIfNeeded: column)
            if sqlite3_column_type(handle, index) == SQLITE_INTEGER { return sqlite3_column_int64(handle, index) }
        } else if let text = rawText(column), let value = parseInt(text) {
            return value
        }
        record(column, rawText(column).map { String(decoding: $0, as: UTF8.self) })
        return 0
    }

    package func intOrNil(_ column: Int) -> Int64? { isNull(column) ? nil : int(column) }

    package func text(_ column: Int) -> String {
        guard let text = rawText(column) else {
            record(column, nil)
            return ""
        }
        return String(decoding: text, as: UTF8.self)
    }

    package func textOrNil(_ column: Int) -> String? {
        rawText(column).map { String(decoding: $0, as: UTF8.self) }
    }

    package func day(_ column: Int) -> Day {
        let text = rawText(column)
        if let text, let day = Day(iso: text) { return day }
        record(column, text.map { String(decoding: $0, as: UTF8.self) })
        return Day(number: 0)
    }

    package func dayOrNil(_ column: Int) -> Day? { isNull(column) ? nil : day(column) }

    /// A flag column (0 or 1), or a truth value of an expression such as `EXISTS`.
    package func flag(_ column: Int) -> Bool {
        let value = int(column)
        if value != 0, value != 1 { record(column, String(value)) }
        return value != 0
    }

    package func flagOrNil(_ column: Int) -> Bool? { isNull(column) ? nil : flag(column) }

    package func bytes(_ column: Int) -> [UInt8] {
        if isNull(column) {
            record(column, nil)
            return []
        }
        if line < 0 {
            let index = Int32(truncatingIfNeeded: column)
            guard let start = sqlite3_column_blob(handle, index) else { return [] }
            return [UInt8](UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, index))))
        }
        let text = rawText(column)
        if let text, let bytes = parseHexBytes(text) { return bytes }
        record(column, text.map { String(decoding: $0.prefix(32), as: UTF8.self) })
        return []
    }

    package func bytesOrNil(_ column: Int) -> [UInt8]? { isNull(column) ? nil : bytes(column) }
}

/// PostgreSQL's text of an integer or of a truth value (`t`, `f`).
private func parseInt(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
    guard let head = text.first else { return nil }
    if text.count == 1, head == UInt8(ascii: "t") || head == UInt8(ascii: "f") {
        return head == UInt8(ascii: "t") ? 1 : 0
    }
    let negative = head == UInt8(ascii: "-")
    let digits = text.count - (negative ? 1 : 0)
    guard (1...19).contains(digits) else { return nil }
    // Counted downwards, because the lowest number has no positive twin.
    var value: Int64 = 0
    for byte in text[(negative ? 1 : 0)...] {
        guard byte &- 0x30 < 10 else { return nil }
        let (shifted, overflow) = value.multipliedReportingOverflow(by: 10)
        let (next, carry) = shifted.subtractingReportingOverflow(Int64(byte - 0x30))
        if overflow || carry { return nil }
        value = next
    }
    if negative { return value }
    return value == .min ? nil : -value
}

/// PostgreSQL's `\x0123…` form of bytes.
private func parseHexBytes(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard text.count >= 2, text.count % 2 == 0, text[0] == UInt8(ascii: "\\"), text[1] == UInt8(ascii: "x") else {
        return nil
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 2 - 1)
    for index in stride(from: 2, to: text.count, by: 2) {
        guard let high = hexDigit(text[index]), let low = hexDigit(text[index + 1]) else { return nil }
        bytes.append(high << 4 | low)
    }
    return bytes
}

private func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
}
