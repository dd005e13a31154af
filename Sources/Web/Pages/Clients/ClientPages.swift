import Hummingbird
import Kernel
import UseCases

/// `/administration/programmes`: the clients and tokens of all accounts. Secrets are shown once.
enum ClientPages {
    static let path = "/administration/programmes"

    static let endpoints = [
        Endpoint(.get, path, .may(.accountAdd)) { try await page($0) },
        Endpoint(.post, path, .may(.accountAdd), provesAnewFor: path, create),
        Endpoint(.post, path + "/:id/secret", .may(.accountAdd), provesAnewFor: path, rotate),
        Endpoint(.post, path + "/:id/revocation", .may(.accountAdd), revoke),
    ]

    private static func create(_ call: Call) async throws -> Response {
        let form = try await call.form()
        let (login, name, days) = (try form.require("login"), try form.require("name"), try form.require("days"))
        do {
            // A number that is none is refused as one out of its limits.
            let limit = days.isEmpty ? nil : Int(days) ?? 0
            let made = try await CreateCredential(.client, of: login, name: name, days: limit)
                .perform(call.useCase())
            return try await page(call) { $0.show(made) }
        } catch let refused as Refused where Refusal.staysOnPage(refused.findings) {
            return try await page(call, status: Refusal.status(of: refused.findings)) { page in
                (page.notices, page.isRefused) = (refused.findings.map { Notice($0) }, true)
                (page.login, page.name, page.days) = (login, name, days)
            }
        }
    }

    private static func rotate(_ call: Call) async throws -> Response {
        _ = try await call.form()
        let made = try await RotateClientSecret(id(call)).perform(call.useCase())
        call.installation.bearers.forget()
        return try await page(call) { $0.show(made) }
    }

    private static func revoke(_ call: Call) async throws -> Response {
        _ = try await call.form()
        try await RevokeCredential(id(call)).perform(call.useCase())
        call.installation.bearers.forget()
        return call.seeOther("\(path)?fait=clientRevoked")
    }

    private static func id(_ call: Call) throws -> Int64 {
        guard let id = Int64(try call.part("id")) else { throw WebFault.notFound }
        return id
    }

    private static func page(
        _ call: Call, status: HTTPResponse.Status = .ok, _ change: (inout ClientsPage) -> Void = { _ in }
    ) async throws -> Response {
        let context = try call.useCase()
        let lines = try await ListCredentials(of: nil).perform(context, access: call.installation.access)
        var page = ClientsPage(lines, today: context.today)
        page.notices = call.doneNotices
        change(&page)
        return try call.page(page, .administration, status: status)
    }
}
