import Hummingbird
import UseCases

/// Finds out who asks, from the cookie. Programs have none: the API knows bearers only.
struct VisitFinder: RouterMiddleware {
    let installation: Installation
    let cookie: SessionCookie

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        guard let token = cookie.value(in: request), !request.uri.path.hasPrefix("/assets/"),
            !request.uri.path.hasPrefix("/api/")
        else {
            return try await next(request, context)
        }
        var context = context
        context.visit = try await Sessions.visit(token, installation)
        if let actor = context.visit?.actor {
            context.unread = try await UnreadNotices.count(for: actor, installation)
        }
        return try await next(request, context)
    }
}
