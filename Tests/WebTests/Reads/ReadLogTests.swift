import Hummingbird
import Register
import Store
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("Issue 3 §9: who read what") struct ReadLogTests {
    private func rows(_ scene: WebScene) async throws -> [ReadRow] {
        try await scene.installation.writeReads()
        return try await scene.installation.access.read { try $0.reads(ReadFilter()) }
    }

    @Test(
        "a person's reads of herd, animal and intervention are noted, by page and by program",
        arguments: Engine.allCases)
    func noted(_ engine: Engine) async throws {
        try await WebScene.withCampaign(engine) { scene in
            var browser = try await scene.browser(.inspector)
            let holding = try await scene.installation.database.read {
                try $0.first("SELECT number FROM holding") { $0.text(0) } ?? ""
            }
            try await scene.stays()
            for path in ["/elevages/\(holding)", "/bovins/FR9900000001", "/interventions/\(WebScene.number)"] {
                try await browser.get(path)
                #expect(browser.status == .ok, Comment(rawValue: path))
            }
            let program = try await scene.program(.authority)
            #expect(try await program.get("/interventions/\(WebScene.number)").status == .ok)
            // Neither lists nor what is refused is a read.
            try await browser.get("/suivi")
            #expect(try await program.get("/interventions/990000000999").status == .notFound)
            let rows = try await rows(scene)
            func has(_ login: String, _ door: String, _ kind: String, _ subject: String) -> Bool {
                rows.contains {
                    $0.login == login && $0.door == door && $0.kind == kind && $0.subject == subject
                        && $0.department == "63"
                }
            }
            #expect(rows.contains { $0.kind == "herd" && $0.subject?.hasPrefix(holding) == true && $0.door == "page" })
            #expect(has("inspector", "page", "animal", "FR9900000001"))
            #expect(has("inspector", "page", "intervention", WebScene.number))
            #expect(has("authority", "api", "intervention", WebScene.number))
            #expect(rows.allSatisfy { $0.login == "inspector" || $0.door == "api" })
        }
    }

    @Test("reads of the same thing within five minutes are one row, also when it was written in between")
    func folded() async throws {
        try await WebScene.withCampaign(.sqlite) { scene in
            let program = try await scene.program(.authority)
            let began = scene.clock.now
            for _ in 0..<3 {
                _ = try await program.get("/interventions/\(WebScene.number)")
                try await scene.installation.writeReads()
                scene.clock.advance(200)
            }
            let row = try #require(try await rows(scene).first)
            #expect(try await rows(scene).count == 1)
            #expect(row.count == 3 && row.beganAt == began && row.lastAt == began + 400)
            scene.clock.advance(300)
            _ = try await program.get("/interventions/\(WebScene.number)")
            #expect(try await rows(scene).map(\.count) == [1, 3])
        }
    }

    @Test("what was read before is kept as long as configured, and no longer")
    func retention() async throws {
        try await WebScene.withCampaign(.sqlite) { scene in
            let program = try await scene.program(.authority)
            _ = try await program.get("/interventions/\(WebScene.number)")
            #expect(try await rows(scene).count == 1)
            scene.clock.advance(365 * 86_400)
            #expect(try await rows(scene).count == 1)
            scene.clock.advance(3600)
            #expect(try await rows(scene).isEmpty)
        }
    }

    @Test("while the access book does not answer nothing is lost, and no page waits")
    func later() async throws {
        try await WebScene.withCampaign(.sqlite) { scene in
            let program = try await scene.program(.authority)
            _ = try await program.get("/interventions/\(WebScene.number)")
            let log = scene.installation.reads
            struct Down: Error {}
            let gone = try await withTemporaryFolder { folder in
                let closed = try await AccessBook.open(
                    beside: try await Database.open(
                        DatabaseURL("sqlite:\(folder)/x.sqlite"), DatabaseOptions(.anyOrNew)), now: testTime)
                try await closed.close()
                return closed
            }
            await #expect(throws: (any Error).self) {
                try await log.flush(to: gone, at: scene.clock.now, keptDays: 365)
            }
            #expect(try await rows(scene).count == 1)
        }
    }

    @Test(
        "the authority reads its department's, filtered; an administrator sees no object; others are refused",
        arguments: Engine.allCases)
    func page(_ engine: Engine) async throws {
        try await WebScene.withCampaign(engine) { scene in
            try await scene.stays()
            var inspector = try await scene.browser(.inspector)
            try await inspector.get("/interventions/\(WebScene.number)")
            try await inspector.get("/bovins/FR9900000001")
            try await scene.installation.writeReads()
            var authority = try await scene.browser(.authority)
            try await authority.get("/lectures")
            #expect(authority.status == .ok)
            #expect(authority.text.contains("FR9900000001") && authority.text.contains(WebScene.number))
            try await authority.get("/lectures?objet=FR9900000001&compte=inspector&depuis=2021-02-15&jusque=2021-02-15")
            #expect(authority.text.contains("FR9900000001</td>") && !authority.text.contains("\(WebScene.number)</td>"))
            try await authority.get("/lectures?depuis=2021-02-16")
            #expect(!authority.text.contains("FR9900000001</td>"))
            try await authority.get("/lectures?departement=99")
            #expect(authority.status == .notFound)
            var administrator = try await scene.browser(.administrator)
            try await administrator.get("/lectures?objet=FR9900000001")
            #expect(administrator.status == .ok && administrator.text.contains("inspector"))
            #expect(!administrator.text.contains("FR9900000001</td>"))
            #expect(!administrator.text.contains("\(WebScene.number)</td>"))
            try await inspector.get("/lectures")
            #expect(inspector.status == .forbidden)
        }
    }
}

extension WebScene {
    /// The campaign's animals stay where their herd is: without a stay nobody reaches them.
    fileprivate func stays() async throws {
        try await installation.database.write { connection in
            try connection.execute(
                """
                INSERT INTO stay (animal_id, entered_on, holding_id, entry_cause)
                SELECT a.id, CAST('2018-01-01' AS \(connection.dialect == .postgres ? "DATE" : "TEXT")), g.id, 'N'
                FROM animal a CROSS JOIN holding g
                """)
        }
    }
}
