import Foundation
import Store
import TestSupport
import Testing

/// A batch validation, killed at whatever moment, leaves whole documents; the same command completes.
@Suite struct ValidateKilledTests {
    /// Several transactions of documents.
    private static let herds = 900
    private static let moments = [20, 40, 60, 80, 110, 140, 180, 220, 280, 350]

    @Test("PRO-124: killed in the middle and run again, the validation completes", arguments: Engine.allCases)
    func killed(engine: Engine) async throws {
        try await DocumentScene.with(engine, herds: Self.herds, cows: 3) { scene in
            #expect(try await scene.vigie("edit", "--all").status == 0)
            for moment in Self.moments {
                try await scene.killed(["validate", "--all"], after: moment)
                try await expectWholeDocuments(scene, "after \(moment) ms")
            }
            let last = try await scene.vigie("validate", "--all")
            #expect(last.status == 0, "\(last.complaint)")
            try await expectWholeDocuments(scene, "at the end")
            #expect(try await scene.count("SELECT count(*) FROM edition WHERE state = 'draft'") == 0)
            #expect(try await scene.count("SELECT count(*) FROM requested_animal") == 3 * (Self.herds - 1))
            #expect(try await scene.count("SELECT count(*) FROM analysis_request") == Self.herds - 1)
            let again = try await scene.vigie("validate", "--all")
            #expect(again.text.hasPrefix("0 documents validés"))
        }
    }

    /// Every validated edition has its list, its facts and its request; no draft has any.
    private func expectWholeDocuments(_ scene: DocumentScene, _ moment: Comment) async throws {
        let validated = try await scene.count("SELECT count(*) FROM edition WHERE state = 'validated'")
        let editions = try await scene.count("SELECT count(*) FROM edition")
        #expect(editions == Self.herds, moment)
        let listed = try await scene.count("SELECT count(DISTINCT intervention_id) FROM requested_animal")
        #expect([validated, validated - 1].contains(listed), moment)
        #expect(
            try await scene.count(
                """
                SELECT count(*) FROM requested_animal r WHERE NOT EXISTS (SELECT 1 FROM edition e
                    WHERE e.intervention_id = r.intervention_id AND e.state = 'validated')
                """) == 0, moment)
        #expect(
            try await scene.count(
                """
                SELECT count(*) FROM edition e WHERE e.state = 'validated' AND NOT EXISTS (SELECT 1 FROM blob b
                    WHERE b.digest = e.facts_digest AND b.bytes IS NOT NULL)
                """) == 0, moment)
        #expect(
            try await scene.count("SELECT count(*) FROM audit_detail WHERE outcome = 'edition-1-validated'")
                == validated, moment)
    }
}
