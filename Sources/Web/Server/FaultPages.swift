import Hummingbird
import Kernel
import NIOCore
import Secrets
import UseCases

/// Errors become pages here: a sentence, what to do, and the right status. It stands before and after `VisitFinder`, so
/// that even a fault there has its page, and any other's shows who is signed in.
struct FaultPages: RouterMiddleware {
    let desk: PageDesk
    let cookie: SessionCookie

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch WebFault.signInNeeded {
            return EndedSession(request).answer
        } catch WebFault.passwordChangeNeeded {
            return .redirect(to: "/compte/mot-de-passe", type: .normal)
        } catch WebFault.secondFactorNeeded {
            return .redirect(to: "/compte/second-facteur", type: .normal)
        } catch let fault as WebFault {
            return try page(fault.page, request, context)
        } catch let refused as Refused {
            var fault = FaultPage(refused)
            let isFilter = refused.findings.contains { $0.code == FormFinding.filterRefused.rawValue }
            if isFilter, request.method == .get { fault.unfiltered = request.uri.path }
            return try page(fault, request, context).retrying(refused)
        } catch let busy as PasswordDeskBusy {
            var response = try page(.busy, request, context)
            response.headers[.retryAfter] = String(busy.afterSeconds)
            return response
        } catch let error as HTTPError {
            let fault = error.status == .notFound ? WebFault.notFound.page : FaultPage(error.status)
            return try page(fault, request, context)
        } catch is NIOTooManyBytesError {
            return try page(FaultPage(.contentTooLarge), request, context)
        } catch {
            context.logger.error("internal", metadata: ["error": "\(type(of: error))"])
            context.logger.debug("internal", metadata: ["error": "\(error)"])
            return try page(.internal, request, context)
        }
    }

    private func page(_ page: FaultPage, _ request: Request, _ context: WebContext) throws -> Response {
        let token = cookie.value(in: request).map(SessionCookie.formToken) ?? ""
        return try desk.page(
            page, .fault, for: context.visit, formToken: token, unread: context.unread,
            status: page.status)
    }
}
