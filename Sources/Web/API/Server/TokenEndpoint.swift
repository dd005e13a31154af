import HTTPTypes
import Hummingbird
import Kernel
import Secrets
import UseCases

/// `POST /api/oauth/token`: an access token for a client's identity and secret (RFC 6749 §4.4).
///
/// Its refusals are those of RFC 6749 §5.2, with our sentences in `error_description`.
struct TokenEndpoint: Sendable {
    static let path = "/api/oauth/token"

    /// The public keys that access tokens are verified with (RFC 7517).
    static let keysPath = "/api/oauth/jwks.json"
    /// What other services of the installation begin with (RFC 8414).
    static let metadataPath = "/.well-known/oauth-authorization-server"
    /// Services may keep the keys for so long; a name that they do not know makes them ask again.
    private static let keptSeconds = 300

    let installation: Installation
    let limiter: RateLimiter

    func add(to router: Router<WebContext>) {
        router.on(RouterPath(TokenEndpoint.path), method: .post) { request, context in
            do {
                return try await answer(request, context)
            } catch let refused as Refused {
                if APIFault.isAboutKeys(refused) {
                    context.logger.error("keys", metadata: ["error": "\(refused)"])
                }
                return TokenEndpoint.refusal(refused.findings)
            }
        }
        router.on(RouterPath(TokenEndpoint.keysPath), method: .get) { _, _ in try published() }
        router.on(RouterPath(TokenEndpoint.metadataPath), method: .get) { _, _ in metadata() }
    }

    private func answer(_ request: Request, _ context: WebContext) async throws -> Response {
        let counted = limiter.count("t\(context.address)", at: installation.clock())
        guard !counted.isExceeded else {
            throw Refused(APIFinding.tooManyRequests, ["seconds": String(counted.reset)])
        }
        let type = (request.headers[.contentType] ?? "").lowercased()
        let body = try await request.body.collect(upTo: 10_000)
        guard type.hasPrefix("application/x-www-form-urlencoded"), let form = Form(urlEncoded: String(buffer: body))
        else {
            return TokenEndpoint.refusal([
                Finding(APIFinding.bodyUnreadable, .fatal, ["expected": "application/x-www-form-urlencoded"])
            ])
        }
        guard form.value("grant_type") == "client_credentials" else {
            return TokenEndpoint.refusal([
                Finding(APIFinding.grantUnsupported, .fatal, ["grant": form.value("grant_type") ?? ""])
            ])
        }
        let basic = TokenEndpoint.basic(request)
        let token = try await IssueAccessToken(
            client: basic?.client ?? form.value("client_id") ?? "",
            secret: basic?.secret ?? form.value("client_secret") ?? ""
        ).perform(on: installation)
        return TokenEndpoint.response(
            .ok,
            .object([
                ("access_token", .text(token)), ("token_type", .text("Bearer")),
                ("expires_in", .int(IssueAccessToken.seconds)),
            ]))
    }

    private static func refusal(_ findings: [Finding]) -> Response {
        let fault = APIFault(Refused(findings) as any Error)
        let error =
            switch fault.findings.first?.code {
            case APIFinding.clientRefused.rawValue: "invalid_client"
            case APIFinding.grantUnsupported.rawValue: "unsupported_grant_type"
            case APIFinding.tooManyRequests.rawValue, APIFinding.keysUnavailable.rawValue: "temporarily_unavailable"
            default: "invalid_request"
            }
        let words = fault.findings.first.map(FindingTexts.text)
        let isLater = error == "temporarily_unavailable"
        let status: HTTPResponse.Status =
            isLater ? fault.status : error == "invalid_client" ? .unauthorized : .badRequest
        var response = response(
            status,
            .object([
                ("error", .text(error)),
                (
                    "error_description",
                    .text([words?.sentence, words?.wayOut].compactMap { $0 }.joined(separator: " "))
                ),
            ]))
        if status == .unauthorized { response.headers[.wwwAuthenticate] = "Basic realm=\"vigie\"" }
        for (name, value) in fault.headers { response.headers[name] = value }
        return response
    }

    private func published() throws -> Response {
        let keys = try installation.keys.keys(at: installation.clock()).signing.map { key in
            let (x, y) = key.coordinates
            return JSON.object([
                ("kty", .text("EC")), ("crv", .text("P-256")), ("use", .text("sig")),
                ("alg", .text(AccessToken.algorithm)), ("kid", .text(key.id)), ("x", .text(x)), ("y", .text(y)),
            ])
        }
        return TokenEndpoint.public(.object([("keys", .list(keys))]))
    }

    private func metadata() -> Response {
        let issuer = installation.issuer
        return TokenEndpoint.public(
            .object([
                ("issuer", .text(issuer)), ("token_endpoint", .text(issuer + TokenEndpoint.path)),
                ("jwks_uri", .text(issuer + TokenEndpoint.keysPath)), ("response_types_supported", .list([])),
                ("grant_types_supported", .list([.text("client_credentials")])),
                (
                    "token_endpoint_auth_methods_supported",
                    .list([.text("client_secret_basic"), .text("client_secret_post")])
                ),
                ("service_documentation", .text(issuer + "/api")),
            ]))
    }

    private static func `public`(_ json: JSON) -> Response {
        var response = response(.ok, json)
        response.headers[.cacheControl] = "public, max-age=\(keptSeconds)"
        return response
    }

    private static func response(_ status: HTTPResponse.Status, _ json: JSON) -> Response {
        var response = Response(status: status, body: ResponseBody(byteBuffer: ByteBuffer(bytes: json.bytes)))
        response.headers[.contentType] = "application/json"
        response.headers[.cacheControl] = "no-store"
        return response
    }

    /// `Authorization: Basic`, both halves form-encoded (RFC 6749 §2.3.1).
    private static func basic(_ request: Request) -> (client: String, secret: String)? {
        guard let header = request.headers[.authorization], header.lowercased().hasPrefix("basic "),
            let text = Base64.text(String(header.dropFirst(6)))
        else { return nil }
        let parts = text.split(separator: ":", maxSplits: 1).map { $0.percentDecoded() ?? "" }
        return parts.count == 2 ? (parts[0], parts[1]) : nil
    }
}
