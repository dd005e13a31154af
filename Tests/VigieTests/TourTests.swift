import Foundation
import TestSupport
import Testing

/// The commands of the README, in its order, on a small fictitious department: they must do what the page says.
@Suite struct TourTests {
    @Test("The README's tour runs from an empty folder to the reports, on both engines", arguments: Engine.allCases)
    func tour(engine: Engine) async throws {
        try await withTemporaryFolder { folder in
            let demo = ["demo", "--scale", "0.004", "--output", folder + "/demo"]
            #expect(try await VigieProgram.run(demo, environment: [:]).status == 0)
            try await withDatabaseURL(engine, .empty) { url in
                let reception = folder + "/demo/reception"
                let blood = try FileManager.default.contentsOfDirectory(atPath: reception)
                    .filter { $0.hasPrefix("rai-") }.sorted()
                let file = reception + "/" + (try #require(blood.first))
                for step in TourTests.steps(register: reception + "/registre", blood: file) {
                    let outcome = try await VigieProgram.run(
                        step.words,
                        environment: [
                            "VIGIE_DATABASE": url.description, "VIGIE_USER": "ddpp63", "VIGIE_TODAY": step.today,
                        ])
                    #expect(outcome.status == 0, "\(step.words.joined(separator: " ")): \(outcome.complaint)")
                    for expected in step.says {
                        #expect(
                            outcome.text.contains(expected), "\(step.words.joined(separator: " ")): \(outcome.text)")
                    }
                }
            }
        }
    }

    private struct Step {
        let words: [String]
        let today: String
        let says: [String]

        init(_ line: String, on today: String, _ says: String...) {
            words = line.split(separator: " ").map(String.init)
            self.today = today
            self.says = says
        }
    }

    private static func steps(register: String, blood: String) -> [Step] {
        let (before, season, end) = ("2025-09-10", "2025-10-15", "2026-05-18")
        return [
            Step("database migrate", on: before),
            Step("user add admin --role administrator --name Dupont", on: before),
            Step("user add ddpp63 --role authority --name Martin --department 63 --user admin", on: before),
            Step("register import \(register) --fictitious", on: before, "accepté"),
            Step("register review --department 63", on: before, "constats"),
            Step("campaign create --department 63 --year 2026", on: before, "PB 2026 (63)"),
            Step("campaign check --department 63", on: before, "remarque"),
            Step("campaign validate --department 63", on: before, "validé"),
            Step("campaign execute --department 63", on: before, "Campagne exécutée"),
            Step("document edit --department 63 --all", on: season, "documents édités"),
            Step("document validate --department 63 --all", on: season, "documents validés"),
            Step("results blood \(blood) --department 63 --fictitious", on: "2025-12-10", "accepté"),
            Step("campaign recompute --department 63 --due", on: end, "interventions recalculées", "EC 0"),
            Step("worklist --department 63", on: end, "milk-missing"),
            Step("evaluation accept --department 63", on: end, "Évaluations enregistrées"),
            Step("report issue --department 63", on: end, "Rapports établis"),
            Step("follow-up list --department 63 --without-report", on: end),
            Step("campaign report --department 63", on: end, "état : exécutée"),
        ]
    }
}
