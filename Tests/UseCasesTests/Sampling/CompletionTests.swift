import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

/// What the veterinarian writes on a validated document.
@Suite struct CompletionTests {
    /// One herd of twelve cows and a heifer; eleven or so are asked for.
    private static func herd(_ fixture: Fixture) throws {
        let herd = try fixture.herd(in: fixture.holding())
        let campaign = try fixture.campaign(SamplingDesk.parameters())
        _ = try fixture.sampling(in: campaign, of: herd)
        for index in 10..<30 { _ = try fixture.animal("FR99000000\(index)", in: herd) }
        _ = try fixture.animal("FR9900000040", in: herd, born: "2020-05-01")
        let other = try fixture.herd(in: fixture.holding("99000009"))
        _ = try fixture.animal("FR9900000050", in: other)
    }

    private static func complete(
        _ desk: SamplingDesk, _ animals: [String], on sampled: String = "2020-11-20", today: String = "2020-11-25"
    ) async throws -> [String] {
        let number = try await desk.numbers().first ?? ""
        let useCase = CompleteDocument(
            campaign: SamplingDesk.campaign, number: number, animals: animals.map { AnimalNumber(stored: $0) },
            sampledOn: day(sampled))
        return try await refusals { _ = try await useCase.perform(context(desk.database, today: today)) }
    }

    private static func results(_ desk: SamplingDesk, of numbers: [String]) async throws {
        try await desk.database.write { connection in
            for (index, number) in numbers.enumerated() {
                try connection.execute(
                    """
                    INSERT INTO blood_result (campaign_id, intervention_id, disease, animal_id, id, interpretation,
                        on_document, method, sample_number, sampled_on, dossier)
                    SELECT i.campaign_id, i.id, 'BRU', a.id, CAST(? AS BIGINT), 'NEG', 0, 'EAT', '1', ?, 'D1'
                    FROM intervention i, animal a WHERE a.number = ?
                    """, [.int(7000 + index), .day(day("2020-11-20")), .text(number)])
            }
            let campaign = try connection.first("SELECT id FROM campaign") { $0.int(0) } ?? 0
            let ids = try connection.all("SELECT id FROM intervention") { $0.int(0) }
            try connection.refreshOnDocument(campaign: campaign, interventions: ids)
        }
    }

    private static func offDocument(_ desk: SamplingDesk) async throws -> [Int] {
        _ = try await RecomputeStatus(selector: SamplingDesk.campaign, extent: .all)
            .perform(context(desk.database, today: "2020-11-25"))
        return try await desk.database.read { connection in
            try connection.all(
                "SELECT requested, tested, tested_off_document FROM disease_state WHERE disease = 'BRU'"
            ) { [Int($0.int(0)), Int($0.int(1)), Int($0.int(2))] }.first ?? []
        }
    }

    @Test(
        "PRO-150: the veterinarian names the cattle sampled for those gone; they stand on the document",
        arguments: Engine.allCases)
    func completes(engine: Engine) async throws {
        try await SamplingDesk.open(engine, Self.herd) { desk in
            try await desk.edit { $0.validates = true }
            let asked = Set(try await desk.list().keys)
            #expect(asked.count == 10)
            let all = (10..<30).map { "FR99000000\($0)" }
            let spare = all.filter { !asked.contains(String($0.suffix(4))) }
            let listed = all.filter { asked.contains(String($0.suffix(4))) }
            // Two of the list are gone; two others were sampled.
            try await Self.results(desk, of: Array(listed.dropLast(2)) + Array(spare.prefix(2)))
            #expect(try await Self.offDocument(desk) == [10, 10, 2])
            #expect(try await Self.complete(desk, Array(spare.prefix(2))) == [])
            #expect(try await Self.offDocument(desk) == [10, 10, 0], "as many are asked for as before")
            let edition = try #require(try await desk.editions().first)
            #expect(try await desk.frozen(edition).decision.requested.count == 10, "what was issued stays")
            #expect(try await Self.complete(desk, [spare[0]]) == ["document-animal-listed"])
        }
    }

    @Test(
        "PRO-150: only cattle of the herd, of the age, on a day the document was there", arguments: Engine.allCases,
        [
            ("FR9900000040", "2020-11-20", "document-animal-too-young"),
            ("FR9900000050", "2020-11-20", "document-animal-not-present"),
            ("FR9900000099", "2020-11-20", "document-animal-not-present"),
            ("FR9900000029", "2020-11-14", "document-day-outside"),
            ("FR9900000029", "2020-11-26", "document-day-outside"),
        ])
    func refused(engine: Engine, _ example: (animal: String, on: String, code: String)) async throws {
        try await SamplingDesk.open(engine, Self.herd) { desk in
            #expect(try await Self.complete(desk, ["FR9900000029"]) == ["document-not-validated-yet"])
            try await desk.edit { $0.validates = true }
            #expect(try await Self.complete(desk, [example.animal], on: example.on) == [example.code])
            #expect(try await desk.count("SELECT count(*) FROM added_animal") == 0)
        }
    }

    @Test("PRO-150: nobody must find substitutes for a document without animals", arguments: Engine.allCases)
    func zeroBovine(engine: Engine) async throws {
        try await SamplingDesk.open(
            engine,
            { fixture in
                let herd = try fixture.herd(in: fixture.holding())
                let campaign = try fixture.campaign(SamplingDesk.parameters())
                _ = try fixture.sampling(in: campaign, of: herd)
            }
        ) { desk in
            try await desk.edit { $0.validates = true }
            #expect(try await desk.list().isEmpty)
            _ = try await RecomputeStatus(selector: SamplingDesk.campaign, extent: .all)
                .perform(context(desk.database, today: "2020-11-25"))
            let states = try await desk.database.read { connection in
                try connection.all("SELECT requested, status FROM disease_state WHERE disease = 'BRU'") {
                    "\($0.int(0)) \($0.text(1))"
                }
            }
            #expect(states == ["0 EC"])
        }
    }

    @Test(
        "PRO-149: a document that was not there or badly set is corrected by a re-edition", arguments: Engine.allCases)
    func corrected(engine: Engine) async throws {
        try await SamplingDesk.open(engine, Self.herd) { desk in
            let number = try #require(try await desk.numbers().first)
            func missing() async throws -> [String] {
                try await CheckDocuments(campaign: SamplingDesk.campaign)
                    .perform(context(desk.database, today: "2020-11-25")).map(\.code)
            }
            try await desk.write(visit: "2020-11-20")
            #expect(try await missing().contains("document-missing"))
            try await desk.edit { $0.validates = true }
            #expect(try await missing().contains("document-missing") == false)
            // Badly set: the laboratory was wrong, and is on the next edition.
            let laboratory = try await desk.database.write { connection in
                let fixture = Fixture(connection)
                _ = (0..<400).map { _ in fixture.nextID() }
                return try fixture.laboratory("LDA98")
            }
            try await desk.database.write {
                try $0.execute("UPDATE requested_plan SET laboratory_id = ?", [.int(laboratory)])
            }
            try await desk.on("2020-11-16").edit([number]) {
                $0.again = true
                $0.validates = true
            }
            let editions = try await desk.editions()
            #expect(editions.map(\.number) == [1, 2])
            #expect(editions.allSatisfy { $0.state == .validated }, "the first one stays as it was issued")
            #expect(
                try await desk.count(
                    "SELECT count(*) FROM analysis_request WHERE edition = 2 AND laboratory_id = \(laboratory)") == 1)
        }
    }
}

extension SamplingDesk {
    /// Plans the visit of every intervention on a day.
    func write(visit: String) async throws {
        try await database.write { try $0.execute("UPDATE intervention SET planned_on = ?", [.day(day(visit))]) }
    }
}
