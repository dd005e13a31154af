import Hummingbird
import Kernel
import UseCases

/// `/compte/jetons`
enum TokenPages {
    static let path = "/compte/jetons"

    static let endpoints = [
        Endpoint(.get, path, .may(.apiTokenManage)) { try await page($0) },
        Endpoint(.post, path, .may(.apiTokenManage), provesAnewFor: path, create),
        Endpoint(.post, path + "/:id/revocation", .may(.apiTokenManage), revoke),
    ]

    /// The secret is shown in the answer to the form itself, and never again: no address leads to it.
    private static func create(_ call: Call) async throws -> Response {
        let form = try await call.form()
        let (name, days) = (try form.require("name"), try form.require("days"))
        do {
            let context = try call.useCase()
            let made = try await CreateCredential(
                .token, of: context.actor.login, name: name, days: Int(days) ?? 0
            ).perform(context)
            return try await page(call) { $0.secret = made.secret }
        } catch let refused as Refused {
            let status = Refusal.status(of: refused.findings)
            return try await page(call, status: status) { page in
                page.fault = FaultPage(refused).lines.first
                (page.name, page.days) = (name, days)
            }
        }
    }

    private static func revoke(_ call: Call) async throws -> Response {
        _ = try await call.form()
        guard let id = Int64(try call.part("id")) else { throw WebFault.notFound }
        try await RevokeCredential(id).perform(call.useCase())
        call.installation.bearers.forget()
        return call.seeOther("\(path)?fait=tokenRevoked")
    }

    private static func page(
        _ call: Call, status: HTTPResponse.Status = .ok, _ change: (inout TokensPage) -> Void = { _ in }
    ) async throws -> Response {
        let context = try call.useCase()
        let lines = try await ListCredentials(of: context.actor.login)
            .perform(context, access: call.installation.access)
        var page = TokensPage(lines.reversed().map { TokensPage.Line($0, today: context.today) })
        page.notices = call.doneNotices
        page.hasWebhooks = Policy.allows(.webhookManage, to: context.actor.role)
        change(&page)
        return try call.page(page, .account, status: status)
    }
}
