import Foundation
import Register
import Store
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("Issue 3 §4: webhooks for changed statuses") struct StatusChangedTests {
    private func recompute(_ scene: WebhookScene) async throws {
        let campaign = CampaignSelector(department: "63", year: 2021)
        _ = try await RecomputeStatus(selector: campaign, extent: .all).perform(scene.web.context(.authority))
    }

    private func events(_ scene: WebhookScene) async throws -> Int {
        try await scene.web.installation.database.read { try $0.count("SELECT count(*) FROM webhook_event") }
    }

    @Test(
        "an intervention of which statuses change is told once, however many; computed again it is not",
        arguments: Engine.allCases)
    func told(_ engine: Engine) async throws {
        try await WebhookScene.run(engine) { scene in
            let program = try await scene.web.program(.authority)
            _ = try await scene.add(program, ["status.changed"])
            // The first computation of all is no change.
            try await recompute(scene)
            #expect(try await events(scene) == 0)
            try await scene.results("R1", interpretation: "POS")
            try await scene.work()
            let call = try #require(try await scene.calls().first)
            #expect(call.signed && call.body.events.count == 1)
            let event = try #require(call.body.events.first)
            #expect(event.kind == "status.changed" && event.intervention == WebScene.number)
            #expect(event.fields == ["id", "kind", "at", "department", "intervention", "link"])
            let link = try #require(event.link)
            #expect(try await program.get(String(link.dropFirst(28))).status == .ok)
            try await recompute(scene)
            try await scene.work()
            #expect(try await scene.calls().count == 1)
        }
    }

    @Test(
        "where nobody wants to be told nothing is written; other kinds want nothing of it", arguments: Engine.allCases)
    func nobody(_ engine: Engine) async throws {
        try await WebhookScene.run(engine) { scene in
            try await recompute(scene)
            try await scene.results("R1", interpretation: "POS")
            #expect(try await events(scene) == 0)
            let program = try await scene.web.program(.authority)
            let webhook = try await scene.add(program, ["document.issued"])
            try await scene.results("R2", interpretation: "NEG")
            #expect(try await events(scene) == 0)
            #expect(try await scene.deliveries(program, webhook).isEmpty)
        }
    }

    @Test("a suspended webhook is told nothing of what happens meanwhile; resumed, what happens next")
    func suspended() async throws {
        try await WebhookScene.run(.sqlite) { scene in
            let program = try await scene.web.program(.authority)
            let webhook = try await scene.add(program)
            #expect(try await scene.post(program, "/webhooks/\(webhook)/suspend").status == .ok)
            let found = try await program.get("/webhooks/\(webhook)").json
            #expect(found["state"] as? String == "disabled" && found["reason"] as? String == "suspended")
            try await scene.results("R1")
            #expect(try await scene.post(program, "/webhooks/\(webhook)/ping").status == .unprocessableContent)
            #expect(try await scene.post(program, "/webhooks/\(webhook)/resume").status == .ok)
            #expect(try await scene.post(program, "/webhooks/\(webhook)/resume").status == .ok, "twice is once")
            try await scene.work()
            #expect(try await scene.calls().isEmpty)
            try await scene.results("R2")
            try await scene.work()
            #expect(try await scene.calls().count == 1)
        }
    }

    @Test("a server that dies after it added a webhook has stored its answer: the same request adds no second one")
    func crashed() async throws {
        try await WebhookScene.run(.sqlite) { scene in
            let program = try await scene.web.program(.authority)
            let body = #"{"address":"https://cabinet.example/vigie","kinds":["status.changed"]}"#
            let database = scene.web.installation.database
            // Stands for the death: what would be written after the transaction of the webhook cannot be.
            try await database.write { connection in
                try connection.execute(
                    """
                    CREATE TRIGGER dead BEFORE UPDATE ON request_key WHEN old.status IS NOT NULL
                    BEGIN SELECT RAISE(ABORT, 'dead'); END
                    """)
            }
            let first = try await program.post("/webhooks", key: "k", "application/json", body)
            #expect(first.status == .internalServerError)
            try await database.write { try $0.execute("DROP TRIGGER dead") }
            let again = try await program.post("/webhooks", key: "k", "application/json", body)
            #expect(again.status == .created && again.header("Idempotency-Replayed") == "true")
            #expect(try again.json["secret"] is NSNull, "nobody has seen it, and nobody will")
            let webhook = try #require(try again.json["webhook"] as? [String: Any])
            let items = try await program.get("/webhooks").items
            #expect(items.map { $0["id"] as? Int } == [webhook["id"] as? Int])
            let rotated = try await scene.post(program, "/webhooks/\(items[0]["id"] as? Int ?? 0)/secret")
            #expect((try rotated.json["secret"] as? String)?.hasPrefix("whsec_") == true)
        }
    }
}
