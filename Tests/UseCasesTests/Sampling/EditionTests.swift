import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

/// Editing and validating through the real store.
@Suite struct EditionTests {
    /// EX-17's herd: A1 to A13, in a campaign for brucellosis and leukosis.
    static func example17(_ fixture: Fixture) throws {
        let herd = try fixture.herd(in: fixture.holding())
        let campaign = try fixture.campaign(SamplingDesk.parameters())
        _ = try fixture.sampling(in: campaign, of: herd)
        let animals: [(String, String, String, String?)] = [
            ("0001", "2017-07-14", "M", nil), ("0002", "2017-11-15", "M", "2020-05-01"),
            ("0003", "2018-05-10", "F", "2019-12-15"), ("0004", "2018-05-10", "F", "2019-11-15"),
            ("0005", "2018-11-15", "F", nil), ("0006", "2018-11-16", "F", nil), ("0007", "2015-03-03", "F", nil),
            ("0008", "2018-05-01", "M", nil),
        ]
        for (number, born, sex, introduced) in animals {
            let id = try fixture.animal("FR990000\(number)", in: herd, born: born, sex: sex, since: introduced)
            if number == "0006" || number == "0007" { try fixture.otherSample(id, in: campaign, on: "2020-10-20") }
        }
        for number in 9...13 {
            _ = try fixture.animal("FR990000\(1000 + number)", in: herd, born: "2016-02-01")
        }
    }

    @Test("EX-17, PRO-129, PRO-130: levels and priorities of a herd in the database", arguments: Engine.allCases)
    func example17(engine: Engine) async throws {
        try await SamplingDesk.open(engine, Self.example17) { desk in
            let outcome = try await desk.edit { $0.validates = true }
            #expect(outcome.documents == 1)
            #expect(outcome.animals == 13)
            #expect(outcome.requested == [.brucellosis: 10, .leukosis: 10])
            let edition = try #require(try await desk.editions().first)
            let frozen = try await desk.frozen(edition)
            #expect(frozen.decision.blood?.eligible == 12)
            #expect(frozen.decision.blood?.required == 10)
            let levels = Dictionary(
                uniqueKeysWithValues: frozen.decision.requested.map { ($0.animal.suffix(4), $0.level) })
            #expect(levels["0001"] == 1)
            #expect(levels["0002"] == 2)
            #expect(levels["0003"] == 2)
            #expect(levels["0007"] == 3)
            #expect(levels["0008"] == 3)
            #expect(levels["0006"] == nil, "under 24 months, whatever else it was sampled for (AMB-03)")
            #expect(try await desk.list().count == 10)
        }
    }

    @Test(
        "EX-18, PRO-126: a re-edition removes nothing, and adds what has come of age", arguments: Engine.allCases)
    func example18(engine: Engine) async throws {
        try await SamplingDesk.open(
            engine,
            { fixture in
                let herd = try fixture.herd(in: fixture.holding())
                let campaign = try fixture.campaign(SamplingDesk.parameters())
                _ = try fixture.sampling(in: campaign, of: herd)
                for number in 1...5 { _ = try fixture.animal("FR990000000\(number)", in: herd) }
                _ = try fixture.animal("FR9900000006", in: herd, born: "2018-11-16")
            }
        ) { desk in
            try await desk.edit { $0.validates = true }
            #expect(Set(try await desk.list().keys) == ["0001", "0002", "0003", "0004", "0005"])
            try await desk.database.write { connection in
                try connection.execute(
                    """
                    UPDATE herd_assignment SET until = ? WHERE animal_id =
                        (SELECT id FROM animal WHERE number = 'FR9900000003')
                    """, [.day(Day(number: 18_597))])
            }
            let outcome = try await desk.on("2020-12-15").edit {
                $0.again = true
                $0.validates = true
            }
            #expect(outcome.added == 1)
            #expect(Set(try await desk.list().keys) == ["0001", "0002", "0003", "0004", "0005", "0006"])
            let editions = try await desk.editions()
            #expect(editions.map(\.number) == [1, 2])
            #expect(editions[1].seed == 42, "a re-edition keeps the first one's order")
            #expect(
                try await desk.count("SELECT count(*) FROM requested_animal WHERE first_edition = 2") == 1)
        }
    }

    @Test(
        "PRO-124, PRO-166: a draft freezes nothing and issues no request; its validation does both",
        arguments: Engine.allCases)
    func validationFreezes(engine: Engine) async throws {
        try await SamplingDesk.open(engine, Self.laboratoryHerd) { desk in
            try await desk.edit()
            #expect(try await desk.count("SELECT count(*) FROM requested_animal") == 0)
            #expect(try await desk.count("SELECT count(*) FROM analysis_request") == 0)
            #expect(try await desk.editions().map(\.state) == [.draft])

            let outcome = try await desk.on("2020-11-20").validate()
            #expect(outcome.analysisRequests == 1)
            #expect(try await desk.list() == ["0001": 3, "0002": 3])
            let edition = try #require(try await desk.editions().first)
            #expect(edition.state == .validated)
            #expect(edition.validatedBy == "essai")
            #expect(edition.validatedAt == "2020-11-20T08:00:00Z")
            #expect(edition.editedOn.description == "2020-11-20")
            #expect(edition.referenceDate.description == "2020-11-15")
            #expect(edition.validUntil?.description == "2021-01-20", "PRO-156")
            #expect(
                try await desk.count(
                    "SELECT count(*) FROM audit_detail WHERE outcome = 'edition-1-validated'") == 1)
        }
    }

    @Test("PRO-169: bulk milk needs no document, and its laboratory gets no request", arguments: Engine.allCases)
    func milkNeedsNone(engine: Engine) async throws {
        try await SamplingDesk.open(engine, Self.milkHerd) { desk in
            try await desk.edit()
            let outcome = try await desk.validate()
            #expect(outcome.analysisRequests == 0)
            #expect(try await desk.editions().isEmpty)
            #expect(try await desk.count("SELECT count(*) FROM analysis_request") == 0)
        }
    }

    /// A dairy herd whose two diseases are looked for in milk.
    static func milkHerd(_ fixture: Fixture) throws {
        let herd = try fixture.herd(in: fixture.holding())
        let campaign = try fixture.campaign(SamplingDesk.parameters())
        let intervention = try fixture.intervention(in: campaign, of: herd)
        for disease in [Disease.brucellosis, .leukosis] {
            try fixture.plan(disease, .milk, in: campaign, intervention)
        }
        _ = try fixture.animal("FR9900000001", in: herd)
    }

    /// Two cows, blood plans at one laboratory.
    static func laboratoryHerd(_ fixture: Fixture) throws {
        let herd = try fixture.herd(in: fixture.holding())
        let campaign = try fixture.campaign(SamplingDesk.parameters())
        _ = try fixture.sampling(in: campaign, of: herd, laboratory: fixture.laboratory())
        for number in 1...2 { _ = try fixture.animal("FR990000000\(number)", in: herd) }
    }

    @Test("PRO-124: validating again changes nothing", arguments: Engine.allCases)
    func validatingTwice(engine: Engine) async throws {
        try await SamplingDesk.open(engine, Self.laboratoryHerd) { desk in
            try await desk.edit()
            try await desk.validate()
            let before = try await desk.editions()
            let again = try await desk.on("2020-12-01").validate()
            #expect(again.documents == 0)
            #expect(again.findings.isEmpty)
            #expect(try await desk.editions() == before)
            #expect(try await desk.count("SELECT count(*) FROM analysis_request") == 1)
        }
    }

    @Test("PRO-124: a later draft replaces the one before; a validated edition stays", arguments: Engine.allCases)
    func draftsReplaceEachOther(engine: Engine) async throws {
        try await SamplingDesk.open(engine, Self.laboratoryHerd) { desk in
            try await desk.edit { $0.display = DocumentDisplay(.selected) }
            try await desk.on("2020-11-16").edit { $0.display = DocumentDisplay(.over(months: 12)) }
            let drafts = try await desk.editions()
            #expect(drafts.map(\.number) == [1])
            #expect(drafts.first?.display == "over-12")
            try await desk.validate()
            let outcome = try await desk.edit(desk.numbers())
            #expect(outcome.documents == 0)
            #expect(outcome.codes == [SamplingFinding.alreadyValidated.rawValue])
            #expect(try await desk.editions().map(\.state) == [.validated])
        }
    }

    @Test(
        "PRO-125, PRO-139, PRO-145: a document without any animal is validated, and flagged", arguments: Engine.allCases
    )
    func zeroBovine(engine: Engine) async throws {
        try await SamplingDesk.open(
            engine,
            { fixture in
                let herd = try fixture.herd(in: fixture.holding())
                let campaign = try fixture.campaign(SamplingDesk.parameters())
                _ = try fixture.sampling(in: campaign, of: herd, laboratory: fixture.laboratory())
                _ = try fixture.animal("FR9900000001", in: herd, born: "2020-10-01")
            }
        ) { desk in
            let outcome = try await desk.edit { $0.validates = true }
            #expect(outcome.zeroBovine == 1)
            #expect(outcome.codes == [SamplingFinding.zeroBovine.rawValue])
            #expect(outcome.findings.first?.severity == .info)
            #expect(!outcome.isRefused)
            #expect(try await desk.editions().map(\.state) == [.validated])
            #expect(try await desk.count("SELECT count(*) FROM analysis_request") == 0)
        }
    }

    @Test("PRO-237: what comes into the herd after the edition is not asked for", arguments: Engine.allCases)
    func afterTheEdition(engine: Engine) async throws {
        try await SamplingDesk.open(
            engine,
            { fixture in
                try Self.laboratoryHerd(fixture)
                _ = try fixture.introduced("FR9900000003", in: 2, born: "2015-01-01", on: "2020-11-16")
            }
        ) { desk in
            try await desk.edit()
            try await desk.on("2020-11-20").validate()
            #expect(try await desk.list().keys.sorted() == ["0001", "0002"])
        }
    }
}
