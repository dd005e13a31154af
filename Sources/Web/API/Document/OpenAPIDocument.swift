import HTTPTypes
import Hummingbird
import UseCases

/// The OpenAPI 3.1 document, out of the table that serves.
enum OpenAPIDocument {
    static let path = APIDesk.root + "/openapi.json"
    static let version = "1.0.0"

    static let bytes = document.bytes

    /// Served to everyone: it says nothing of what is stored.
    static let endpoint = Endpoint(.get, path, .everyone) { _ in
        var response = Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        response.headers[.contentType] = "application/json"
        response.headers[.cacheControl] = "no-cache"
        return response
    }

    private static let document = JSON.object([
        ("openapi", .text("3.1.0")),
        (
            "info",
            .object([
                ("title", .text(words("title"))), ("version", .text(version)),
                ("description", .text(words("description"))),
                (
                    "license",
                    .object([("name", .text("AGPL-3.0-or-later")), ("identifier", .text("AGPL-3.0-or-later"))])
                ),
            ])
        ),
        ("servers", .list([.object([("url", .text(APIDesk.root))])])),
        ("security", .list([.object([("token", .list([]))]), .object([("client", .list([]))])])),
        ("paths", paths),
        (
            "components",
            .object([
                ("securitySchemes", securitySchemes),
                ("schemas", .object(Schemas.named.map { ($0.0, $0.1.described(isInput: inputs.contains($0.0))) })),
                ("headers", headers), ("responses", refusals),
            ])
        ),
    ])

    static func words(_ key: String) -> String { Catalogue.french.text("api", key) }

    /// Named schemas of what comes in.
    private static let inputs: Set<String> = Set(
        APIRoutes.all.compactMap { operation in
            if case .named(let name) = operation.body?.schema { name } else { nil }
        })

    /// In the order of the table.
    private static var paths: JSON {
        var order: [String] = []
        var operations: [String: [(String, JSON)]] = [:]
        for operation in APIRoutes.all {
            if operations[operation.path] == nil { order.append(operation.path) }
            operations[operation.path, default: []].append(
                (operation.method.rawValue.lowercased(), operation.described))
        }
        return .object(order.map { ($0, .object(operations[$0] ?? [])) })
    }

    private static let securitySchemes = JSON.object([
        ("token", .object([("type", .text("http")), ("scheme", .text("bearer"))])),
        (
            "client",
            .object([
                ("type", .text("oauth2")),
                (
                    "flows",
                    .object([
                        (
                            "clientCredentials",
                            .object([("tokenUrl", .text(TokenEndpoint.path)), ("scopes", .object([]))])
                        )
                    ])
                ),
            ])
        ),
    ])

    private static let headers = JSON.object(
        ["RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"].map { name in
            (
                name,
                .object([
                    ("description", .text(words(name))), ("required", .bool(true)),
                    ("schema", Schema.integer(0...1_000_000_000).described()),
                ])
            )
        })

    static let refusalStatuses: [HTTPResponse.Status] = [
        .badRequest, .unauthorized, .forbidden, .notFound, .methodNotAllowed, .notAcceptable, .conflict,
        .contentTooLarge, .unsupportedMediaType, .unprocessableContent, .tooManyRequests, .serviceUnavailable,
    ]

    private static let refusals = JSON.object(
        refusalStatuses.map { status in
            (
                "\(status.code)",
                .object([
                    ("description", .text(words("status\(status.code)"))),
                    (
                        "content",
                        .object([
                            (Problem.mediaType, .object([("schema", Schema.named("Problem").described())]))
                        ])
                    ),
                ])
            )
        })
}
