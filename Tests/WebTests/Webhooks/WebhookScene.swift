import Foundation
import Register
import TestSupport
import Testing
import UseCases

@testable import Web

/// A Vigie with a campaign, whose worker calls a receiver that nobody here wrote the checks of.
struct WebhookScene: Sendable {
    let web: WebScene
    let receiver: HookReceiver

    var address: String { receiver.address }

    static func run(
        _ engine: Engine, _ certificate: HookReceiver.Certificate? = nil,
        _ body: @escaping @Sendable (WebhookScene) async throws -> Void
    ) async throws {
        try await HookReceiver.run(certificate) { receiver in
            try await WebScene.withCampaign(engine) { scene in
                try await body(WebhookScene(web: scene, receiver: receiver))
            }
        }
    }

    /// Runs what is due.
    @discardableResult
    func work(_ name: String = "essai") async throws -> Int {
        var installation = web.installation
        installation.webhooks.authorities = receiver.authority
        return try await Worker(installation, WorkerSettings(name: name), stop: StopSign()).runDue()
    }

    func behave(_ fields: [String: Any]) async throws { try await receiver.behave(fields) }
    func calls() async throws -> [HookReceiver.Call] { try await receiver.calls() }

    /// Adds a webhook through the API, and tells the receiver its secret.
    func add(_ program: APIProgram, _ kinds: [String] = ["results.received"]) async throws -> Int {
        let body = try JSONSerialization.data(withJSONObject: ["address": address, "kinds": kinds])
        let answer = try await program.post(
            "/webhooks", key: UUID().uuidString, "application/json", String(decoding: body, as: UTF8.self))
        #expect(answer.status == .created, Comment(rawValue: answer.text))
        try await behave(["secret": try #require(try answer.json["secret"] as? String)])
        let webhook = try #require(try answer.json["webhook"] as? [String: Any])
        return try #require(webhook["id"] as? Int)
    }

    func post(_ program: APIProgram, _ path: String) async throws -> APIProgram.Answer {
        try await program.send(.post, "/api/v1" + path, ["Idempotency-Key": UUID().uuidString])
    }

    func deliveries(_ program: APIProgram, _ webhook: Int) async throws -> [[String: Any]] {
        try await program.get("/webhooks/\(webhook)/deliveries").items
    }

    /// A result for the campaign's intervention: something to tell.
    func results(_ reference: String = "R1", interpretation: String = "NEG") async throws {
        let report = """
            <?xml version="1.0" encoding="UTF-8"?>
            <analysis-report xmlns="urn:vigie:analysis-report:1" version="1">
            <envelope sender="LDA99" recipient="63" created-on="2021-02-10" reference="\(reference)"/>
            <request intervention="\(WebScene.number)">
            <sample number="S-\(reference)" animal="FR9900000001" sampled-on="2021-02-01">\
            <result disease="BRU" method="EAT" matrix="blood" interpretation="\(interpretation)" \
            analysed-on="2021-02-05"/></sample></request></analysis-report>
            """
        let context = web.context(.authority)
        let outcome = try await ReceiveResults(.blood, Array(report.utf8), department: "63", fictitious: true)
            .perform(context)
        #expect(outcome.run.acceptedCount == 1, "\(outcome.findings)")
    }
}
