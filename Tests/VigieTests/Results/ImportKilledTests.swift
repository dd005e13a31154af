import Foundation
import Kernel
import Prophylaxis
import Store
import TestSupport
import Testing

/// A file of results whose import is killed at whatever moment counts whole or not at all; sent again, it counts once.
@Suite(.serialized) struct ImportKilledTests {
    private static let dairyHerds = 250
    private static let beefHerds = 60
    private static let skinHerds = 150

    @Test(
        "PRO-172: a milk import killed at any moment completes when the file is sent again", arguments: Engine.allCases)
    func milk(engine: Engine) async throws {
        try await ResultScene.with(engine, herds: Self.dairyHerds, matrix: .milk) { scene in
            try await expectWhole(
                scene,
                Reception(
                    results: 2 * Self.dairyHerds, file: { try scene.milkFile($0, herds: Self.dairyHerds) },
                    command: ["results", "milk", "--laboratory", "LIAL99", "--profile", try profile(scene)],
                    counted: { "SELECT count(*) FROM milk_result WHERE dossier = 'D\($0)'" },
                    computed: {
                        """
                        SELECT count(*) FROM disease_state WHERE disease <> 'TUB'
                            AND milk_last_on = '\(ResultScene.day($0))'
                        """
                    },
                    alerts: { "SELECT count(*) FROM work_item WHERE subject LIKE '% D\($0)'" }))
        }
    }

    @Test(
        "PRO-166: a blood import killed at any moment completes when the file is sent again", arguments: Engine.allCases
    )
    func blood(engine: Engine) async throws {
        try await ResultScene.with(engine, herds: Self.beefHerds, matrix: .blood) { scene in
            try await expectWhole(
                scene,
                Reception(
                    results: 2 * ResultScene.cows * Self.beefHerds,
                    file: { try scene.bloodFile($0, herds: Self.beefHerds) }, command: ["results", "blood"],
                    counted: { "SELECT count(*) FROM blood_result WHERE dossier = 'R\($0)'" },
                    computed: {
                        """
                        SELECT 2 * count(*) FROM disease_state WHERE disease = 'BRU'
                            AND finished_on = '\(ResultScene.day($0))'
                        """
                    },
                    // The same animal stays on one open line of the list.
                    alerts: { _ in "SELECT count(*) FROM work_item" }))
        }
    }

    @Test(
        "PRO-178: an import of tuberculin reports killed at any moment completes when the file is sent again",
        arguments: Engine.allCases)
    func tuberculin(engine: Engine) async throws {
        let fill: @Sendable (Fixture, Connection) throws -> Void = { fixture, _ in
            let campaign = try fixture.campaign(CampaignParameters(department: "63", prophylaxisYear: 2021))
            for index in 0..<Self.skinHerds {
                let herd = try fixture.herd(in: try fixture.holding(ResultScene.holding(index)), herdClass: .beef)
                let intervention = try fixture.intervention(in: campaign, of: herd)
                try fixture.execute(
                    "UPDATE intervention SET number = ? WHERE id = ?",
                    [.text(ResultScene.intervention(index)), .int(intervention)])
                try fixture.plan(.tuberculosis, .skin, in: campaign, intervention)
                let animals = try (0..<ResultScene.cows).map {
                    try fixture.animal(ResultScene.cow($0, index), in: herd)
                }
                try fixture.document(
                    in: campaign, intervention, animals: animals, for: [.tuberculosis], on: "2020-11-01")
            }
        }
        try await ResultScene.with(engine, fill: fill) { scene in
            try await expectWhole(
                scene,
                Reception(
                    results: Self.skinHerds, file: { try scene.tuberculinFile($0, herds: Self.skinHerds) },
                    command: ["results", "tuberculin"],
                    counted: {
                        """
                        SELECT count(*) FROM tuberculin_report
                        WHERE injected_on = '\(ResultScene.day($0))' AND replaced_at IS NULL
                        """
                    },
                    computed: {
                        """
                        SELECT count(*) FROM disease_state
                        WHERE disease = 'TUB' AND finished_on = '\(ResultScene.day($0))'
                        """
                    },
                    alerts: { _ in "SELECT count(DISTINCT intervention_id) FROM work_item" }))
        }
    }

    /// What is sent, and how to see what became of the n-th file.
    private struct Reception {
        let results: Int
        let file: (Int) throws -> String
        let command: [String]
        let counted: (Int) -> String
        /// Twice the number of herds whose status has seen the file.
        let computed: (Int) -> String
        let alerts: (Int) -> String
    }

    private func expectWhole(_ scene: ResultScene, _ reception: Reception) async throws {
        func arguments(_ file: String) -> [String] {
            reception.command + [file, "--department", "63", "--fictitious"]
        }
        let first = try reception.file(0)
        let start = ContinuousClock.now
        let undisturbed = try await scene.vigie(arguments(first))
        let whole = ContinuousClock.now - start
        #expect(undisturbed.status == 0, "\(undisturbed.complaint)")
        let herdsSeen = try await scene.count(reception.computed(0))
        #expect(herdsSeen > 0)
        var killed = 0
        for (index, moment) in KilledRun.moments(of: whole).enumerated() {
            let trial = index + 1
            let file = try reception.file(trial)
            if try await scene.killed(arguments(file), after: moment) { killed += 1 }
            let taken = try await scene.count(reception.counted(trial))
            #expect([0, reception.results].contains(taken), "after \(moment)")
            let accepted = """
                SELECT count(*) FROM import_run r WHERE r.file_name LIKE '%-\(trial).%' AND r.state = 'accepted'
                    AND EXISTS (SELECT 1 FROM audit_entry a WHERE a.subject = 'import:' || r.id)
                """
            #expect(try await scene.count(accepted) == (taken > 0 ? 1 : 0), "after \(moment)")
            let again = try await scene.vigie(arguments(file))
            #expect(again.status == 0, "\(again.complaint)")
            #expect(try await scene.count(reception.counted(trial)) == reception.results, "after \(moment)")
            #expect(try await scene.count(accepted) == 1, "after \(moment)")
            #expect(try await scene.count(reception.computed(trial)) == herdsSeen, "after \(moment)")
            #expect(try await scene.count(reception.alerts(trial)) == 1, "after \(moment)")
        }
        #expect(killed > 0)
    }

    /// The fictitious holdings have no SIRET.
    private func profile(_ scene: ResultScene) throws -> String {
        try scene.file("profil.toml", "format = \"vigie-milk/1\"\nsiret-required = false\n".utf8)
    }
}
