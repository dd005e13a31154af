import HTTPTypes
import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("Issue 3 §3: a laboratory's analysis requests in the browser") struct AnalysisPagesTests {
    /// Three herds whose documents ask the account's laboratory, and one that asks another's.
    private static let herds: @Sendable (Connection) throws -> Void = { connection in
        let fixture = Fixture(connection)
        let laboratories = [try fixture.laboratory("LDA99"), try fixture.laboratory("LDA98")]
        let campaign = try fixture.campaign(
            CampaignParameters(department: Fixture.department, prophylaxisYear: 2021))
        for index in 0..<4 {
            let herd = try fixture.herd(in: try fixture.holding("9900000\(index + 1)"))
            let id = try fixture.sampling(in: campaign, of: herd, laboratory: laboratories[index / 3])
            try connection.execute(
                "UPDATE intervention SET number = ? WHERE id = ?", [.text("99000000000\(index + 1)"), .int(id)])
            for animal in 1...3 { _ = try fixture.animal("FR990000\(index)00\(animal)", in: herd) }
        }
        try connection.execute(
            "UPDATE user_account SET organisation_id = ? WHERE login = 'laboratory'", [.int(laboratories[0])])
    }

    static func run(_ engine: Engine, _ body: @Sendable (WebScene) async throws -> Void) async throws {
        try await WebScene.run(engine, prepare: herds) { scene in
            _ = try await scene.installation.database.ids(1000)
            var choice = EditChoice()
            choice.validates = true
            _ = try await EditDocuments(
                campaign: WebCampaign.selector, filter: DocumentFilter(), choice: choice
            ).perform(scene.context(.authority))
            try await body(scene)
        }
    }

    static func keys(_ scene: WebScene) async throws -> [String] {
        try await scene.installation.database.read { connection in
            try connection.all(
                """
                SELECT q.campaign_id, q.intervention_id, q.edition FROM analysis_request q
                JOIN intervention i ON i.campaign_id = q.campaign_id AND i.id = q.intervention_id ORDER BY i.number
                """
            ) { "\($0.int(0))-\($0.int(1))-\($0.int(2))" }
        }
    }

    @Test("one file, then the others as an archive; the first page counts what waits", arguments: Engine.allCases)
    func fetched(engine: Engine) async throws {
        try await Self.run(engine) { scene in
            let keys = try await Self.keys(scene)
            var laboratory = try await scene.browser(.laboratory)
            try await laboratory.get("/")
            #expect(laboratory.text.contains("<strong>3</strong> à retirer"))
            try await laboratory.get("/analyses")
            #expect(laboratory.text.contains("990000000001/1") && !laboratory.text.contains("990000000004"))
            try await laboratory.get("/analyses/\(keys[0])/demande.xml")
            #expect(laboratory.status == .ok && laboratory.text.contains("990000000001"))
            let name = "attachment; filename=\"DAI-LDA99-990000000001-1.xml\""
            #expect(laboratory.last?.headers[.contentDisposition] == name)
            try await laboratory.get("/analyses/\(keys[0])/demande.pdf")
            #expect(laboratory.last?.headers[.contentType] == "application/pdf")
            #expect(laboratory.last.map { $0.body.getString(at: 0, length: 5) } == "%PDF-")
            try await laboratory.get("/analyses?etat=waiting")
            #expect(!laboratory.text.contains("990000000001/1"))
            try await laboratory.send(
                fields: [("choix", keys[1]), ("choix", keys[2])], to: "/analyses/lot?etat=waiting")
            #expect(laboratory.last?.headers[.contentType] == "application/zip")
            #expect(laboratory.last.map { $0.body.getString(at: 0, length: 2) } == "PK")
            try await laboratory.get("/analyses?etat=waiting")
            #expect(laboratory.text.contains("Aucune demande ne répond"))
            try await laboratory.get("/analyses?etat=fetched&numero=99000002")
            #expect(laboratory.text.contains("990000000002/1") && !laboratory.text.contains("990000000003/1"))
            var inspector = try await scene.browser(.inspector)
            for page in ["registre-des-envois", "registre-des-envois.pdf"] {
                try await inspector.get("\(WebCampaign.path)/\(page)")
                #expect(inspector.status == .ok)
                if page.hasSuffix("envois") { #expect(inspector.text.contains("15/02/2021 à 09:00")) }
            }
            try await scene.installation.writeReads()
            let reads = try await scene.installation.access.read { try $0.reads(ReadFilter()) }
                .filter { $0.kind == "paper" && $0.login == "laboratory" }
            #expect(Set(reads.compactMap(\.subject)) == ["990000000001", "990000000002", "990000000003"])
        }
    }

    @Test("another laboratory's request answers like a missing one; nothing of a mixed batch is handed out")
    func foreign() async throws {
        try await Self.run(.sqlite) { scene in
            let keys = try await Self.keys(scene)
            var laboratory = try await scene.browser(.laboratory)
            try await laboratory.get("/analyses/1-2-3/demande.xml")
            let missing = (laboratory.status, laboratory.text)
            for path in [keys[3], "x", "1-2", "-1-2-3"] {
                try await laboratory.get("/analyses/\(path)/demande.xml")
                #expect((laboratory.status, laboratory.text) == missing, Comment(rawValue: path))
            }
            for fields in [[("choix", keys[0]), ("choix", keys[3])], []] {
                try await laboratory.get("/analyses")
                try await laboratory.send(fields: fields, to: "/analyses/lot")
                #expect(laboratory.status == .unprocessableContent && laboratory.text.contains("notice refused"))
            }
            let fetched = try await scene.installation.database.read {
                try $0.count("SELECT count(*) FROM analysis_request WHERE fetched_at IS NOT NULL")
            }
            #expect(fetched == 0)
            for role in [Role.dairyLaboratory, .veterinarian, .inspector] {
                var other = try await scene.browser(role)
                try await other.get("/analyses")
                #expect(other.status == .forbidden)
            }
        }
    }

    @Test("an account without a laboratory sees nothing, and is told why")
    func unattached() async throws {
        try await WebScene.run(.sqlite) { scene in
            var laboratory = try await scene.browser(.laboratory)
            try await laboratory.get("/analyses")
            #expect(laboratory.status == .ok && laboratory.text.contains("rattaché à aucun laboratoire"))
        }
    }
}
