/// Any JSON value: what a parameter override may hold before it is known to fit.
package enum JSONValue: Codable, Sendable, Hashable {
    case null
    case bool(Bool)
    case integer(Int64)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Int64.self) {
            self = .integer(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([JSONValue].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .array(let value): try container.encode(value)
        case .object(let value): try container.encode(value)
        }
    }

    /// The dotted path of the first key of `overrides` that this value does not have; nil when all are known.
    func firstUnknownKey(in overrides: JSONValue, under path: String = "") -> String? {
        guard case .object(let known) = self, case .object(let given) = overrides else { return nil }
        for (key, value) in given.sorted(by: { $0.key < $1.key }) {
            guard let default_ = known[key] else { return path + key }
            if let unknown = default_.firstUnknownKey(in: value, under: path + key + ".") { return unknown }
        }
        return nil
    }

    /// The dotted path of the first number that no parameter can be: negative, or over a million.
    func firstAbsurdNumber(under path: String = "") -> String? {
        switch self {
        case .integer(let value): (0...1_000_000).contains(value) ? nil : path
        case .array(let values): values.lazy.compactMap { $0.firstAbsurdNumber(under: path) }.first
        case .object(let fields):
            fields.sorted { $0.key < $1.key }.lazy
                .compactMap { $0.value.firstAbsurdNumber(under: path.isEmpty ? $0.key : path + "." + $0.key) }.first
        default: nil
        }
    }

    /// This value with the keys that `overrides` names replaced, object by object.
    func merged(with overrides: JSONValue) -> JSONValue {
        guard case .object(var fields) = self, case .object(let given) = overrides else { return overrides }
        for (key, value) in given { fields[key] = fields[key]?.merged(with: value) ?? value }
        return .object(fields)
    }
}
