import TestSupport
import Testing
import UseCases

@Suite("Issue 3 §4: webhooks over TLS") struct WebhookTLSTests {
    @Test(
        "a receiver is called behind a trusted certificate of its name, in its time; else the delivery says why",
        arguments: [
            (HookReceiver.Certificate.good, nil), (.ended, "certificate-refused"), (.unknown, "certificate-refused"),
            (.otherName, "certificate-name"),
        ] as [(HookReceiver.Certificate, String?)])
    func certificates(shown: HookReceiver.Certificate, fault: String?) async throws {
        try await WebhookScene.run(.sqlite, shown) { scene in
            let program = try await scene.web.program(.inspector)
            let webhook = try await scene.add(program)
            _ = try await scene.post(program, "/webhooks/\(webhook)/ping")
            try await scene.work()
            let calls = try await scene.calls()
            #expect(calls.count == (fault == nil ? 1 : 0), "nothing is said to whom it is not for")
            #expect(calls.allSatisfy { $0.signed })
            let delivery = try #require(try await scene.deliveries(program, webhook).first)
            #expect(delivery["state"] as? String == (fault == nil ? "sent" : "waiting"))
            #expect(delivery["lastFault"] as? String == fault)
            guard let fault else { return }
            var browser = try await scene.web.browser(.inspector)
            try await browser.get("/compte/webhooks/\(webhook)")
            #expect(browser.text.contains(fault == "certificate-name" ? "autre nom que celui" : "certificat périmé"))
        }
    }

    @Test("without the authority, its certificates are worth nothing")
    func untrusted() async throws {
        try await WebhookScene.run(.sqlite, .good) { scene in
            let program = try await scene.web.program(.inspector)
            let webhook = try await scene.add(program)
            _ = try await scene.post(program, "/webhooks/\(webhook)/ping")
            let installation = scene.web.installation
            _ = try await Worker(installation, WorkerSettings(name: "essai"), stop: StopSign()).runDue()
            #expect(try await scene.calls().isEmpty)
            let delivery = try #require(try await scene.deliveries(program, webhook).first)
            #expect(delivery["lastFault"] as? String == "certificate-refused")
        }
    }
}
