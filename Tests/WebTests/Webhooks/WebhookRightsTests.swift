import Foundation
import Hummingbird
import Kernel
import Register
import Store
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("Issue 3 §4: whom webhooks tell") struct WebhookRightsTests {
    /// The veterinarian's account is tied to the herd's health veterinarian.
    private func veterinarian(_ scene: WebScene) async throws {
        try await scene.installation.database.write { connection in
            let fixture = Fixture(connection, from: 5000)
            let veterinarian = try fixture.veterinarian()
            let herd = try connection.int("SELECT id FROM herd LIMIT 1")
            try fixture.designate(veterinarian, for: herd)
            try connection.execute(
                "UPDATE user_account SET veterinarian_id = ? WHERE login = 'veterinarian'", [.int(veterinarian)])
        }
    }

    @Test(
        "a veterinarian hears of the herds whose relation stands when the call is made, not when the event was written",
        arguments: Engine.allCases)
    func relationEnds(_ engine: Engine) async throws {
        try await WebhookScene.run(engine) { scene in
            try await veterinarian(scene.web)
            let program = try await scene.web.program(.veterinarian)
            let webhook = try await scene.add(program)
            try await scene.results("R1")
            try await scene.work()
            #expect(try await scene.calls().count == 1)
            scene.web.clock.advance(1)
            try await scene.results("R2")
            try await scene.web.installation.database.write { connection in
                try connection.execute("UPDATE herd_veterinarian SET until = '2021-02-01'")
            }
            try await scene.work()
            #expect(try await scene.calls().count == 1)
            let delivery = try #require(try await scene.deliveries(program, webhook).first)
            #expect(delivery["state"] as? String == "dropped" && delivery["lastFault"] as? String == "out-of-reach")
            // What is written after the end is not even written down for it.
            try await scene.results("R3")
            #expect(try await scene.deliveries(program, webhook).count == 2)
        }
    }

    @Test("another department, a disabled account, a revoked client hear nothing")
    func others() async throws {
        try await WebhookScene.run(.sqlite) { scene in
            let program = try await scene.web.program(.inspector)
            let webhook = try await scene.add(program)
            // By a client: it ends with it.
            let client = try await scene.web.credential(.client, .authority)
            let token = try await IssueAccessToken(
                client: IssueAccessToken.clientID(client.id), secret: client.secret
            ).perform(on: scene.web.installation)
            let ofClient = try await scene.add(APIProgram(client: scene.web.client, token: token))
            try await scene.results("R1")
            try await scene.web.installation.database.write { connection in
                try connection.execute("UPDATE user_account SET department = '99' WHERE login = 'inspector'")
                try connection.revokeAPICredential(client.id, at: testTime)
            }
            try await scene.work()
            #expect(try await scene.calls().isEmpty)
            let faults = try await scene.web.installation.database.read { connection in
                try [webhook, ofClient].map {
                    try connection.webhookDeliveries(of: Int64($0), before: nil, limit: 1).first?.lastFault
                }
            }
            #expect(faults == ["out-of-reach", "client-ended"])
        }
    }

    @Test("a laboratory hears of its own files only")
    func laboratory() async throws {
        try await WebhookScene.run(.sqlite) { scene in
            let program = try await scene.web.program(.laboratory)
            _ = try await scene.add(program, ["file.judged"])
            // Sent by the authority in the name of a laboratory that the account does not belong to.
            try await scene.results("R1")
            try await scene.work()
            #expect(try await scene.calls().isEmpty)
            try await scene.web.installation.database.write { connection in
                let id = try connection.int("SELECT id FROM organisation WHERE code = 'LDA99'")
                try connection.attachAccount(Role.laboratory.rawValue, to: id)
            }
            scene.web.clock.advance(BearerDesk.trustedSeconds)
            try await scene.results("R2")
            try await scene.work()
            let call = try #require(try await scene.calls().first)
            let link = try #require(call.body.events.first?.link)
            #expect(link.hasSuffix("/acknowledgement"))
            #expect(try await program.get(String(link.dropFirst(28))).status == .ok)
            // Nothing that its role is never told.
            let body = #"{"address":"https://labo.example/","kinds":["results.received"]}"#
            let refused = try await program.post("/webhooks", key: "k", "application/json", body)
            #expect(refused.status == .unprocessableContent)
            #expect(try refused.code == "webhook-kind-refused")
        }
    }

    @Test("somebody else's webhook answers like one that is not there", arguments: Engine.allCases)
    func foreign(_ engine: Engine) async throws {
        try await WebhookScene.run(engine) { scene in
            let (mine, other) = (try await scene.web.program(.authority), try await scene.web.program(.inspector))
            let webhook = try await scene.add(mine)
            _ = try await scene.post(mine, "/webhooks/\(webhook)/ping")
            let delivery = try #require(try await scene.deliveries(mine, webhook).first?["id"] as? String)
            #expect(try await other.get("/webhooks").items.isEmpty)
            for path in ["/webhooks/\(webhook)", "/webhooks/\(webhook)/deliveries"] {
                #expect(try await other.get(path).status == .notFound)
            }
            for path in ["ping", "secret", "deliveries/\(delivery)/replay"] {
                #expect(try await scene.post(other, "/webhooks/\(webhook)/\(path)").status == .notFound)
            }
            let removal = try await other.send(.delete, "/api/v1/webhooks/\(webhook)", ["Idempotency-Key": "k"])
            #expect(removal.status == .notFound)
            #expect(try await scene.web.program(.administrator).get("/webhooks").status == .forbidden)
            #expect(try await mine.send(.delete, "/api/v1/webhooks/\(webhook)", ["Idempotency-Key": "k"]).status == .ok)
            #expect(try await mine.get("/webhooks/\(webhook)").status == .notFound)
            try await scene.work()
            #expect(try await scene.calls().isEmpty)
        }
    }

    private static let addresses: [(String, String)] = [
        ("http://cabinet.example/", "webhook-address-insecure"), ("https://10.0.0.1/", "webhook-address-forbidden"),
        ("https://169.254.169.254/", "webhook-address-forbidden"), ("pas une adresse", "webhook-address-malformed"),
    ]

    @Test("an address of a private network or without TLS is refused when it is added", arguments: addresses)
    func refused(_ address: String, _ code: String) async throws {
        try await WebScene.run(.sqlite) { scene in
            let body = #"{"address":"\#(address)","kinds":["document.issued"]}"#
            let answer = try await scene.program(.authority).post("/webhooks", key: "k", "application/json", body)
            #expect(answer.status == .unprocessableContent)
            #expect(try answer.code == code)
        }
    }

    @Test("an address that means a private network when the call is made is not called")
    func rebound() async throws {
        try await WebhookScene.run(.sqlite) { scene in
            let program = try await scene.web.program(.authority)
            let webhook = try await scene.add(program)
            _ = try await scene.post(program, "/webhooks/\(webhook)/ping")
            // The configuration no longer lets this machine be called: as a name that means something else now.
            var installation = scene.web.installation
            installation.webhooks.allowed = []
            _ = try await Worker(installation, WorkerSettings(name: "essai"), stop: StopSign()).runDue()
            #expect(try await scene.calls().isEmpty)
            #expect(try await scene.deliveries(program, webhook).first?["lastFault"] as? String == "forbidden")
        }
    }

    @Test("the delivery of a worker that is killed is made by another: at least once, under the same name")
    func killed() async throws {
        try await WebhookScene.run(.sqlite) { scene in
            let program = try await scene.web.program(.authority)
            let webhook = try await scene.add(program)
            _ = try await scene.post(program, "/webhooks/\(webhook)/ping")
            try await scene.work("tué")
            #expect(try await scene.calls().count == 1)
            // Killed between its call and the note of it: the job is claimed, and nobody renews the lease.
            try await scene.web.installation.database.write { connection in
                try connection.execute("UPDATE webhook_delivery SET state = 'waiting', attempts = 0")
                try connection.execute(
                    """
                    UPDATE job SET state = 'running', claimed_by = 'tué', lease_until = due_at + 60, outcome = NULL,
                        finished_at = NULL WHERE kind = 'webhook-delivery'
                    """)
            }
            scene.web.clock.advance(600)
            try await scene.work("autre")
            #expect(try await scene.calls().count == 2)
            #expect(Set(try await scene.calls().map(\.id)).count == 1)
            #expect(try await scene.deliveries(program, webhook).first?["state"] as? String == "sent")
        }
    }
}
