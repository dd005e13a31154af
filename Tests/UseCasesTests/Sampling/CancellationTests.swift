import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

/// Decision 7: a whole list before the first visit, single animals by two persons after it.
@Suite struct CancellationTests {
    private static func cancel(_ desk: SamplingDesk, reason: String = "mauvais atelier") async throws
        -> CancelDocument.Outcome
    {
        let number = try #require(try await desk.numbers().first)
        return try await CancelDocument(campaign: SamplingDesk.campaign, number: number, reason: reason)
            .perform(context(desk.database, today: desk.today))
    }

    private static func step(
        _ desk: SamplingDesk, _ step: CancelAnimals.Step, by login: String, animal: String = "FR9900000001"
    ) async throws -> Int {
        let number = try #require(try await desk.numbers().first)
        return try await CancelAnimals(
            campaign: SamplingDesk.campaign, number: number, animals: [AnimalNumber(stored: animal)], step: step
        ).perform(context(desk.database, today: desk.today, login: login))
    }

    private static func visit(_ desk: SamplingDesk) async throws {
        try await desk.database.write { connection in
            let intervention = try connection.int("SELECT id FROM intervention")
            let campaign = try connection.int("SELECT id FROM campaign")
            try Fixture(connection).visit(in: campaign, intervention, on: "2020-11-20")
        }
    }

    @Test(
        "PRO-127, decision 7: a cancelled list is ignored, kept, and edited anew at once", arguments: Engine.allCases)
    func wholeList(engine: Engine) async throws {
        try await SamplingDesk.open(engine, EditionTests.laboratoryHerd) { desk in
            try await desk.edit { $0.validates = true }
            let outcome = try await Self.cancel(desk.on("2020-11-18"))
            #expect(outcome.cancelled == 2)
            #expect(try await desk.list().isEmpty)
            #expect(try await desk.editions().map(\.state) == [.cancelled, .draft])
            #expect(
                try await desk.count(
                    "SELECT count(*) FROM requested_animal WHERE cancel_reason = 'mauvais atelier'") == 2)

            try await desk.on("2020-11-19").validate()
            #expect(try await desk.list() == ["0001": 3, "0002": 3])
            #expect(try await desk.editions().map(\.state) == [.cancelled, .validated])
            #expect(try await desk.count("SELECT count(*) FROM requested_animal WHERE first_edition = 2") == 2)
        }
    }

    @Test("Decision 7: after the first visit the whole list can no longer be cancelled", arguments: Engine.allCases)
    func notAfterVisit(engine: Engine) async throws {
        try await SamplingDesk.open(engine, EditionTests.laboratoryHerd) { desk in
            try await desk.edit { $0.validates = true }
            try await Self.visit(desk)
            let refused = await #expect(throws: Refused.self) { _ = try await Self.cancel(desk) }
            #expect(refused?.findings.map(\.code) == [SamplingFinding.cancelledAfterVisit.rawValue])
            #expect(try await desk.list().count == 2)
            #expect(try await desk.editions().map(\.state) == [.validated])
        }
    }

    @Test("Decision 7: one person asks, another agrees; until then the animal counts", arguments: Engine.allCases)
    func twoPersons(engine: Engine) async throws {
        try await SamplingDesk.open(engine, EditionTests.laboratoryHerd) { desk in
            try await desk.edit { $0.validates = true }
            try await Self.visit(desk)
            #expect(try await Self.step(desk, .propose(reason: "bovin dangereux"), by: "anne") == 1)
            #expect(try await desk.list().count == 2)

            let refused = await #expect(throws: Refused.self) { _ = try await Self.step(desk, .agree, by: "anne") }
            #expect(refused?.findings.map(\.code) == [SamplingFinding.secondPersonNeeded.rawValue])
            #expect(try await desk.list().count == 2)

            #expect(try await Self.step(desk, .agree, by: "benoit") == 1)
            #expect(try await desk.list() == ["0002": 3])
        }
    }

    @Test("Decision 7: rates can be shown on the uncancelled number too", arguments: Engine.allCases)
    func countsBoth(engine: Engine) async throws {
        try await SamplingDesk.open(engine, EditionTests.laboratoryHerd) { desk in
            try await desk.edit { $0.validates = true }
            try await Self.visit(desk)
            _ = try await Self.step(desk, .propose(reason: "bovin dangereux"), by: "anne")
            _ = try await Self.step(desk, .agree, by: "benoit")
            let counts = try await desk.database.read { connection in
                let campaign = try connection.int("SELECT id FROM campaign")
                return try connection.requestedCounts(
                    campaign: campaign, .range(0...1_000_000), disease: Disease.brucellosis.bit
                ).map { [$0.requested, $0.cancelled] }
            }
            #expect(counts == [[1, 1]])
        }
    }

    @Test("Decision 7: an animal struck off by two persons is not asked for again", arguments: Engine.allCases)
    func struckOffStaysOff(engine: Engine) async throws {
        try await SamplingDesk.open(engine, EditionTests.laboratoryHerd) { desk in
            try await desk.edit { $0.validates = true }
            try await Self.visit(desk)
            _ = try await Self.step(desk, .propose(reason: "bovin dangereux"), by: "anne")
            _ = try await Self.step(desk, .agree, by: "benoit")
            try await desk.on("2020-12-15").edit {
                $0.again = true
                $0.validates = true
            }
            #expect(try await desk.list() == ["0002": 3])
            let last = try #require(try await desk.editions().last)
            #expect(try await desk.frozen(last).struckOff == ["FR9900000001"])
        }
    }

    @Test("Decision 7: an animal that has a result is never taken off", arguments: Engine.allCases)
    func resultStays(engine: Engine) async throws {
        try await SamplingDesk.open(engine, EditionTests.laboratoryHerd) { desk in
            try await desk.edit { $0.validates = true }
            try await desk.database.write { connection in
                let fixture = Fixture(connection)
                let animal = try connection.int("SELECT id FROM animal WHERE number = 'FR9900000001'")
                try fixture.blood(
                    .brucellosis, in: connection.int("SELECT id FROM campaign"),
                    connection.int("SELECT id FROM intervention"), animal, "POS")
            }
            let refused = await #expect(throws: Refused.self) {
                _ = try await Self.step(desk, .propose(reason: "erreur"), by: "anne")
            }
            #expect(refused?.findings.map(\.code) == [SamplingFinding.animalHasResult.rawValue])
        }
    }

    @Test("Decision 7: before the first visit single animals cannot be cancelled", arguments: Engine.allCases)
    func singleBeforeVisit(engine: Engine) async throws {
        try await SamplingDesk.open(engine, EditionTests.laboratoryHerd) { desk in
            try await desk.edit { $0.validates = true }
            let refused = await #expect(throws: Refused.self) {
                _ = try await Self.step(desk, .propose(reason: "erreur"), by: "anne")
            }
            #expect(refused?.findings.map(\.code) == [SamplingFinding.cancelWholeList.rawValue])
        }
    }
}
