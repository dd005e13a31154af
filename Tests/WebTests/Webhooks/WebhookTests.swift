import Foundation
import Hummingbird
import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("Issue 3 §4: webhooks") struct WebhookTests {
    @Test(
        "new results are told, signed, with names and links only; the same results again are told no more",
        arguments: Engine.allCases)
    func told(_ engine: Engine) async throws {
        try await WebhookScene.run(engine) { scene in
            let program = try await scene.web.program(.authority)
            let webhook = try await scene.add(program)
            try await scene.results()
            try await scene.work()
            let call = try #require(try await scene.calls().first)
            #expect(call.signed && call.signatures == 1)
            let event = try #require(call.body.events.first)
            #expect(event.kind == "results.received")
            #expect(event.intervention == WebScene.number)
            let link = try #require(event.link)
            #expect(link == "http://127.0.0.1:8080/api/v1/interventions/\(WebScene.number)")
            #expect(event.fields == ["id", "kind", "at", "department", "intervention", "link"])
            #expect(try await program.get(String(link.dropFirst(28))).status == .ok)
            let delivery = try #require(try await scene.deliveries(program, webhook).first)
            #expect(delivery["state"] as? String == "sent" && delivery["lastStatus"] as? Int == 204)
            try await scene.results()
            try await scene.work()
            #expect(try await scene.calls().count == 1)
        }
    }

    @Test("what is told is written in the transaction of what happened: a report that is not stored tells nothing")
    func sameTransaction() async throws {
        try await WebhookScene.run(.sqlite) { scene in
            let program = try await scene.web.program(.authority)
            let webhook = try await scene.add(program)
            struct Cut: Error {}
            try await scene.web.installation.database.write { connection in
                let (campaign, id) = try #require(
                    try connection.first("SELECT campaign_id, id FROM intervention") { ($0.int(0), $0.int(1)) })
                try Fixture(connection, from: 5000).plan(.tuberculosis, .skin, in: campaign, id)
            }
            // `alongside` runs at the end of the report's transaction.
            var context = scene.web.context(.authority)
            context.alongside = { _, _ in throw Cut() }
            let today = context.today
            let input = TuberculinInput(
                intervention: WebScene.number, method: "IDS", injectedOn: Day(year: 2021, month: 2, day: 1) ?? today,
                receivedOn: today)
            let report = AddTuberculinReport(input, department: "63", fictitious: true)
            await #expect(throws: Cut.self) { try await report.perform(context) }
            #expect(try await scene.deliveries(program, webhook).isEmpty)
        }
    }

    @Test(
        "a receiver that fails is tried again, ever later, and given up after twelve attempts"
    )
    func retried() async throws {
        try await WebhookScene.run(.sqlite) { scene in
            let program = try await scene.web.program(.authority)
            let webhook = try await scene.add(program)
            try await scene.behave(["status": 500])
            try await scene.results()
            try await scene.work()
            var pauses: [Int] = []
            while try await scene.deliveries(program, webhook).first?["state"] as? String == "waiting" {
                let row = try await scene.web.installation.database.read { try $0.webhook(Int64(webhook)) }
                let pause = try #require(row?.restingUntil) - scene.web.clock.now
                scene.web.clock.advance(pause - 1)
                try await scene.work()
                #expect(try await scene.calls().count == pauses.count + 1)
                scene.web.clock.advance(1)
                try await scene.work()
                pauses.append(pause)
            }
            #expect(pauses == [30, 60, 120, 240, 480, 960, 1920, 3840, 7680, 15_360, 21_600])
            #expect(try await scene.calls().count == 12)
            #expect(Set(try await scene.calls().map(\.id)).count == 1)
            let delivery = try #require(try await scene.deliveries(program, webhook).first)
            #expect(delivery["state"] as? String == "failed" && delivery["attempts"] as? Int == 12)
            // Asked for anew, it goes out with the same events.
            let events = try await scene.calls().last?.body.events.map(\.id)
            try await scene.behave(["status": 200])
            let id = try #require(delivery["id"] as? String)
            #expect(try await scene.post(program, "/webhooks/\(webhook)/deliveries/\(id)/replay").status == .created)
            scene.web.clock.advance(86_400)
            try await scene.work()
            let last = try #require(try await scene.calls().last)
            #expect(last.id == id && last.body.events.map(\.id) == events)
            #expect(try await scene.deliveries(program, webhook).first?["state"] as? String == "sent")
        }
    }

    @Test("410: nobody is there any more; the webhook is disabled, and the audit says so", arguments: Engine.allCases)
    func gone(_ engine: Engine) async throws {
        try await WebhookScene.run(engine) { scene in
            let program = try await scene.web.program(.authority)
            let webhook = try await scene.add(program)
            try await scene.behave(["status": 410])
            try await scene.results("R1")
            try await scene.results("R2")
            try await scene.work()
            #expect(try await scene.calls().count == 1)
            let found = try await program.get("/webhooks/\(webhook)").json
            #expect(found["state"] as? String == "disabled" && found["reason"] as? String == "gone")
            let states = try await scene.deliveries(program, webhook).compactMap { $0["state"] as? String }
            #expect(states.sorted() == ["dropped", "failed"])
            try await scene.results("R3")
            try await scene.work()
            #expect(try await scene.calls().count == 1)
            #expect(try await scene.post(program, "/webhooks/\(webhook)/ping").status == .unprocessableContent)
            // A new secret wakes it.
            #expect(try await scene.post(program, "/webhooks/\(webhook)/secret").status == .created)
            #expect(try await scene.post(program, "/webhooks/\(webhook)/ping").status == .created)
        }
    }

    @Test("redirects are not followed, and a 3xx is no success")
    func redirects() async throws {
        try await WebhookScene.run(.sqlite) { scene in
            let program = try await scene.web.program(.authority)
            let webhook = try await scene.add(program)
            let target = scene.address.replacing("/hook", with: "/autre")
            try await scene.behave(["status": 302, "headers": ["Location": target]])
            _ = try await scene.post(program, "/webhooks/\(webhook)/ping")
            try await scene.work()
            #expect(try await scene.calls().count == 1)
            let delivery = try #require(try await scene.deliveries(program, webhook).first)
            #expect(delivery["state"] as? String == "waiting" && delivery["lastStatus"] as? Int == 302)
        }
    }

    @Test("a receiver that does not answer in ten seconds is left, and tried again", .timeLimit(.minutes(1)))
    func slow() async throws {
        try await WebhookScene.run(.sqlite) { scene in
            let program = try await scene.web.program(.authority)
            let webhook = try await scene.add(program)
            try await scene.behave(["seconds": 30])
            _ = try await scene.post(program, "/webhooks/\(webhook)/ping")
            try await scene.work()
            let delivery = try #require(try await scene.deliveries(program, webhook).first)
            #expect(delivery["lastFault"] as? String == "timeout" && delivery["attempts"] as? Int == 1)
        }
    }

    @Test("while receivers change over, both secrets sign; a day later only the new one")
    func rotation() async throws {
        try await WebhookScene.run(.sqlite) { scene in
            let program = try await scene.web.program(.authority)
            let webhook = try await scene.add(program)
            let answer = try await scene.post(program, "/webhooks/\(webhook)/secret")
            let secret = try #require(try answer.json["secret"] as? String)
            _ = try await scene.post(program, "/webhooks/\(webhook)/ping")
            try await scene.work()
            // The receiver still has the old one.
            #expect(try await scene.calls().last?.signed == true)
            #expect(try await scene.calls().last?.signatures == 2)
            try await scene.behave(["secret": secret])
            scene.web.clock.advance(86_400)
            _ = try await scene.post(program, "/webhooks/\(webhook)/ping")
            try await scene.work()
            #expect(try await scene.calls().last?.signed == true)
            #expect(try await scene.calls().last?.signatures == 1)
        }
    }

    @Test("no table holds a secret, and an answer that is kept for its key has none", arguments: Engine.allCases)
    func secrets(_ engine: Engine) async throws {
        try await WebhookScene.run(engine) { scene in
            let program = try await scene.web.program(.authority)
            let body = #"{"address":"https://cabinet.example/vigie","kinds":["document.issued"]}"#
            let first = try await program.post("/webhooks", key: "k", "application/json", body)
            let secret = try #require(try first.json["secret"] as? String)
            #expect(secret.hasPrefix("whsec_"))
            let again = try await program.post("/webhooks", key: "k", "application/json", body)
            #expect(again.status == .created && again.header("Idempotency-Replayed") == "true")
            #expect(try again.json["secret"] is NSNull && !again.text.contains(secret))
            #expect(try await program.get("/webhooks").items.count == 1)
            let digests = try await scene.web.installation.database.read {
                try $0.all("SELECT secret_digest FROM webhook") { $0.text(0) }
            }
            #expect(digests.allSatisfy { !$0.contains(secret.dropFirst(6)) && $0.count == 64 })
        }
    }
}

@Suite("Issue 3 §4: webhooks in the browser") struct WebhookPagesTests {
    @Test("added, tried, read, given a new secret and removed; a refused address is told on the page")
    func page() async throws {
        try await WebhookScene.run(.sqlite) { scene in
            var browser = try await scene.web.browser(.inspector)
            try await browser.get("/compte/webhooks")
            #expect(browser.status == .ok)
            try await browser.post("/compte/webhooks", ["address": "http://10.0.0.1/", "kind": "results.received"])
            #expect(browser.status == .unprocessableContent && browser.text.contains("en https"))
            #expect(browser.text.contains("value=\"http://10.0.0.1/\""))
            try await browser.post("/compte/webhooks", ["address": scene.address, "kind": "results.received"])
            let start = try #require(browser.text.firstRange(of: "value=\"whsec_"))
            let secret = "whsec_" + browser.text[start.upperBound...].prefix { $0 != "\"" }
            try await scene.behave(["secret": secret])
            try await browser.get("/compte/webhooks")
            #expect(!browser.text.contains(secret) && browser.text.contains(scene.address))
            let link = try #require(browser.text.firstRange(of: "/compte/webhooks/"))
            let path = "/compte/webhooks/" + browser.text[link.upperBound...].prefix { $0 != "\"" }
            try await browser.post("\(path)/essai", [:])
            try await scene.work()
            #expect(try await scene.calls().first?.signed == true)
            try await browser.get(path)
            #expect(browser.text.contains("reçu (1)") && browser.text.contains("204"))
            let delivery = try #require(browser.text.firstRange(of: "name=\"envoi\" value=\""))
            try await browser.post(
                "\(path)/envois", ["envoi": String(browser.text[delivery.upperBound...].prefix { $0 != "\"" })])
            try await scene.work()
            #expect(try await scene.calls().count == 2)
            try await browser.get(path)
            try await browser.post("\(path)/pause", [:])
            try await browser.get(path)
            #expect(browser.text.contains("arrêté : à votre demande"))
            try await browser.post("\(path)/essai", [:])
            #expect(browser.status == .unprocessableContent && browser.text.contains("Reprendre"))
            try await browser.post("\(path)/reprise", [:])
            try await browser.get(path)
            #expect(browser.text.contains("<dd>appelé</dd>"))
            try await browser.post("\(path)/secret", [:])
            #expect(browser.status == .ok && !browser.text.contains(secret))
            #expect(browser.text.contains("value=\"whsec_"))
            try await browser.post("\(path)/retrait", [:])
            try await browser.get(path)
            #expect(browser.status == .notFound)
        }
    }
}
