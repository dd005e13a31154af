import CPostgreSQL
import Kernel

/// Arguments as libpq takes them: types, and all values one after the other in one buffer.
///
/// Integers, text, bytes and days carry their type, so that a day in a text column fails here as SQLite's STRICT
/// tables let it fail there; the type of NULL is left to the statement.
struct PostgresArguments {
    private(set) var types: [Oid] = []
    private var bytes: [UInt8] = []
    /// Where each value begins; nil for NULL.
    private var starts: [Int?] = []
    private var lengths: [Int32] = []
    /// 0 text, 1 binary.
    private var formats: [Int32] = []

    init(_ values: [SQLValue]) throws(StoreError) {
        for value in values {
            starts.append(value == .null ? nil : bytes.count)
            let start = bytes.count
            switch value {
            case .null: types.append(0)
            case .int(let value):
                types.append(20)  // int8
                CopyText.append(value, to: &bytes)
            case .day(let value):
                types.append(1082)  // date
                bytes.append(contentsOf: value.description.utf8)
            case .bytes(let value):
                types.append(17)  // bytea
                bytes.append(contentsOf: value)
            case .text(let value):
                types.append(25)  // text
                if value.utf8.contains(0) { throw .textWithNul }
                bytes.append(contentsOf: value.utf8)
            }
            lengths.append(Int32(bytes.count - start))
            if case .bytes = value { formats.append(1) } else { formats.append(0) }
            bytes.append(0)
        }
    }

    /// Calls `body` with libpq's four arrays: count, values, lengths, formats.
    func withPointers<T>(
        _ body: (Int32, [UnsafePointer<CChar>?], [Int32], [Int32]) throws -> T
    ) rethrows -> T {
        try bytes.withUnsafeBytes { buffer in
            let base = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            let values = starts.map { start in start.flatMap { base?.advanced(by: $0) } }
            return try body(Int32(types.count), values, lengths, formats)
        }
    }
}
