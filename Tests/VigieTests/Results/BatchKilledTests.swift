import Foundation
import Kernel
import Prophylaxis
import Store
import TestSupport
import Testing

/// Long walks over a campaign, killed at whatever moment: each chunk is done or not, the same command completes.
@Suite struct BatchKilledTests {
    /// More than one chunk of the recomputation.
    private static let manyHerds = 8400
    /// More than one chunk of reports.
    private static let herds = 260

    @Test("PRO-222: a recomputation killed at any moment completes when it is run again", arguments: Engine.allCases)
    func recompute(engine: Engine) async throws {
        try await ResultScene.with(
            engine,
            fill: { fixture, connection in
                let campaign = try fixture.campaign(CampaignParameters(department: "63", prophylaxisYear: 2021))
                try BatchKilledTests.fill(connection, campaign, herds: Self.manyHerds)
            }
        ) { scene in
            let command = ["campaign", "recompute", "--department", "63"]
            let start = ContinuousClock.now
            #expect(try await scene.vigie(command).status == 0)
            let whole = ContinuousClock.now - start
            let expected = try await states(scene)
            #expect(expected.count == 3 * Self.manyHerds)
            var killed = 0
            for moment in KilledRun.moments(of: whole) {
                try await scene.write { try $0.execute("DELETE FROM disease_state") }
                if try await scene.killed(command, after: moment) { killed += 1 }
                let there = try await states(scene)
                #expect(there.count % 3 == 0 && Set(there).isSubset(of: Set(expected)), "after \(moment)")
                #expect(try await scene.vigie(command).status == 0)
                #expect(try await states(scene) == expected, "after \(moment)")
            }
            #expect(killed > 0)
        }
    }

    private func states(_ scene: ResultScene) async throws -> [String] {
        try await scene.texts(
            """
            SELECT intervention_id || ' ' || disease || ' ' || status || ' ' || proposal || ' ' || requested
            FROM disease_state ORDER BY intervention_id, disease
            """)
    }

    @Test(
        "PRO-269, PRO-276: a batch of reports killed at any moment leaves whole reports and completes",
        arguments: Engine.allCases)
    func reports(engine: Engine) async throws {
        try await ResultScene.with(engine, herds: Self.herds, matrix: .blood) { scene in
            let file = try scene.bloodFile(0, herds: Self.herds)
            let sent = try await scene.vigie(["results", "blood", file, "--department", "63", "--fictitious"])
            #expect(sent.status == 0, "\(sent.complaint)")
            #expect(try await scene.vigie(["evaluation", "accept", "--department", "63"]).status == 0)
            // The first herd has a positive animal: the authority orders a retest before any report.
            let ready = Self.herds - 1
            let command = ["report", "issue", "--department", "63"]
            var killed = 0
            // A chunk takes a second or less; every run goes on where the one before was ended.
            for trial in 1...KilledRun.trials {
                let moment = Duration.milliseconds(1 + 150 * (trial - 1))
                if try await scene.killed(command, after: moment) { killed += 1 }
                try await expectWholeReports(scene, "after \(moment)")
            }
            #expect(killed > 0)
            let last = try await scene.vigie(command)
            #expect(last.status == 0, "\(last.complaint)")
            try await expectWholeReports(scene, "at the end")
            #expect(try await scene.count("SELECT count(*) FROM inspection_report") == ready)
            let again = try await scene.vigie(command)
            #expect(again.text.contains("A 0, B 0, C 0, PE 0"), "\(again.text)")
            #expect(try await scene.count("SELECT count(*) FROM inspection_report") == ready)
        }
    }

    /// Every report has its facts, its paper and its trace, each once.
    private func expectWholeReports(_ scene: ResultScene, _ moment: Comment) async throws {
        let reports = try await scene.count("SELECT count(*) FROM inspection_report")
        #expect(
            try await scene.count("SELECT count(DISTINCT intervention_id) FROM inspection_report") == reports, moment)
        #expect(
            try await scene.count("SELECT count(*) FROM audit_detail WHERE subject LIKE 'report:%'") == reports, moment)
        for column in ["facts_digest", "document_digest"] {
            let kept = """
                SELECT count(*) FROM inspection_report r JOIN blob b ON b.digest = r.\(column) WHERE b.bytes IS NOT NULL
                """
            #expect(try await scene.count(kept) == reports, moment)
        }
    }

    /// Herds with one plan each, written by the database itself.
    private static func fill(_ connection: Connection, _ campaign: Int64, herds: Int) throws {
        let numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(herds))"
        let digits = "substr(CAST(1000000 + i AS TEXT), 2)"
        for statement in [
            """
            INSERT INTO holding (id, number, name, department, search_name, insee)
            \(numbers) SELECT 1000000 + i, '99' || \(digits), 'Ferme fictive', '63', 'ferme fictive', '63113' FROM n
            """,
            """
            INSERT INTO herd (id, holding_id, code, class, orientation, department)
            \(numbers) SELECT 1000000 + i, 1000000 + i, 'A', 'beef', 'beef', '63' FROM n
            """,
            """
            INSERT INTO intervention (campaign_id, id, number, herd_id, department, kind, origin)
            \(numbers) SELECT \(campaign), 1000000 + i, '990000' || \(digits), 1000000 + i, '63', 'main', 'execution'
            FROM n
            """,
            """
            INSERT INTO requested_plan (campaign_id, intervention_id, disease, matrix, method)
            \(numbers) SELECT \(campaign), 1000000 + i, 'BRU', 'blood', 'EAT' FROM n
            """,
        ] { try connection.execute(statement) }
    }
}
