import Hummingbird
import Kernel
import UseCases

/// `/compte/webhooks`: the addresses that are called for one's account.
enum WebhookPages {
    static let path = "/compte/webhooks"
    static let templates = [WebhooksPage.template, WebhookPage.template]

    static let endpoints = [
        Endpoint(.get, path, .may(.webhookManage)) { try await list($0) },
        Endpoint(.post, path, .may(.webhookManage), add),
        Endpoint(.get, path + "/:id", .may(.webhookManage)) { try await one($0) },
        Endpoint(.post, path + "/:id/essai", .may(.webhookManage)) { call in
            try await change(call, "webhookPinged") { _ = try await PingWebhook($0).perform($1) }
        },
        Endpoint(.post, path + "/:id/pause", .may(.webhookManage)) { call in
            try await change(call, "webhookSuspended") { _ = try await PauseWebhook($0, .suspend).perform($1) }
        },
        Endpoint(.post, path + "/:id/reprise", .may(.webhookManage)) { call in
            try await change(call, "webhookResumed") { _ = try await PauseWebhook($0, .resume).perform($1) }
        },
        Endpoint(.post, path + "/:id/secret", .may(.webhookManage), rotate),
        Endpoint(.post, path + "/:id/retrait", .may(.webhookManage), remove),
        Endpoint(.post, path + "/:id/envois", .may(.webhookManage), replay),
    ]

    private static let deliveriesAPage = 50

    private static func id(_ call: Call) throws -> Int64 {
        guard let id = Int64(try call.part("id")) else { throw WebFault.notFound }
        return id
    }

    private static func list(
        _ call: Call, status: HTTPResponse.Status = .ok, _ change: (inout WebhooksPage) -> Void = { _ in }
    ) async throws -> Response {
        let context = try call.useCase()
        var page = WebhooksPage(try await ListWebhooks().perform(context), for: context.actor)
        page.notices = call.doneNotices
        change(&page)
        return try call.page(page, .account, status: status)
    }

    /// The secret is shown in the answer to the form itself, and never again.
    private static func add(_ call: Call) async throws -> Response {
        let form = try await call.form()
        let (address, kinds) = (try form.require("address"), form.values("kind"))
        do {
            let made = try await AddWebhook(address, kinds: kinds).perform(call.useCase(), call.installation)
            return try await list(call) { $0.secret = made.secret }
        } catch let refused as Refused where Refusal.staysOnPage(refused.findings) {
            return try await list(call, status: Refusal.status(of: refused.findings)) { page in
                (page.notices, page.isRefused) = (refused.findings.map { Notice($0) }, true)
                page.address = address
                page.choose(kinds)
            }
        }
    }

    private static func one(
        _ call: Call, status: HTTPResponse.Status = .ok, _ change: (inout WebhookPage) -> Void = { _ in }
    ) async throws -> Response {
        let (id, context) = (try id(call), try call.useCase())
        let webhook = try await FindWebhook(id).perform(context)
        let deliveries = try await ListWebhookDeliveries(
            of: id, before: call.query("avant"), limit: deliveriesAPage
        ).perform(context)
        var page = WebhookPage(webhook, deliveries.lines, LocalTime(context.actor.ownDepartment), next: deliveries.next)
        page.notices = call.doneNotices
        change(&page)
        return try call.page(page, .account, status: status)
    }

    private static func change(
        _ call: Call, _ done: String, _ body: (Int64, Context) async throws -> Void
    ) async throws -> Response {
        _ = try await call.form()
        let id = try id(call)
        return try await call.act(done, then: "\(path)/\(id)") { refused in
            try await one(call, status: Refusal.status(of: refused.findings)) { page in
                (page.notices, page.isRefused) = (refused.findings.map { Notice($0) }, true)
            }
        } _: {
            try await body(id, call.useCase())
        }
    }

    private static func rotate(_ call: Call) async throws -> Response {
        _ = try await call.form()
        let made = try await RotateWebhookSecret(id(call)).perform(call.useCase(), call.installation)
        return try await one(call) { $0.secret = made.secret }
    }

    private static func remove(_ call: Call) async throws -> Response {
        _ = try await call.form()
        _ = try await RemoveWebhook(id(call)).perform(call.useCase())
        return call.seeOther("\(path)?fait=webhookRemoved")
    }

    private static func replay(_ call: Call) async throws -> Response {
        let form = try await call.form()
        let (id, delivery) = (try id(call), try form.require("envoi"))
        return try await call.act("webhookReplayed", then: "\(path)/\(id)") { refused in
            try await one(call, status: Refusal.status(of: refused.findings)) { page in
                (page.notices, page.isRefused) = (refused.findings.map { Notice($0) }, true)
            }
        } _: {
            _ = try await ReplayWebhookDelivery(delivery, of: id).perform(call.useCase())
        }
    }
}
