import Kernel

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

    /// The path (`animals[3].age`) of the first value, in the order of keys, of which `isFaulty` says so.
    func firstPath(under path: String = "", where isFaulty: (JSONValue) -> Bool) -> String? {
        if isFaulty(self) { return path }
        switch self {
        case .array(let values):
            for (index, value) in values.enumerated() {
                if let found = value.firstPath(under: "\(path)[\(index)]", where: isFaulty) { return found }
            }
        case .object(let fields):
            for (key, value) in fields.sorted(by: { $0.key < $1.key }) {
                let place = path.isEmpty ? key : path + "." + key
                if let found = value.firstPath(under: place, where: isFaulty) { return found }
            }
        default: break
        }
        return nil
    }

    /// A number that counts nothing: negative, broken, or too large for an integer.
    var isNoCount: Bool {
        switch self {
        case .integer(let value): value < 0
        case .number: true
        default: false
        }
    }

    /// A number that no parameter can be: no count, over a million, or a share below zero.
    var isNoParameter: Bool {
        switch self {
        case .integer(1_000_001...): true
        case .string(let text): Ratio(text).map { $0.numerator < 0 } ?? false
        default: isNoCount
        }
    }

    /// This value with the keys that `overrides` names replaced, object by object.
    func merged(with overrides: JSONValue) -> JSONValue {
        guard case .object(var fields) = self, case .object(let given) = overrides else { return overrides }
        for (key, value) in given { fields[key] = fields[key]?.merged(with: value) ?? value }
        return .object(fields)
    }
}

extension JSONValue {
    /// One JSON object in UTF-8, by RFC 8259 to the letter; nil for anything else.
    package init?(object bytes: [UInt8]) {
        guard JSONSyntax.isObject(bytes), let value = try? CanonicalJSON.decode(JSONValue.self, from: bytes) else {
            return nil
        }
        self = value
    }
}
