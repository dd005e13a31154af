import Prophylaxis
import UseCases

/// What is known of a herd, an animal or an intervention as programs get it: every column by its name, with its type.
enum RecordShape {
    static func schema(_ fields: [RecordField]) -> Schema { .object(named(fields)) }

    /// To be put beside other fields.
    static func named(_ fields: [RecordField]) -> [Schema.Field] {
        fields.map { .init($0.name, $0.isOptional ? .nullable(schema(of: $0.kind)) : schema(of: $0.kind)) }
    }

    static func json(_ rows: [[String]], _ fields: [RecordField]) -> JSON {
        .list(rows.map { .object(pairs($0, fields)) })
    }

    static func pairs(_ row: [String], _ fields: [RecordField]) -> [(String, JSON)] {
        zip(fields, row).map { field, text in
            (field.name, text.isEmpty && field.isOptional ? .null : value(text, field.kind))
        }
    }

    private static func schema(of kind: RecordField.Kind) -> Schema {
        switch kind {
        case .text: .string
        case .count: Schemas.count
        case .truth: .truth
        case .day: Schemas.day
        case .instant: Schemas.instant
        case .code(let codes), .ranked(let codes): .codes(codes)
        case .diseases: .list(Schemas.disease)
        }
    }

    private static func value(_ text: String, _ kind: RecordField.Kind) -> JSON {
        switch kind {
        case .text, .day, .instant, .code: .text(text)
        case .count: JSON(Int(text))
        case .truth: .bool(text == "1")
        case .ranked(let codes): JSON(Int(text).flatMap { codes.indices.contains($0) ? codes[$0] : nil })
        case .diseases: .list(Disease.set(Int(text) ?? 0).map { .text($0.rawValue) })
        }
    }
}
