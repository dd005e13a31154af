import HTTPTypes
import Hummingbird

/// Refuses what another site makes a browser send: a form that comes from elsewhere never reaches a page of ours.
///
/// The API is left out: it knows no cookie, so that no browser can be made to act by itself there.
///
/// The first of three walls: the cookie is `SameSite=Lax`, and every form bears a token that follows from it.
struct OriginGuard: RouterMiddleware {
    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        guard request.method != .get, request.method != .head, !request.uri.path.hasPrefix("/api/") else {
            return try await next(request, context)
        }
        if let site = HTTPField.Name("Sec-Fetch-Site").flatMap({ request.headers[$0] }) {
            guard site == "same-origin" || site == "none" else { throw WebFault.foreignOrigin }
        } else if let origin = request.headers[.origin] {
            let host = request.head.authority ?? ""
            guard origin == "http://\(host)" || origin == "https://\(host)" else { throw WebFault.foreignOrigin }
        }
        return try await next(request, context)
    }
}
