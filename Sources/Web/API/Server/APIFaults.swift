import HTTPTypes
import Hummingbird

/// What the router answers by itself below `/api/`: a path that is none, a method that a path does not know.
struct APIFaults: RouterMiddleware {
    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        guard request.uri.path.hasPrefix("/api/") else { return try await next(request, context) }
        do {
            return try await next(request, context)
        } catch let error as HTTPError where error.status == .notFound {
            let methods = APIRoutes.methods(of: request.uri.path)
            guard !methods.isEmpty else { return Problem.response(.notFound) }
            let list = methods.map(\.rawValue).joined(separator: ", ")
            return Problem.response(
                APIFault(
                    .methodNotAllowed, .methodNotAllowed, ["method": request.method.rawValue, "methods": list],
                    headers: [(.allow, list)]))
        } catch {
            return Problem.response(APIFault(error))
        }
    }
}
