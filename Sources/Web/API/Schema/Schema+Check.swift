import Kernel
import UseCases

extension Schema {
    /// What does not fit, in the order of the schema: nothing for a value that fits.
    func faults(_ value: JSONValue, at name: String = "") -> [Finding] {
        switch (self, value) {
        case (.anything, _), (.nullable, .null): return []
        case (.nullable(let schema), _): return schema.faults(value, at: name)
        case (.named(let other), _): return (Schemas.all[other] ?? .anything).faults(value, at: name)
        case (.truth, .bool): return []
        case (.integer(let range), .integer(let number)) where range.contains(Int(number)): return []
        case (.text(let rule), .string(let text)) where rule.fits(text): return []
        case (.list(let schema, let most), .array(let values)) where values.count <= most ?? .max:
            return values.enumerated().flatMap { schema.faults($1, at: "\(name)[\($0)]") }
        case (.map(let schema), .object(let values)):
            return values.sorted { $0.key < $1.key }.flatMap { schema.faults($1, at: join(name, $0)) }
        case (.object(let fields), .object(let values)):
            let unknown = values.keys.filter { key in !fields.contains { $0.name == key } }.sorted().map {
                Finding(APIFinding.valueUnexpected, .refused, ["name": join(name, $0)])
            }
            return unknown
                + fields.flatMap { field -> [Finding] in
                    guard let value = values[field.name] else {
                        return field.isRequired ? [field.schema.fault(.valueMissing, join(name, field.name))] : []
                    }
                    return field.schema.faults(value, at: join(name, field.name))
                }
        default: return [fault(.valueInvalid, name.isEmpty ? "body" : name)]
        }
    }

    /// Whether a part of the path, the address or a header fits.
    func accepts(_ text: String) -> Bool {
        switch self {
        case .text(let rule): rule.fits(text)
        case .integer(let range): Schema.integer(text).map(range.contains) ?? false
        case .truth: text == "true" || text == "false"
        default: true
        }
    }

    func fault(_ code: APIFinding, _ name: String) -> Finding {
        Finding(code, .refused, ["name": name, "expected": words])
    }

    /// A whole number as JSON writes it.
    static func integer(_ text: String) -> Int? {
        guard let number = Int(text), String(number) == text else { return nil }
        return number
    }

    private func join(_ one: String, _ other: String) -> String { one.isEmpty ? other : "\(one).\(other)" }
}

extension Schema.TextRule {
    func fits(_ text: String) -> Bool {
        (codes.isEmpty || codes.contains(text)) && (lengths?.contains(text.unicodeScalars.count) ?? true)
            && !text.unicodeScalars.contains { $0.value == 0 } && accepts(text)
    }
}
