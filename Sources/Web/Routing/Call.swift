import Hummingbird
import Kernel
import Register
import UseCases

/// One request on its way to its answer: what was asked, by whom, and what is needed to answer.
struct Call: Sendable {
    let request: Request
    let context: WebContext
    let installation: Installation
    let desk: PageDesk
    let configuration: WebConfiguration
    let endpoint: Endpoint

    var cookie: SessionCookie { SessionCookie(configuration) }

    /// Who asks.
    /// - Throws: `WebFault.signInNeeded`.
    var visit: Sessions.Visit {
        get throws {
            guard let visit = context.visit else { throw WebFault.signInNeeded }
            return visit
        }
    }

    /// The world as a use case sees it, for who asks, on the civil date of a department.
    func useCase(in department: String? = nil) throws -> Context {
        installation.context(for: try visit.actor, department: department)
    }

    /// A part of the path.
    /// - Throws: `WebFault.notFound`.
    func part(_ name: String) throws -> String {
        guard let value = context.parameters.get(name)?.percentDecoded() else { throw WebFault.notFound }
        return value
    }

    /// The first value of a parameter in the address, decoded; nil when it is absent, empty or cannot be decoded.
    func query(_ name: String) -> String? {
        Form(urlEncoded: request.uri.query ?? "")?.value(name).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The page, with the token for its forms.
    func page<Model: PageModel>(
        _ model: Model, _ place: Place, status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let token = cookie.value(in: request).map(SessionCookie.formToken) ?? ""
        return try desk.page(
            model, place, for: context.visit, formToken: token, unread: context.unread, status: status)
    }

    /// After a form: the browser asks anew, so that going back or reloading sends nothing twice.
    func seeOther(_ path: String) -> Response { .redirect(to: path, type: .normal) }
}
