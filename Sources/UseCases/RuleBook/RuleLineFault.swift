import Programmes

/// Why a line of `vigie rules run` has no answer. The four first codes are common to all rules.
enum RuleLineFault: Error {
    case invalidJSON
    case missingField(String)
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

    init(_ error: DecodingError) {
        switch error {
        case .keyNotFound(let key, let context):
            self = .missingField(RuleLineFault.path(context.codingPath + [key]))
        case .valueNotFound(_, let context):
            self = .missingField(RuleLineFault.path(context.codingPath))
        case .typeMismatch(_, let context), .dataCorrupted(let context):
            self = context.codingPath.isEmpty ? .invalidJSON : .invalidValue(RuleLineFault.path(context.codingPath))
        @unknown default: self = .invalidJSON
        }
    }

    /// `animals[3].sex`
    private static func path(_ keys: [any CodingKey]) -> String {
        keys.reduce(into: "") { path, key in
            if let index = key.intValue {
                path += "[\(index)]"
            } else {
                path += (path.isEmpty ? "" : ".") + key.stringValue
            }
        }
    }
}
