import Hummingbird
import Kernel
import Secrets
import UseCases

/// Errors become pages here, once: a sentence, what to do, and the right status.
struct FaultPages: RouterMiddleware {
    let desk: PageDesk

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch WebFault.signInNeeded {
            let target = request.method == .get ? request.uri.description : "/"
            return .redirect(to: "/connexion?retour=\(target.formEncoded)", type: .normal)
        } catch WebFault.passwordChangeNeeded {
            return .redirect(to: "/compte/mot-de-passe", type: .normal)
        } catch WebFault.secondFactorNeeded {
            return .redirect(to: "/compte/second-facteur", type: .normal)
        } catch let fault as WebFault {
            return try page(fault.page, context)
        } catch let refused as Refused {
            return try page(FaultPage(refused), context)
        } catch let busy as PasswordDeskBusy {
            var response = try page(.busy, context)
            response.headers[.retryAfter] = String(busy.afterSeconds)
            return response
        } catch let error as HTTPError {
            return try page(error.status == .notFound ? WebFault.notFound.page : FaultPage(error.status), context)
        } catch {
            context.logger.error("internal", metadata: ["error": "\(type(of: error))"])
            context.logger.debug("internal", metadata: ["error": "\(error)"])
            return try page(.internal, context)
        }
    }

    private func page(_ page: FaultPage, _ context: WebContext) throws -> Response {
        try desk.page(page, .fault, for: context.visit, formToken: "", status: page.status)
    }
}
