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

    let installation: Installation
    let limiter: RateLimiter

    func add(to router: Router<WebContext>) {
        router.on(RouterPath(TokenEndpoint.path), method: .post) { request, context in
            do {
                return try await answer(request, context)
            } catch let refused as Refused {
                return TokenEndpoint.refusal(refused.findings)
            }
        }
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
            switch findings.first?.code {
            case APIFinding.clientRefused.rawValue: "invalid_client"
            case APIFinding.grantUnsupported.rawValue: "unsupported_grant_type"
            case APIFinding.tooManyRequests.rawValue: "temporarily_unavailable"
            default: "invalid_request"
            }
        let words = findings.first.map(FindingTexts.text)
        let isSlow = fault.status == .tooManyRequests
        let status: HTTPResponse.Status =
            isSlow ? .tooManyRequests : error == "invalid_client" ? .unauthorized : .badRequest
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
