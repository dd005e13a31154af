import Foundation
import Hummingbird
import Register
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("Issue 3 §4: JSON API") struct APIOperationTests {
    @Test("one intervention: three parts of two kilobytes, with an ETag", arguments: Engine.allCases)
    func intervention(_ engine: Engine) async throws {
        try await WebScene.withCampaign(engine) { scene in
            let program = try await scene.program(.inspector)
            let answer = try await program.get("/interventions/\(WebScene.number)")
            #expect(answer.status == .ok)
            #expect(answer.text.utf8.count <= 2048)
            let diseases = try #require(try answer.json["diseases"] as? [[String: Any]])
            let brucellosis = try #require(diseases.first { $0["disease"] as? String == "BRU" })
            #expect(brucellosis["requested"] as? Int == 2)
            let reasons = try #require(brucellosis["reasons"] as? [[String: Any]])
            #expect((reasons.first?["sentence"] as? String)?.contains("annexe 2") == true)
            let tag = try #require(answer.header("ETag"))
            let again = try await program.get("/interventions/\(WebScene.number)", ["If-None-Match": tag])
            #expect(again.status == .notModified && again.text.isEmpty)
        }
    }

    @Test("a foreign object answers exactly like a missing one")
    func foreign() async throws {
        try await WebScene.withCampaign(.sqlite) { scene in
            let program = try await scene.program(.inspector)
            try await scene.installation.database.write {
                try $0.execute("UPDATE intervention SET department = '15'")
                try $0.execute("UPDATE herd SET department = '15'")
            }
            for (foreign, missing) in [
                ("/interventions/\(WebScene.number)", "/interventions/999999999999"),
                ("/interventions/\(WebScene.number)/notes", "/interventions/999999999999/notes"),
                ("/herds/99000001/A", "/herds/99999999/A"), ("/campaigns/15/2021", "/campaigns/63/2000"),
            ] {
                let (one, other) = (try await program.get(foreign), try await program.get(missing))
                #expect(one.status == .notFound)
                #expect(one.text == other.text, Comment(rawValue: foreign))
            }
        }
    }

    @Test("every operation answers each role as its row says", arguments: Role.allCases.map(Optional.some) + [nil])
    func rights(_ role: Role?) async throws {
        try await WebScene.run(.sqlite) { scene in
            let program = try await scene.program(role)
            for operation in APIRoutes.all {
                let answer = try await program.send(
                    operation.method, "/api/v1" + APIOperationTests.example(operation.path))
                let row = Comment(rawValue: "\(operation.id) as \(role?.rawValue ?? "a stranger")")
                switch (operation.access.allows(role), role) {
                case (true, _): #expect(answer.status.code < 500 && answer.status != .forbidden, row)
                case (false, nil): #expect(answer.status == .unauthorized, row)
                case (false, _): #expect(answer.status == .forbidden, row)
                }
                #expect(answer.status == .ok || answer.header("Content-Type") == "application/problem+json", row)
            }
        }
    }

    @Test("pages follow each other by a cursor; a cursor of one's own making is refused")
    func cursors() async throws {
        try await WebScene.withCampaign(.sqlite) { scene in
            let program = try await scene.program(.inspector)
            let list = "/campaigns/63/2021/interventions"
            let first = try await program.get(list + "?limit=1")
            #expect(try first.items.count == 1)
            let next = try #require(try first.json["next"] as? String)
            let second = try await program.get(list + "?limit=1&cursor=\(next)")
            #expect(try second.items.isEmpty && second.json["next"] is NSNull)
            for cursor in ["x", "MTo5OQ", next + "A"] {
                let refused = try await program.get(list + "?cursor=\(cursor)")
                #expect(refused.status == .unprocessableContent)
                #expect(try refused.code == "api-cursor-invalid")
            }
        }
    }

    @Test("a note is written once for its key, whatever happens to the answer", arguments: Engine.allCases)
    func idempotency(_ engine: Engine) async throws {
        try await WebScene.withCampaign(engine) { scene in
            let program = try await scene.program(.inspector)
            let (path, body) = ("/interventions/\(WebScene.number)/notes", #"{"kind":"call","text":"Rappelé."}"#)
            func post(_ key: String?, _ body: String) async throws -> APIProgram.Answer {
                try await program.post(path, key: key, "application/json", body)
            }
            let first = try await post("k1", body)
            #expect(first.status == .created)
            let again = try await post("k1", body)
            #expect(again.text == first.text && again.header("Idempotency-Replayed") == "true")
            #expect(try await program.get(path).items.count == 1)
            let other = try await post("k1", #"{"kind":"note","text":"Autre."}"#)
            #expect(other.status == .unprocessableContent)
            #expect(try other.code == "api-key-reused")
            #expect(try await post(nil, body).status == .badRequest)
            // What was refused may be corrected under the same key.
            #expect(try await post("k2", #"{"kind":"note","text":" "}"#).status == .unprocessableContent)
            #expect(try await post("k2", body).status == .created)
            // The key is one account's own.
            let authority = try await scene.program(.authority)
            #expect(try await authority.post(path, key: "k1", "application/json", body).status == .created)
            #expect(try await program.get(path).items.count == 3)
        }
    }

    @Test("a request that is still at work is not begun twice; one that was killed is taken over")
    func killedRequest() async throws {
        try await WebScene.withCampaign(.sqlite) { scene in
            let key = RequestKey("k", of: "inspector", digest: String(repeating: "a", count: 64))
            guard case .mine = try await key.take(scene.installation) else {
                Issue.record("the key was taken")
                return
            }
            await #expect(throws: Refused.self) { try await key.take(scene.installation) }
            scene.clock.advance(RequestKey.patienceSeconds)
            guard case .mine = try await key.take(scene.installation) else {
                Issue.record("the key was not taken over")
                return
            }
        }
    }

    @Test("a laboratory sends an analysis report, reads its acknowledgement, and sees no other's")
    func results() async throws {
        try await WebScene.withCampaign(.sqlite) { scene in
            try await scene.installation.database.write { connection in
                try connection.attachAccount("laboratory", to: try connection.organisationID(code: "LDA99"))
            }
            let program = try await scene.program(.laboratory)
            let report = """
                <?xml version="1.0" encoding="UTF-8"?>
                <analysis-report xmlns="urn:vigie:analysis-report:1" version="1">
                <envelope sender="LDA99" recipient="63" created-on="2021-02-10" reference="R1"/>
                <request intervention="\(WebScene.number)"><sample number="S1" animal="FR9900000001"
                sampled-on="2020-11-03"><result disease="BRU" method="EAT" matrix="blood" interpretation="NEG"
                analysed-on="2020-11-05"/></sample></request></analysis-report>
                """
            let sent = try await program.post("/results/blood?department=63", key: "r1", "application/xml", report)
            #expect(sent.status == .created, Comment(rawValue: sent.text))
            let run = try #require(try sent.json["import"] as? [String: Any])
            #expect(run["accepted"] as? Int == 1)
            let id = try #require(run["id"] as? Int)
            let acknowledgement = try await program.get("/imports/\(id)/acknowledgement")
            #expect(try acknowledgement.json["verdict"] as? String == "accepted")
            #expect(try await program.get("/imports?department=63").items.count == 1)
            let other = try await scene.program(.dairyLaboratory)
            #expect(try await other.get("/imports/\(id)").status == .notFound)
            #expect(try await other.get("/imports?department=63").items.isEmpty)
            let inspector = try await scene.program(.inspector)
            let state = try await inspector.get("/interventions/\(WebScene.number)")
            let diseases = try #require(try state.json["diseases"] as? [[String: Any]])
            #expect(diseases.contains { $0["tested"] as? Int == 1 })
        }
    }

    @Test("a file that is none is kept as refused, zeros and all", arguments: Engine.allCases)
    func picture(_ engine: Engine) async throws {
        try await WebScene.withCampaign(engine) { scene in
            try await scene.installation.database.write {
                try Fixture($0, from: 500).laboratory("LIAL99", kind: "dairy-laboratory")
            }
            let program = try await scene.program(.inspector)
            let answer = try await program.post(
                "/results/milk?department=63&laboratory=LIAL99", key: "m1", "application/octet-stream",
                "\u{89}PNG\r\n\u{1a}\n\u{0}\u{0}\rIHDR")
            #expect(answer.status == .created, Comment(rawValue: answer.text))
            let run = try #require(try answer.json["import"] as? [String: Any])
            #expect(run["state"] as? String == "refused")
        }
    }

    @Test("rules answer a line as the command does")
    func rules() async throws {
        try await WebScene.run(.sqlite) { scene in
            let program = try await scene.program(.keeper)
            let entry = try #require(RuleBook.entries.first)
            let answer = try await program.post(
                "/rules/\(entry.name)/run", key: nil, "application/x-ndjson", "{\"id\":\"1\"}\nno JSON\n")
            #expect(answer.status == .ok)
            let lines = answer.text.split(separator: "\n").map { Array($0.utf8) }
            #expect(
                lines == [entry.answer(Array("{\"id\":\"1\"}".utf8)).line, entry.answer(Array("no JSON".utf8)).line])
        }
    }

    /// A path of the row's shape, of things that are not there.
    static func example(_ path: String) -> String {
        let values = [
            "{department}": "63", "{year}": "2021", "{number}": "990000000999", "{holding}": "99999999",
            "{rule}": "no-such-rule", "{list}": "alerts",
        ]
        return path.split(separator: "/").map { values[String($0)] ?? ($0.hasPrefix("{") ? "1" : String($0)) }
            .reduce("") { $0 + "/" + $1 }
    }
}
