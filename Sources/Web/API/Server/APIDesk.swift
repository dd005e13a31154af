import HTTPTypes
import Hummingbird
import Kernel
import Secrets
import UseCases

/// Answers the operations of the API: token, rights, rate, parameters, body, key, answer, in this order.
struct APIDesk: Sendable {
    let installation: Installation
    let limiter: RateLimiter
    /// Lets in numbers of department 99: demonstrations and tests.
    let fictitious: Bool

    static let root = "/api/v1"

    func add(to router: Router<WebContext>) {
        for operation in APIRoutes.all {
            let path = APIDesk.root + operation.path.replacing("{", with: ":").replacing("}", with: "")
            router.on(RouterPath(path), method: operation.method) { request, context in
                await answer(operation, request, context)
            }
        }
    }

    private func answer(_ operation: Operation, _ request: Request, _ context: WebContext) async -> Response {
        var standing: RateLimiter.Standing?
        var response: Response
        do {
            let bearer = try await bearer(operation, request, context, &standing)
            let answer = try await answer(operation, request, context, bearer)
            response = APIDesk.response(answer, operation, request)
        } catch {
            let fault = APIFault(error)
            if fault.status == .internalServerError {
                context.logger.error("internal", metadata: ["error": "\(type(of: error))"])
                context.logger.debug("internal", metadata: ["error": "\(error)"])
            }
            if APIFault.isAboutKeys(error) {
                context.logger.error("keys", metadata: ["error": "\(error)"])
            }
            response = Problem.response(fault)
        }
        if let standing { response.headers.append(standing) }
        return response
    }

    /// Who asks, counted.
    private func bearer(
        _ operation: Operation, _ request: Request, _ context: WebContext, _ standing: inout RateLimiter.Standing?
    ) async throws -> Bearer {
        let now = installation.clock()
        let found = try await find(request)
        // Strangers are counted by their address, so that guessing tokens is no quicker than that.
        let counted = limiter.count(found.map { "c\($0.credential)" } ?? "a\(context.address)", at: now)
        standing = counted
        if counted.isExceeded {
            throw APIFault(
                .tooManyRequests, .tooManyRequests, ["seconds": String(counted.reset)],
                headers: [(.retryAfter, String(counted.reset))])
        }
        guard let found else {
            let isMissing = request.headers[.authorization] == nil
            let error = isMissing ? "" : ", error=\"invalid_token\""
            throw APIFault(
                .unauthorized, isMissing ? .tokenMissing : .tokenRefused,
                headers: [(.wwwAuthenticate, "Bearer realm=\"vigie\"\(error)")])
        }
        if case .may(let intention) = operation.access { try found.actor.require(intention, in: nil) }
        return found
    }

    private func find(_ request: Request) async throws -> Bearer? {
        guard let header = request.headers[.authorization] else { return nil }
        let parts = header.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
        return try await installation.bearers.bearer(String(parts[1]), installation)
    }

    private func answer(
        _ operation: Operation, _ request: Request, _ context: WebContext, _ bearer: Bearer
    ) async throws -> APIAnswer {
        let reader = APIReader(operation: operation, request: request, context: context)
        try reader.requireAcceptable()
        let values = try reader.values()
        let (body, json) = try await reader.body()
        let key = try reader.key(body, of: bearer)
        let call = APICall(
            operation: operation, installation: installation, bearer: bearer, fictitious: fictitious, values: values,
            body: body, json: json, accept: request.headers[.accept] ?? "", key: key)
        guard let key else { return try await operation.answer(call) }
        return try await write(call, key)
    }

    /// Once for each key.
    private func write(_ call: APICall, _ key: RequestKey) async throws -> APIAnswer {
        if case .answered(let stored) = try await key.take(installation) {
            var answer = APIAnswer(.init(code: stored.status), stored.mediaType, stored.bytes)
            if let name = HTTPField.Name("Idempotency-Replayed") { answer.headers.append((name, "true")) }
            return answer
        }
        do {
            let answer = try await call.operation.answer(call)
            try await key.store(answer.stored, installation)
            return answer
        } catch {
            try await key.release(installation)
            throw error
        }
    }

    private static func response(_ answer: APIAnswer, _ operation: Operation, _ request: Request) -> Response {
        var headers: HTTPFields = [:]
        if operation.success.hasETag {
            let tag = "\"\(Token.digest(of: answer.bytes).prefix(32))\""
            headers[.eTag] = tag
            headers[.cacheControl] = "private, no-cache"
            if let known = request.headers[.ifNoneMatch], known.contains(tag) || known == "*" {
                return Response(status: .notModified, headers: headers)
            }
        }
        headers[.contentType] = answer.mediaType
        for (name, value) in answer.headers { headers[name] = value }
        return Response(
            status: answer.status, headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: answer.bytes)))
    }
}

extension APIAnswer {
    var stored: StoredAnswer { StoredAnswer(status: status.code, mediaType: mediaType, bytes: bytesKept ?? bytes) }
}

extension HTTPFields {
    fileprivate mutating func append(_ standing: RateLimiter.Standing) {
        for (name, value) in [
            (HTTPFields.rateLimit, standing.limit), (HTTPFields.rateRemaining, standing.remaining),
            (HTTPFields.rateReset, standing.reset),
        ] {
            if let name { self[name] = String(value) }
        }
    }

    private static let rateLimit = HTTPField.Name("RateLimit-Limit")
    private static let rateRemaining = HTTPField.Name("RateLimit-Remaining")
    private static let rateReset = HTTPField.Name("RateLimit-Reset")
}
