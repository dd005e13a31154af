import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

/// What a person chooses at an edition, and what the edition tells back.
@Suite struct EditionChoiceTests {
    /// A heifer that is 24 months old on 1 December 2020, a visit planned on 10 December, a vet for the herd.
    private static func plannedHerd(_ fixture: Fixture) throws {
        let herd = try fixture.herd(in: fixture.holding())
        let campaign = try fixture.campaign(SamplingDesk.parameters())
        let vet = try fixture.veterinarian()
        try fixture.designate(vet, for: herd)
        let intervention = try fixture.sampling(in: campaign, of: herd, laboratory: fixture.laboratory())
        _ = try fixture.animal("FR9900000001", in: herd, born: "2018-12-01")
        try fixture.plan(visit: "2020-12-10", veterinarian: vet, of: intervention)
    }

    @Test(
        "PRO-122: ages count on the planned visit, on a given date, or today",
        arguments: Engine.allCases, [(ReferenceChoice.today, 0), (.plannedVisit, 1), (.date(Day(number: 18_597)), 1)])
    func referenceDate(engine: Engine, choice: (ReferenceChoice, Int)) async throws {
        try await SamplingDesk.open(engine, Self.plannedHerd) { desk in
            let outcome = try await desk.edit {
                $0.reference = choice.0
                $0.validates = true
            }
            #expect(outcome.requested[.brucellosis] ?? 0 == choice.1)
            #expect(try await desk.list().count == choice.1)
        }
    }

    @Test("PRO-133, AMB-28: an edition seven weeks ahead is warned about, and done", arguments: Engine.allCases)
    func tooEarly(engine: Engine) async throws {
        try await SamplingDesk.open(engine, Self.plannedHerd) { desk in
            let outcome = try await desk.on("2020-10-28").edit {
                $0.reference = .plannedVisit
                $0.validates = true
            }
            #expect(outcome.codes == [SamplingFinding.editedTooEarly.rawValue])
            #expect(!outcome.isRefused)
            #expect(outcome.documents == 1)
        }
    }

    @Test("PRO-144: a document for another veterinarian than the herd's own is flagged", arguments: Engine.allCases)
    func wrongVeterinarian(engine: Engine) async throws {
        try await SamplingDesk.open(
            engine,
            { fixture in
                try Self.plannedHerd(fixture)
                let other = try fixture.insert("veterinarian", ["order_number": "99002", "name": "Dr Autre"])
                try fixture.execute("UPDATE intervention SET veterinarian_id = ?", [.int(other)])
            }
        ) { desk in
            let outcome = try await desk.edit { $0.reference = .plannedVisit }
            #expect(outcome.codes == [SamplingFinding.wrongVeterinarian.rawValue])
        }
    }

    @Test("PRO-132: a re-edition asked for by a veterinarian keeps who and how", arguments: Engine.allCases)
    func tracedRequest(engine: Engine) async throws {
        try await SamplingDesk.open(engine, EditionTests.laboratoryHerd) { desk in
            try await desk.edit { $0.validates = true }
            try await desk.on("2020-12-15").edit {
                $0.again = true
                $0.request = .init(veterinarian: "99001", trace: "courriel du 14/12/2020")
            }
            try await desk.on("2020-12-16").validate()
            let last = try #require(try await desk.editions().last)
            #expect(last.requestedBy == "99001")
            #expect(last.requestTrace == "courriel du 14/12/2020")
        }
    }

    @Test("PRO-126: what was never validated cannot be edited again", arguments: Engine.allCases)
    func nothingToReedit(engine: Engine) async throws {
        try await SamplingDesk.open(engine, EditionTests.laboratoryHerd) { desk in
            let outcome = try await desk.edit(desk.numbers()) { $0.again = true }
            #expect(outcome.codes == [SamplingFinding.notValidatedYet.rawValue])
            #expect(outcome.isRefused)
            #expect(try await desk.editions().isEmpty)
        }
    }

    @Test("PRO-131: tuberculin is for every animal of the local age, and none has a level", arguments: Engine.allCases)
    func tuberculin(engine: Engine) async throws {
        try await SamplingDesk.open(
            engine,
            { fixture in
                let herd = try fixture.herd(in: fixture.holding())
                let campaign = try fixture.campaign(SamplingDesk.parameters())
                _ = try fixture.sampling(in: campaign, of: herd, blood: [], skin: true)
                try fixture.authorise("contact-zone", herd: herd, since: "2020-01-01")
                for (number, born) in [("1", "2019-11-15"), ("2", "2019-11-16"), ("3", "2012-01-01")] {
                    _ = try fixture.animal("FR990000000\(number)", in: herd, born: born)
                }
            }
        ) { desk in
            try await desk.edit { $0.validates = true }
            #expect(try await desk.list() == ["0001": 4, "0003": 4])
            #expect(try await desk.count("SELECT count(*) FROM requested_animal WHERE level IS NULL") == 2)
            let edition = try #require(try await desk.editions().first)
            #expect(try await desk.frozen(edition).decision.tuberculin?.ageRule == .riskHerd)
        }
    }

    @Test("PRO-263: a retest asks for the animals that made it necessary", arguments: Engine.allCases)
    func retest(engine: Engine) async throws {
        try await SamplingDesk.open(
            engine,
            { fixture in
                let herd = try fixture.herd(in: fixture.holding())
                let campaign = try fixture.campaign(SamplingDesk.parameters())
                let first = try fixture.sampling(in: campaign, of: herd)
                let cows = try (1...3).map { try fixture.animal("FR990000000\($0)", in: herd) }
                try fixture.document(
                    in: campaign, first, animals: cows, for: [.brucellosis, .leukosis], on: "2020-10-10")
                for (cow, result) in zip(cows, ["NEG", "POS", "DOUT"]) {
                    try fixture.blood(.brucellosis, in: campaign, first, cow, result)
                }
                let retest = try fixture.intervention(in: campaign, of: herd, kind: "retest", parent: first)
                try fixture.plan(.brucellosis, in: campaign, retest, laboratory: nil)
            }
        ) { desk in
            let numbers = try await desk.numbers()
            try await desk.edit([numbers[1]]) { $0.validates = true }
            let edition = try #require(try await desk.editions().last)
            let frozen = try await desk.frozen(edition)
            #expect(frozen.decision.requested.map(\.animal) == ["FR9900000002", "FR9900000003"])
            #expect(frozen.designated == ["FR9900000002", "FR9900000003"])
        }
    }

    @Test(
        "PRO-134: who may not edit documents is refused", arguments: [Role.laboratory, .veterinarian, .administrator])
    func policy(role: Role) async throws {
        try await SamplingDesk.open(.sqlite, EditionTests.laboratoryHerd) { desk in
            let useCase = EditDocuments(
                campaign: SamplingDesk.campaign, filter: DocumentFilter(), choice: EditChoice())
            let refused = await #expect(throws: Refused.self) {
                _ = try await useCase.perform(context(desk.database, role: role))
            }
            #expect(refused?.findings.map(\.code) == [UseCaseFinding.roleMayNot.rawValue])
        }
    }
}
