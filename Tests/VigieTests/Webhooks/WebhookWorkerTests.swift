import Foundation
import Kernel
import Store
import TestSupport
import Testing

/// Real workers that call a receiver over TLS, killed and stopped while it holds its answer.
@Suite("Issue 3 §4, §7: webhooks by the program", .serialized) struct WebhookWorkerTests {
    /// A scene with a webhook, the environment of whoever works for it, and its number.
    private struct House {
        let scene: ResultScene
        let receiver: HookReceiver
        let settings: [String: String]
        let webhook: String

        func worker(_ options: [String] = []) throws -> BackgroundRun { try scene.worker(options, settings) }

        func vigie(_ arguments: [String]) async throws -> ProcessOutcome {
            try await VigieProgram.run(arguments, environment: scene.environment.merging(settings) { $1 })
        }

        /// Results arrive: something to tell.
        func results(_ trial: Int) async throws {
            let file = try scene.bloodFile(trial, herds: 1)
            let stored = try await scene.vigie(["results", "blood", file, "--department", "63", "--fictitious"])
            #expect(stored.status == 0, "\(stored.complaint)")
        }

        func states() async throws -> [String] {
            try await scene.texts("SELECT state FROM webhook_delivery ORDER BY id")
        }
    }

    private func run(_ engine: Engine, _ body: (House) async throws -> Void) async throws {
        try await ResultScene.with(engine, herds: 1, matrix: .blood) { scene in
            try await HookReceiver.run(.good) { receiver in
                let settings = [
                    "VIGIE_WEBHOOK_NETWORKS": "127.0.0.0/8", "VIGIE_WEBHOOK_AUTHORITIES": receiver.authority ?? "",
                    "VIGIE_KEYS_FILE": "\(scene.folder)/keys", "VIGIE_PUBLIC_ADDRESS": "https://vigie.exemple.fr",
                ]
                let added = try await VigieProgram.run(
                    ["webhook", "add", receiver.address, "--kind", "results.received"],
                    environment: scene.environment.merging(settings) { $1 })
                #expect(added.status == 0, "\(added.complaint)")
                try await receiver.behave(["secret": added.lines.first ?? ""])
                let webhook = try await scene.texts("SELECT CAST(id AS TEXT) FROM webhook").first ?? ""
                try await body(House(scene: scene, receiver: receiver, settings: settings, webhook: webhook))
            }
        }
    }

    @Test(
        "a worker killed while the receiver holds its answer: another makes the call, under the same name, once more",
        arguments: Engine.allCases)
    func killedWhileCalling(engine: Engine) async throws {
        try await run(engine) { house in
            try await house.receiver.behave(["seconds": 60])
            try await house.results(1)
            let first = try house.worker()
            #expect(try await eventually(within: 30) { try await house.receiver.calls().count == 1 })
            #expect(try await first.kill())
            #expect(try await house.states() == ["waiting"])
            try await house.receiver.behave(["seconds": 0])
            let second = try house.worker()
            #expect(try await eventually(within: 60) { try await house.states() == ["sent"] })
            try await second.stop()
            let calls = try await house.receiver.calls()
            #expect(calls.count == 2 && calls.allSatisfy { $0.signed })
            #expect(Set(calls.map(\.id)).count == 1 && Set(calls.map { $0.body.events.map(\.id) }).count == 1)
        }
    }

    @Test("workers killed at whatever moment lose no delivery, and none gets another name", arguments: Engine.allCases)
    func killedAnywhere(engine: Engine) async throws {
        try await run(engine) { house in
            let trials = 2 * KilledRun.trials
            for trial in 1...trials {
                try await house.results(trial)
                let worker = try house.worker()
                try await Task.sleep(for: .milliseconds(60 + 41 * trial % 1000))
                try await worker.kill()
            }
            let last = try house.worker()
            #expect(
                try await eventually(within: 120) {
                    try await house.states() == Array(repeating: "sent", count: trials)
                })
            try await last.stop()
            let calls = try await house.receiver.calls()
            #expect(calls.allSatisfy { $0.signed } && Set(calls.map(\.id)).count == trials)
            #expect(Set(calls.flatMap { $0.body.events.map(\.id) }).count == trials)
        }
    }

    @Test(
        "told to stop, a worker hears the answer to the call that it is making, and then ends",
        arguments: Engine.allCases)
    func stopped(engine: Engine) async throws {
        try await run(engine) { house in
            try await house.receiver.behave(["seconds": 4])
            try await house.results(1)
            let worker = try house.worker()
            #expect(try await eventually(within: 30) { try await house.receiver.calls().count == 1 })
            try await house.results(2)
            #expect(try await worker.stop() == 0)
            // The first was answered; the second waits for somebody, or was begun before the word to stop came.
            #expect(try await house.states().first == "sent")
            #expect(try await house.scene.count("SELECT count(*) FROM job WHERE state = 'running'") == 0)
            try await house.receiver.behave(["seconds": 0])
            _ = try await house.vigie(["worker", "--once"])
            #expect(try await house.states() == ["sent", "sent"])
            #expect(try await house.receiver.calls().count == 2, "none was made twice")
        }
    }

    @Test(
        "told to stop and given no time, a worker hands the call back, and another makes it", arguments: Engine.allCases
    )
    func handedBack(engine: Engine) async throws {
        try await run(engine) { house in
            try await house.receiver.behave(["seconds": 60])
            try await house.results(1)
            let worker = try house.worker(["--grace", "0"])
            #expect(try await eventually(within: 30) { try await house.receiver.calls().count == 1 })
            #expect(try await worker.stop(within: 30) == 0)
            #expect(try await house.scene.count("SELECT count(*) FROM job WHERE state = 'running'") == 0)
            try await house.receiver.behave(["seconds": 0])
            let second = try house.worker()
            #expect(try await eventually(within: 90) { try await house.states() == ["sent"] })
            try await second.stop()
            #expect(Set(try await house.receiver.calls().map(\.id)).count == 1)
        }
    }

    @Test("from the command line: added, listed, tried, suspended, resumed, replayed, given a new secret, removed")
    func command() async throws {
        try await run(.sqlite) { house in
            let list = try await house.vigie(["webhook"])
            #expect(list.text.contains("\(house.receiver.address)\tresults.received\tappelé"), "\(list.text)")
            let early = try await house.vigie(["webhook", "test", house.webhook, "--seconds", "0"])
            #expect(early.status == 0 && early.text.contains("pas encore parti"), "\(early.text)")
            let worker = try house.worker()
            let tried = try await house.vigie(["webhook", "test", house.webhook])
            #expect(tried.status == 0 && tried.text.hasPrefix("Reçu : 204"), "\(tried.text)\(tried.complaint)")
            try await house.receiver.behave(["status": 500])
            let failed = try await house.vigie(["webhook", "test", house.webhook])
            #expect(failed.status == 1 && failed.text.hasPrefix("Pas reçu : 500"), "\(failed.text)")
            try await house.receiver.behave(["status": 204])
            let sent = try await house.vigie(["webhook", "deliveries", house.webhook, "--json"])
            let lines = try #require(JSONSerialization.jsonObject(with: Data(sent.output)) as? [[String: Any]])
            let done = try #require(lines.first { $0["state"] as? String == "sent" }?["id"] as? String)
            let rest = "UPDATE webhook SET failures = 0, resting_until = NULL"
            try await house.scene.write { try $0.execute(rest) }
            let again = try await house.vigie(["webhook", "replay", house.webhook, done])
            #expect(again.status == 0 && again.text.contains(done), "\(again.text)\(again.complaint)")
            try await worker.stop()

            #expect(try await house.vigie(["webhook", "suspend", house.webhook]).status == 0)
            #expect(try await house.vigie(["webhook", "list"]).text.contains("arrêté : à votre demande"))
            let refused = try await house.vigie(["webhook", "test", house.webhook])
            #expect(refused.status == 1 && refused.complaint.contains("[webhook-not-active]"))
            #expect(try await house.vigie(["webhook", "resume", house.webhook]).status == 0)
            let secret = try await house.vigie(["webhook", "secret", house.webhook, "--json"])
            #expect(secret.text.contains("\"secret\" : \"whsec_"))
            let foreign = try await house.scene.vigie(["webhook", "remove", house.webhook], as: "ddpp")
            #expect(foreign.status == 1 && foreign.complaint.contains("[webhook-unknown]"))
            #expect(try await house.vigie(["webhook", "remove", house.webhook]).status == 0)
            #expect(try await house.vigie(["webhook"]).text.isEmpty)
            let acts = try await house.scene.texts(
                "SELECT DISTINCT outcome FROM audit_detail WHERE subject = 'webhook:\(house.webhook)'")
            #expect(acts.count >= 7, "\(acts)")
        }
    }

    @Test("an address that is refused, and authorities that are none, are told with a way out")
    func refused() async throws {
        try await run(.sqlite) { house in
            let plain = try await house.vigie(["webhook", "add", "http://10.0.0.1/", "--kind", "results.received"])
            #expect(plain.status == 1 && plain.complaint.contains("[webhook-address-insecure]"), "\(plain.complaint)")
            let kind = try await house.vigie(["webhook", "add", house.receiver.address, "--kind", "tout"])
            #expect(kind.status == 1 && kind.complaint.contains("→"), "\(kind.complaint)")
            let file = try house.scene.file("none.pem", "rien".utf8)
            let run = try await VigieProgram.run(
                ["worker", "--once"],
                environment: house.scene.environment.merging(["VIGIE_WEBHOOK_AUTHORITIES": file]) { $1 })
            #expect(run.status == 1 && run.complaint.contains("[authorities-invalid]"), "\(run.complaint)")
        }
    }
}
