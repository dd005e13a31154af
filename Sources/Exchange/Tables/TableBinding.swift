import Kernel

/// A header matched with a table: for each of our columns, where its bytes come from.
final class TableBinding {
    let file: String
    /// Index of the field, or -1.
    let fields: [Int]
    let columns: [ColumnSpecification]
    /// The names as the file writes them, for the places of findings.
    let headerNames: [String]
    let fieldCount: Int
    private let constants: [Bytes?]
    private let translations: [[String: Bytes]]
    private let hasTranslations: Bool
    private let pool: BytePool

    init(
        file: String, columns: [ColumnSpecification], positions: [String: Int], header: [String],
        _ mapping: TableMapping?
    ) {
        self.file = file
        self.columns = columns
        let pool = BytePool()
        self.pool = pool
        fields = columns.map { positions[$0.name] ?? -1 }
        headerNames = columns.map { column in positions[column.name].map { header[$0] } ?? column.name }
        fieldCount = header.count
        constants = columns.map { column in mapping?.constants[column.name].map(pool.store) }
        translations = columns.map { mapping?.values[$0.name]?.mapValues(pool.store) ?? [:] }
        hasTranslations = translations.contains { !$0.isEmpty }
    }

    /// The bytes of a column in a record, and their encoding; empty where there are none.
    func value(_ column: Int, in view: RecordView) -> (bytes: Bytes, encoding: TextEncoding) {
        let field = fields[column]
        guard field >= 0 else { return (constants[column] ?? Bytes(start: nil, count: 0), .utf8) }
        let bytes = view.bytes(field)
        if hasTranslations, let translated = translations[column][view.encoding.decode(bytes)] {
            return (translated, .utf8)
        }
        if bytes.isEmpty, let constant = constants[column] { return (constant, .utf8) }
        return (bytes, view.encoding)
    }
}

/// Bytes that stay where they are for as long as their owner lives.
private final class BytePool {
    private var stored: [UnsafeMutableBufferPointer<UInt8>] = []

    func store(_ text: String) -> Bytes {
        let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, text.utf8.count))
        _ = bytes.initialize(from: text.utf8)
        stored.append(bytes)
        return Bytes(rebasing: bytes[..<text.utf8.count])
    }

    deinit { stored.forEach { $0.deallocate() } }
}
