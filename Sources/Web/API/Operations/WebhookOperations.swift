import HTTPTypes
import Kernel
import UseCases

/// Addresses that want to be called, and what became of the calls.
enum WebhookOperations {
    static let all = [
        Operation(
            id: "listWebhooks", method: .get, path: root, access: access,
            success: .json(Schemas.page(.named("Webhook")))
        ) { call in
            APIAnswer(JSON.page(try await ListWebhooks().perform(call.useCase()).map(json)))
        },
        Operation(
            id: "addWebhook", method: .post, path: root, access: access,
            body: .init(mediaType: "application/json", schema: .named("NewWebhook"), most: 10_000),
            success: .json(.named("WebhookSecret"), .created), isWrite: true, answer: add),
        Operation(
            id: "getWebhook", method: .get, path: one, access: access, parameters: [webhook],
            success: .json(.named("Webhook"))
        ) { call in
            APIAnswer(json(try await FindWebhook(id(call)).perform(call.useCase())))
        },
        Operation(
            id: "removeWebhook", method: .delete, path: one, access: access, parameters: [webhook],
            success: .json(.named("Webhook")), isWrite: true
        ) { call in
            APIAnswer(json(try await RemoveWebhook(id(call)).perform(call.useCase())))
        },
        Operation(
            id: "rotateWebhookSecret", method: .post, path: one + "/secret", access: access, parameters: [webhook],
            success: .json(.named("WebhookSecret"), .created), isWrite: true
        ) { call in
            var rotation = RotateWebhookSecret(try id(call))
            if let key = call.key { rotation.alongside = { try key.store(kept($1), in: $0) } }
            return answer(try await rotation.perform(call.useCase(), call.installation))
        },
        Operation(
            id: "suspendWebhook", method: .post, path: one + "/suspend", access: access, parameters: [webhook],
            success: .json(.named("Webhook")), isWrite: true
        ) { call in
            APIAnswer(json(try await PauseWebhook(id(call), .suspend).perform(call.useCase())))
        },
        Operation(
            id: "resumeWebhook", method: .post, path: one + "/resume", access: access, parameters: [webhook],
            success: .json(.named("Webhook")), isWrite: true
        ) { call in
            APIAnswer(json(try await PauseWebhook(id(call), .resume).perform(call.useCase())))
        },
        Operation(
            id: "pingWebhook", method: .post, path: one + "/ping", access: access, parameters: [webhook],
            success: .json(.named("WebhookDelivery"), .created), isWrite: true
        ) { call in
            APIAnswer(json(try await PingWebhook(id(call)).perform(call.useCase())), .created)
        },
        Operation(
            id: "listWebhookDeliveries", method: .get, path: one + "/deliveries", access: access,
            parameters: [webhook, Schemas.limit(), Schemas.cursorParameter],
            success: .json(Schemas.page(.named("WebhookDelivery"))), answer: deliveries),
        Operation(
            id: "replayWebhookDelivery", method: .post, path: one + "/deliveries/{delivery}/replay", access: access,
            parameters: [webhook, .path("delivery", delivery)], success: .json(.named("WebhookDelivery"), .created),
            isWrite: true
        ) { call in
            let again = try await ReplayWebhookDelivery(call.text("delivery"), of: id(call)).perform(call.useCase())
            return APIAnswer(json(again), .created)
        },
    ]

    private static let root = "/webhooks"
    private static let one = root + "/{webhook}"
    private static let access = Access.may(.webhookManage)
    private static let webhook = Operation.Parameter.path("webhook", Schemas.id)
    private static let delivery = Schema.pattern(
        "^dlv_[0-9a-f]{8}[A-Za-z0-9_-]{16}$", "dlv_602a3c80Zm9vYmFyYmF6cXV4"
    ) { text in
        let bytes = text.utf8
        return bytes.count == 28 && text.hasPrefix("dlv_")
            && bytes.dropFirst(4).prefix(8).allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
            && bytes.dropFirst(12).allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
                    || byte == 0x2d || byte == 0x5f
            }
    }

    private static func id(_ call: APICall) throws -> Int64 { Int64(try call.number("webhook")) }

    private struct NewWebhookBody: Decodable {
        let address: String
        let kinds: [String]
    }

    private static func add(_ call: APICall) async throws -> APIAnswer {
        let body = try CanonicalJSON.decode(NewWebhookBody.self, from: call.body)
        var addition = AddWebhook(body.address, kinds: body.kinds, credential: call.bearer.credential)
        if let key = call.key { addition.alongside = { try key.store(kept($1), in: $0) } }
        let made = try await addition.perform(call.useCase(), call.installation)
        var answer = answer(made)
        answer.headers.append((.location, "\(APIDesk.root)\(root)/\(made.webhook.id)"))
        return answer
    }

    private static func deliveries(_ call: APICall) async throws -> APIAnswer {
        let before = try Cursor.place(call.optional("cursor"), delivery.accepts)
        let page = try await ListWebhookDeliveries(of: id(call), before: before, limit: call.number("limit"))
            .perform(call.useCase())
        return APIAnswer(JSON.page(page.lines.map(json), next: page.next))
    }

    /// What is stored in the transaction of the work: a server that is killed has done both or neither.
    private static func kept(_ webhook: WebhookRow) -> StoredAnswer {
        APIAnswer(shown(webhook, secret: nil), .created).stored
    }

    private static func shown(_ webhook: WebhookRow, secret: String?) -> JSON {
        .object([("webhook", json(webhook)), ("secret", JSON(secret))])
    }

    /// The secret is in the answer, and nowhere else: asked again under the same key, it is left out.
    private static func answer(_ made: NewWebhook) -> APIAnswer {
        var answer = APIAnswer(shown(made.webhook, secret: made.secret), .created)
        answer.bytesKept = shown(made.webhook, secret: nil).bytes
        return answer
    }

    private static func json(_ webhook: WebhookRow) -> JSON {
        .object([
            ("id", .int(Int(webhook.id))), ("address", .text(webhook.address)),
            ("kinds", .list(webhook.kinds.map(JSON.text))), ("state", .text(webhook.state.rawValue)),
            ("reason", JSON(webhook.reason)), ("failures", .int(webhook.failures)),
            ("createdAt", .text(webhook.createdAt)),
        ])
    }

    private static func json(_ view: WebhookDeliveryView) -> JSON {
        let delivery = view.delivery
        return .object([
            ("id", .text(delivery.id)), ("webhook", .int(Int(delivery.webhook))),
            ("state", .text(delivery.state == .new ? "waiting" : delivery.state.rawValue)),
            ("attempts", .int(delivery.attempts)), ("begunAt", .text(Instant.text(ofSeconds: delivery.begunAt))),
            ("lastAt", JSON(delivery.lastAt)), ("lastStatus", JSON(delivery.lastStatus)),
            ("lastFault", JSON(delivery.lastFault)),
            (
                "events",
                .list(view.events.map { .object([("id", .text($0.id)), ("kind", .text($0.kind))]) })
            ),
        ])
    }

    static let schemas: [(String, Schema)] = [
        (
            "NewWebhook",
            .object([
                .init("address", .lengths(1...500)),
                .init("kinds", .list(.codes(WebhookKind.offered.map(\.rawValue)), most: 10)),
            ])
        ),
        (
            "Webhook",
            .object([
                .init("id", Schemas.id), .init("address", .string), .init("kinds", .list(.string)),
                .init("state", .codes(WebhookRow.State.self)), .init("reason", .nullable(.string)),
                .init("failures", Schemas.count), .init("createdAt", Schemas.instant),
            ])
        ),
        (
            "WebhookSecret",
            .object([.init("webhook", .named("Webhook")), .init("secret", .nullable(.string))])
        ),
        (
            "WebhookDelivery",
            .object([
                .init("id", delivery), .init("webhook", Schemas.id),
                .init("state", .codes(["waiting", "sent", "failed", "dropped"])), .init("attempts", Schemas.count),
                .init("begunAt", Schemas.instant), .init("lastAt", .nullable(Schemas.instant)),
                .init("lastStatus", .nullable(.integer(100...999))), .init("lastFault", .nullable(.string)),
                .init("events", .list(.object([.init("id", .string), .init("kind", .codes(WebhookKind.self))]))),
            ])
        ),
    ]
}
