import Register
import Store
import TestSupport
import Testing
import UseCases

@testable import Web

/// A practice's software: a token of the veterinarian's account, whose rights come herd by herd.
@Suite("Issue 3 §4: the API for practices") struct PracticeAPITests {
    private static let own = "990000000001"
    private static let foreign = "990000000002"

    @Test(
        "CAL-34, CAL-35, CAL-30: a practice lists its herds, their animals, interventions, results, and nobody else's",
        arguments: Engine.allCases)
    func lists(_ engine: Engine) async throws {
        try await WebScene.run(engine, prepare: OwnPagesTests.farm) { scene in
            for role in [Role.veterinarian, .keeper] {
                let program = try await scene.program(role)
                for path in ["/herds", "/herds?department=63"] {
                    #expect(try await program.get(path).items.map { $0["holding"] as? String } == ["99000001"])
                }
                #expect(try await program.get("/herds?department=15").items.isEmpty)
                let animals = try await program.get("/herds/99000001/A/animals").items
                #expect(animals.map { $0["number"] as? String } == ["FR9900001001"])
                #expect(animals.first?["birthPrecision"] as? String == "day")
                #expect(try await program.get("/herds/99000001/A/animals?on=2001-01-01").items.isEmpty)
                let interventions = try await program.get("/interventions").items
                #expect(interventions.map { $0["number"] as? String } == [Self.own])
                #expect(interventions.first?["tuberculinPlanned"] as? Bool == true)
                #expect(interventions.first?["mayReportTuberculin"] as? Bool == (role == .veterinarian))
                for (foreign, missing) in [
                    ("/herds/99000002/A/animals", "/herds/99000009/A/animals"),
                    ("/interventions/\(Self.foreign)/results", "/interventions/990000000009/results"),
                ] {
                    let (one, other) = (try await program.get(foreign), try await program.get(missing))
                    #expect(one.status == .notFound && one.text == other.text, Comment(rawValue: foreign))
                }
            }
            let inspector = try await scene.program(.inspector)
            #expect(try await inspector.get("/herds").items.count == 2)
            #expect(try await inspector.get("/interventions").items.count == 2)
            #expect(try await inspector.get("/herds?department=15").status == .notFound)
        }
    }

    @Test("CAL-35: herds and interventions follow each other page by page", arguments: Engine.allCases)
    func pages(_ engine: Engine) async throws {
        try await WebScene.run(engine, prepare: OwnPagesTests.farm) { scene in
            let program = try await scene.program(.inspector)
            for (path, field) in [("/herds", "holding"), ("/interventions", "number")] {
                var (found, next): ([String], String?) = ([], nil)
                repeat {
                    let page = try await program.get("\(path)?limit=1" + (next.map { "&cursor=\($0)" } ?? ""))
                    found += try page.items.compactMap { $0[field] as? String }
                    next = try page.json["next"] as? String
                } while next != nil
                #expect(found == found.sorted() && found.count == 2, Comment(rawValue: path))
            }
        }
    }

    @Test("CAL-30: the results that stand, of blood, skin and milk, animal by animal", arguments: Engine.allCases)
    func results(_ engine: Engine) async throws {
        try await WebCampaign.run(engine, brucellosis: ["NEG", "POS", "NEG"]) { scene, made in
            try await scene.installation.database.write { connection in
                try connection.execute(
                    "UPDATE blood_result SET replaced_at = ? WHERE disease = 'LEU'", [.text("2020-12-01T00:00:00Z")])
            }
            let program = try await scene.program(.inspector)
            let items = try await program.get("/interventions/\(made.number)/results").items
            #expect(items.map { $0["interpretation"] as? String } == ["NEG", "POS", "NEG"])
            #expect(items.allSatisfy { $0["disease"] as? String == "BRU" && $0["matrix"] as? String == "blood" })
            #expect(
                items.allSatisfy { $0["sampledOn"] as? String == "2020-11-02" && $0["onDocument"] as? Bool == true })
        }
    }

    private static func report(_ number: String, _ more: String = "") -> String {
        """
        {"intervention":"\(number)","method":"IDS","injectedOn":"2021-02-09","readOn":"2021-02-12","subjective":true,
        "counts":{"NTIDS":1,"NNIDSN":0,"NADIDS":0,"NPIDSP":1},
        "animals":[{"number":"FR9900001001","outcome":"positive"}]\(more)}
        """
    }

    @Test(
        "CAL-37, PRO-180: a health veterinarian's software sends the report of the own herd", arguments: Engine.allCases
    )
    func tuberculin(_ engine: Engine) async throws {
        try await WebScene.run(engine, prepare: OwnPagesTests.farm) { scene in
            let program = try await scene.program(.veterinarian)
            func send(_ body: String, _ key: String) async throws -> APIProgram.Answer {
                try await program.post("/results/tuberculin", key: key, "application/json", body)
            }
            for more in [#","orderNumber":"99002""#, #","receivedOn":"2021-02-12""#] {
                let refused = try await send(Self.report(Self.own, more), "t0")
                #expect(refused.status == .unprocessableContent)
                #expect(try refused.code == "tuberculin-not-the-senders")
            }
            let sent = try await send(Self.report(Self.own), "t1")
            #expect(sent.status == .created, Comment(rawValue: sent.text))
            #expect(try await send(Self.report(Self.own), "t1").header("Idempotency-Replayed") == "true")
            let results = try await program.get("/interventions/\(Self.own)/results").items
            #expect(results.map { $0["interpretation"] as? String } == ["positive"])
            let sender = try await scene.installation.database.read { connection in
                try connection.all(
                    """
                    SELECT v.order_number, r.received_on FROM tuberculin_report r
                    JOIN veterinarian v ON v.id = r.veterinarian_id
                    """
                ) { "\($0.text(0)) \($0.day(1))" }
            }
            #expect(sender == ["99001 2021-02-15"])
            #expect(try await send(Self.report(Self.foreign), "t2").status == .notFound)
            let keeper = try await scene.program(.keeper)
            let forbidden = try await keeper.post(
                "/results/tuberculin", key: "t3", "application/json", Self.report(Self.own))
            #expect(forbidden.status == .forbidden)
        }
    }

    @Test("PRO-178: a treating veterinarian, who is not the herd's health veterinarian, sends no report")
    func treating() async throws {
        try await WebScene.run(.sqlite, prepare: OwnPagesTests.farm) { scene in
            try await scene.installation.database.write {
                try $0.execute("UPDATE herd_veterinarian SET role = 'treating'")
            }
            let program = try await scene.program(.veterinarian)
            let refused = try await program.post(
                "/results/tuberculin", key: "t", "application/json", Self.report(Self.own))
            #expect(refused.status == .notFound)
            #expect(try await program.get("/interventions").items.count == 1)
        }
    }

    @Test("PRO-181: a service types a paper report for any veterinarian of its department", arguments: Engine.allCases)
    func paper(_ engine: Engine) async throws {
        try await WebScene.run(engine, prepare: OwnPagesTests.farm) { scene in
            let program = try await scene.program(.inspector)
            let body = Self.report(Self.foreign, #","orderNumber":"99001","receivedOn":"2021-02-13""#)
            let sent = try await program.post(
                "/results/tuberculin?department=63", key: "p", "application/json", body)
            #expect(sent.status == .created, Comment(rawValue: sent.text))
            let elsewhere = try await program.post(
                "/results/tuberculin?department=15", key: "q", "application/json", body)
            #expect(elsewhere.status == .notFound)
        }
    }

    @Test("PRO-132: a new edition is asked for once, and its request stands on the delegate's list")
    func reedition() async throws {
        try await WebScene.run(.sqlite, prepare: OwnPagesTests.farm) { scene in
            let program = try await scene.program(.veterinarian)
            let path = "/interventions/\(Self.own)/re-edition-requests"
            for key in ["r1", "r1"] {
                let asked = try await program.post(path, key: key, "application/json", #"{"reason":"bovins achetés"}"#)
                #expect(asked.status == .created, Comment(rawValue: asked.text))
            }
            let again = try await program.post(path, key: "r2", "application/json", #"{"reason":"encore"}"#)
            #expect(try again.code == "own-re-edition-asked-already")
            let foreign = try await program.post(
                "/interventions/\(Self.foreign)/re-edition-requests", key: "r3", "application/json", #"{"reason":"x"}"#)
            #expect(foreign.status == .notFound)
            let list = try await scene.program(.inspector).get("/campaigns/63/2021/worklists/alerts").items
            #expect(list.map { $0["intervention"] as? String } == [Self.own])
            #expect((list.first?["detail"] as? String)?.contains("bovins achetés") == true)
            #expect(list.first?["kinds"] as? [String] == ["re-edition-requested"])
        }
    }

    @Test("CAL-42: what an account is told, and that it was read; somebody else's answers like a missing one")
    func notices() async throws {
        try await WebScene.run(.sqlite, prepare: OwnPagesTests.farm) { scene in
            let sender = try await scene.program(.veterinarian)
            _ = try await sender.post(
                "/results/tuberculin", key: "t", "application/json", Self.report(Self.own))
            let authority = try await scene.program(.authority)
            func told() async throws -> [String: Any] {
                let items = try await authority.get("/notices").items
                return try #require(items.first { $0["topic"] as? String == "non-negative-result" })
            }
            let notice = try await told()
            #expect(notice["isRead"] as? Bool == false)
            let id = try #require(notice["id"] as? Int)
            let foreign = try await sender.post("/notices/\(id)/read", key: "n", "application/json", "")
            let missing = try await sender.post("/notices/\(id + 999)/read", key: "m", "application/json", "")
            #expect(foreign.status == .notFound && foreign.text == missing.text)
            #expect(
                try await authority.post("/notices/\(id)/read", key: "n", "application/json", "").status == .created)
            #expect(try await told()["isRead"] as? Bool == true)
        }
    }
}
