import HTTPTypes

extension Operation {
    /// As an operation object of OpenAPI 3.1.
    var described: JSON {
        var parts: [(String, JSON)] = [
            ("operationId", .text(id)), ("summary", .text(OpenAPIDocument.words(id))),
            ("tags", .list([.text(tag)])),
        ]
        let described = parameters.map(\.described) + (isWrite ? [Operation.keyParameter] : [])
        if !described.isEmpty { parts.append(("parameters", .list(described))) }
        if let body {
            parts.append(
                (
                    "requestBody",
                    .object([
                        ("required", .bool(true)),
                        (
                            "content",
                            .object([(body.mediaType, .object([("schema", body.schema.described(isInput: true))]))])
                        ),
                    ])
                ))
        }
        parts.append(("responses", responses))
        return .object(parts)
    }

    /// The first part of the path: what the document groups by.
    var tag: String { path.split(separator: "/").first.map(String.init) ?? "" }

    private static let keyParameter = JSON.object([
        ("name", .text("Idempotency-Key")), ("in", .text("header")), ("required", .bool(true)),
        ("description", .text(OpenAPIDocument.words("key"))), ("schema", Schemas.requestKey.described()),
    ])

    private var responses: JSON {
        var all: [(String, JSON)] = [("\(success.status.code)", success.described)]
        if success.hasETag {
            all.append(("304", .object([("description", .text(OpenAPIDocument.words("status304")))])))
        }
        for status in possibleRefusals {
            all.append(("\(status.code)", .object([("$ref", .text("#/components/responses/\(status.code)"))])))
        }
        return .object(all)
    }

    /// What any operation of its kind may be refused with, and what this one adds.
    private var possibleRefusals: [HTTPResponse.Status] {
        var possible: Set<HTTPResponse.Status> = [
            .badRequest, .unauthorized, .forbidden, .notFound, .methodNotAllowed, .notAcceptable, .tooManyRequests,
            .unprocessableContent, .serviceUnavailable,
        ]
        if body != nil { possible.formUnion([.unsupportedMediaType, .contentTooLarge]) }
        if isWrite { possible.insert(.conflict) }
        possible.formUnion(refusals)
        return OpenAPIDocument.refusalStatuses.filter(possible.contains)
    }
}

extension Operation.Parameter {
    fileprivate var described: JSON {
        var schema = schema.described()
        if let standard, case .object(let fields) = schema {
            let value: JSON = if case .integer = self.schema { JSON(Int(standard)) } else { .text(standard) }
            schema = .object(fields + [("default", value)])
        }
        return .object([
            ("name", .text(name)), ("in", .text(isInPath ? "path" : "query")), ("required", .bool(isRequired)),
            ("schema", schema),
        ])
    }
}

extension Operation.Success {
    fileprivate var described: JSON {
        let counts = ["RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"].map {
            ($0, JSON.object([("$ref", .text("#/components/headers/\($0)"))]))
        }
        return .object([
            ("description", .text(OpenAPIDocument.words("status\(status.code)"))),
            ("headers", .object(counts)),
            (
                "content",
                .object(mediaTypes.map { type in (type, .object([("schema", schema.described())])) })
            ),
        ])
    }
}
