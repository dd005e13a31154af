import Kernel
import Outgoing
import Register
import Store

/// One delivery on its way. Whom it may tell what is asked now, whatever it was when it was written.
package struct WebhookWork: HouseWork {
    package static let kind = JobKind.webhookDelivery
    package let delivery: String

    package init(delivery: String) { self.delivery = delivery }

    /// Everything that a call needs; why there is none to make.
    private enum Plan: Sendable {
        case over
        case rest(Int)
        case drop(String)
        case call(WebhookRow, WebhookDeliveryRow, [WebhookEventRow])
    }

    package func run(in house: Installation) async throws -> JobReport {
        switch try await plan(house) {
        case .over: return JobReport()
        case .rest(let seconds): throw JobLater(seconds: seconds)
        case .drop(let fault): return try await end(.dropped, fault, house)
        case .call(let webhook, let delivery, let events):
            let now = house.clock()
            guard let secrets = WebhookSecret.signing(webhook, try house.keys.keys(at: now), at: now) else {
                return try await end(.failed, "secret-lost", house)
            }
            let outcome = await call(webhook, delivery, events, secrets, house)
            return try await settle(outcome, webhook, delivery, house)
        }
    }

    private func plan(_ house: Installation) async throws -> Plan {
        let (name, now, today) = (delivery, house.clock(), house.today())
        return try await house.database.read { connection in
            guard let delivery = try connection.webhookDelivery(name), delivery.state == .waiting,
                let webhook = try connection.webhook(delivery.webhook)
            else { return .over }
            guard webhook.state == .active else { return .drop("webhook-ended") }
            guard let account = try connection.account(login: webhook.login), !account.isDisabled else {
                return .drop("account-ended")
            }
            if let id = webhook.credential {
                guard let credential = try connection.apiCredential(id), credential.accepts(.client, on: today) else {
                    return .drop("client-ended")
                }
            }
            if let rest = webhook.restingUntil, now < rest { return .rest(rest - now) }
            let actor = Accounts.actor(account)
            let events = try connection.webhookEvents(of: name).filter {
                try connection.mayHear(actor, $0, on: Reach(actor.scope, on: today))
            }
            return events.isEmpty ? .drop("out-of-reach") : .call(webhook, delivery, events)
        }
    }

    private func call(
        _ webhook: WebhookRow, _ delivery: WebhookDeliveryRow, _ events: [WebhookEventRow], _ secrets: [[UInt8]],
        _ house: Installation
    ) async -> Result<OutgoingAnswer, OutgoingFault> {
        do {
            let body = try CanonicalJSON.encode(WebhookBody(delivery, events, root: house.audience))
            let headers =
                [("Content-Type", "application/json"), ("User-Agent", "Vigie")]
                + WebhookSignature.headers(of: body, id: delivery.id, at: house.clock(), secrets: secrets)
            let allowance = house.webhooks.allowance
            let destination = try Destination(webhook.address, allowance)
            var call = OutgoingCall(destination, headers: headers, body: body)
            call.authorities = house.webhooks.authorities
            return .success(try await call.send(allowance))
        } catch let fault as OutgoingFault {
            return .failure(fault)
        } catch {
            // The configuration has changed since the address was taken.
            return .failure(.forbidden)
        }
    }

    private func settle(
        _ outcome: Result<OutgoingAnswer, OutgoingFault>, _ webhook: WebhookRow, _ before: WebhookDeliveryRow,
        _ house: Installation
    ) async throws -> JobReport {
        var delivery = before
        delivery.attempts += 1
        delivery.lastAt = house.now
        (delivery.lastStatus, delivery.lastFault) = (nil, nil)
        var wanted: Int?
        switch outcome {
        case .success(let answer):
            delivery.lastStatus = answer.status
            wanted = [429, 503].contains(answer.status) ? answer.retryAfter : nil
            if (200..<300).contains(answer.status) { return try await finish(delivery, .sent, webhook, house) }
            if answer.status == 410 { return try await gone(delivery, webhook, house) }
        case .failure(let fault): delivery.lastFault = fault.rawValue
        }
        let pause = max(WebhookRules.pauseSeconds(afterFailure: webhook.failures + 1), min(wanted ?? 0, 21_600))
        let now = house.clock()
        let isOver =
            delivery.attempts >= WebhookRules.mostAttempts || now - delivery.begunAt >= WebhookRules.longestSeconds
        delivery.state = isOver ? .failed : .waiting
        let noted = delivery
        try await house.database.write { connection in
            try connection.note(noted)
            try connection.restWebhook(webhook.id, until: now + pause)
        }
        if !isOver { throw JobLater(seconds: pause) }
        return report(noted)
    }

    private func finish(
        _ delivery: WebhookDeliveryRow, _ state: WebhookDeliveryRow.State, _ webhook: WebhookRow, _ house: Installation
    ) async throws -> JobReport {
        var delivery = delivery
        delivery.state = state
        let noted = delivery
        try await house.database.write { connection in
            try connection.note(noted)
            try connection.wakeWebhook(webhook.id)
        }
        return report(noted)
    }

    /// The receiver says that nobody is there any more, and never will be (410).
    private func gone(
        _ delivery: WebhookDeliveryRow, _ webhook: WebhookRow, _ house: Installation
    ) async throws -> JobReport {
        var delivery = delivery
        (delivery.state, delivery.lastFault) = (.failed, "gone")
        let actor = try await Accounts.actor(login: webhook.login, in: house.database)
        let entry = house.context(for: actor).webhookEntry(try await house.database.id(), webhook.id, "gone")
        let noted = delivery
        try await house.database.write { connection in
            try connection.note(noted)
            try connection.setWebhook(webhook.id, .disabled, reason: "gone")
            try connection.audit(entry)
        }
        return report(noted)
    }

    private func end(
        _ state: WebhookDeliveryRow.State, _ fault: String, _ house: Installation
    ) async throws -> JobReport {
        let (name, now) = (delivery, house.now)
        let ended = try await house.database.write { connection -> WebhookDeliveryRow? in
            guard var delivery = try connection.webhookDelivery(name) else { return nil }
            (delivery.state, delivery.lastAt, delivery.lastFault) = (state, now, fault)
            try connection.note(delivery)
            return delivery
        }
        return ended.map(report) ?? JobReport()
    }

    private func report(_ delivery: WebhookDeliveryRow) -> JobReport {
        guard delivery.state != .sent else { return JobReport() }
        let facts: KeyValuePairs = [
            "delivery": delivery.id, "fault": delivery.lastFault ?? delivery.lastStatus.map(String.init) ?? "",
        ]
        let finding = Finding(WebhookFinding.givenUp, .warning, facts)
        return JobReport(counts: [:], findings: [finding], hasRefusals: true)
    }
}
