import Kernel
import Prophylaxis
import Store
import TestSupport
import Testing
import UseCases

@Suite("All that happened to an animal stands on its page") struct AnimalPageTests {
    private func section(_ desk: BloodDesk, _ title: String) async throws -> [[String]] {
        let work = try context(desk.database)
        let dossier = try await ShowAnimal(FindAnimal(BloodDesk.animal(0)).run(work)).perform(work).inWords
        return dossier.sections.first { $0.title == title }?.rows ?? []
    }

    @Test("PRO-180: a tuberculin result stands beside the blood results", arguments: Engine.allCases)
    func tuberculin(_ engine: Engine) async throws {
        try await BloodDesk.with(engine) { desk in
            _ = try await desk.send([BloodDesk.Line()])
            try await desk.database.write { connection in
                let fixture = Fixture(connection, from: 5000)
                try stay(desk, fixture)
                try fixture.insertRow(
                    "tuberculin_report",
                    [
                        "campaign_id": .int(desk.campaign), "intervention_id": .int(desk.intervention), "id": 900,
                        "method": "IDS", "injected_on": "2020-11-05", "received_on": "2020-11-10",
                        "keep_until": "2025-11-10", "approved_model": 1, "incomplete": 0, "consistent": 1,
                        "entered_by": "essai",
                    ])
                try fixture.insertRow(
                    "tuberculin_animal",
                    [
                        "campaign_id": .int(desk.campaign), "intervention_id": .int(desk.intervention),
                        "report_id": 900, "number": .text(BloodDesk.animal(0)), "animal_id": .int(desk.cows[0]),
                        "outcome": "positive",
                    ])
            }
            let rows = try await section(desk, "Résultats")
            #expect(
                rows.map { Array($0[1...4]) } == [
                    ["BRU", "sang", "2020-11-02", "NEG"], ["TUB", "tuberculination", "2020-11-05", "positif"],
                ])
        }
    }

    @Test(
        "PRO-151: every edition that asks for the animal is named, not those after it has left",
        arguments: Engine.allCases)
    func editions(_ engine: Engine) async throws {
        try await BloodDesk.with(engine) { desk in
            try await desk.database.write { connection in
                let fixture = Fixture(connection, from: 5000)
                try stay(desk, fixture)
                for (number, day) in [(2, "2020-12-01"), (3, "2021-02-01")] {
                    try fixture.insertRow(
                        "edition",
                        [
                            "campaign_id": .int(desk.campaign), "intervention_id": .int(desk.intervention),
                            "number": .int(Int64(number)), "state": "validated", "edited_on": .text(day),
                            "reference_date": .text(day), "display": "sampled", "seed": 1, "rule_version": 1,
                        ])
                }
                try fixture.leave(desk.cows[0], on: "2021-01-15")
            }
            #expect(try await section(desk, "Documents de prélèvement").map { $0[1] } == ["1", "2"])
        }
    }

    /// The animal's page asks where it stays.
    private func stay(_ desk: BloodDesk, _ fixture: Fixture) throws {
        try fixture.insertRow(
            "stay",
            ["animal_id": .int(desk.cows[0]), "holding_id": 1, "entered_on": "2015-02-01", "entry_cause": "N"])
    }
}
