extension Schema {
    /// As JSON Schema 2020-12.
    /// - Parameter isInput: what comes in is closed: a field that is not named is a mistake. What goes out may grow.
    func described(isInput: Bool = false) -> JSON {
        switch self {
        case .text(let rule): return .object([("type", .text("string"))] + rule.described)
        case .integer(let range):
            return .object([
                ("type", .text("integer")), ("minimum", .int(range.lowerBound)), ("maximum", .int(range.upperBound)),
            ])
        case .truth: return .object([("type", .text("boolean"))])
        case .list(let schema, let most):
            return .object(
                [("type", .text("array")), ("items", schema.described(isInput: isInput))]
                    + (most.map { [("maxItems", .int($0))] } ?? []))
        case .object(let fields):
            let required = fields.filter(\.isRequired).map { JSON.text($0.name) }
            var parts: [(String, JSON)] = [
                ("type", .text("object")),
                ("properties", .object(fields.map { ($0.name, $0.schema.described(isInput: isInput)) })),
            ]
            if !required.isEmpty { parts.append(("required", .list(required))) }
            if isInput { parts.append(("additionalProperties", .bool(false))) }
            return .object(parts)
        case .map(let schema):
            return .object([
                ("type", .text("object")), ("additionalProperties", schema.described(isInput: isInput)),
            ])
        case .named(let name): return .object([("$ref", .text("#/components/schemas/\(name)"))])
        case .nullable(let schema): return schema.describedOrNull(isInput: isInput)
        case .anything: return .object([])
        case .bytes: return .object([("type", .text("string")), ("format", .text("binary"))])
        }
    }

    private func describedOrNull(isInput: Bool) -> JSON {
        if case .text(let rule) = self, rule.codes.isEmpty {
            return .object([("type", .list([.text("string"), .text("null")]))] + rule.described)
        }
        return .object([("oneOf", .list([described(isInput: isInput), .object([("type", .text("null"))])]))])
    }
}

extension Schema.TextRule {
    fileprivate var described: [(String, JSON)] {
        var parts: [(String, JSON)] = []
        if let format { parts.append(("format", .text(format))) }
        if let pattern { parts.append(("pattern", .text(pattern))) }
        if !codes.isEmpty { parts.append(("enum", .list(codes.map(JSON.text)))) }
        if let lengths {
            parts.append(("minLength", .int(lengths.lowerBound)))
            parts.append(("maxLength", .int(lengths.upperBound)))
        }
        if let example { parts.append(("examples", .list([.text(example)]))) }
        return parts
    }
}
