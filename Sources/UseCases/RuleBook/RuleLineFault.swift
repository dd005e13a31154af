import Programmes

/// Why a line of `vigie rules run` has no answer. The four first codes are common to all rules.
enum RuleLineFault: Error {
    case invalidJSON
    case missingField(String)
    /// With the field's path; empty where no single field can be named.
    case invalidValue(String)
    case unknownParameter(String)
    case rule(RuleFault)

    var code: String {
        switch self {
        case .invalidJSON: "invalid-json"
        case .missingField: "missing-field"
        case .invalidValue: "invalid-value"
        case .unknownParameter: "unknown-parameter"
        case .rule(let fault): fault.code
        }
    }

    /// Why a line of sound JSON does not hold the facts of its rule.
    init(_ error: any Error, in line: [UInt8]) {
        switch error {
        case DecodingError.keyNotFound(let key, let context):
            self = .missingField(RuleLineFault.path(context.codingPath + [key]))
        case DecodingError.valueNotFound(_, let context):
            self = .missingField(RuleLineFault.path(context.codingPath))
        case DecodingError.typeMismatch(_, let context), DecodingError.dataCorrupted(let context):
            self = .invalidValue(RuleLineFault.path(context.codingPath))
        default: self = .invalidValue("")
        }
        // The decoder does not say which number it could not take.
        if case .invalidValue("") = self, let tree = try? CanonicalJSON.decode(JSONValue.self, from: line) {
            self = .invalidValue(tree.firstPath(where: \.isNoCount) ?? "")
        }
    }

    /// Why overrides, their names and numbers already checked, do not fit a rule's parameters.
    static func invalidParameter(_ error: any Error) -> RuleLineFault {
        switch error {
        case DecodingError.keyNotFound(_, let context), DecodingError.valueNotFound(_, let context),
            DecodingError.typeMismatch(_, let context), DecodingError.dataCorrupted(let context):
            .invalidValue(path(context.codingPath, after: "parameters"))
        default: .invalidValue("parameters")
        }
    }

    /// `animals[3].sex`, with what it begins with.
    private static func path(_ keys: [any CodingKey], after start: String = "") -> String {
        keys.reduce(into: start) { path, key in
            if let index = key.intValue {
                path += "[\(index)]"
            } else {
                path += (path.isEmpty ? "" : ".") + key.stringValue
            }
        }
    }
}
