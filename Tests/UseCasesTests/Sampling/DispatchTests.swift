import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

/// The sending register, incidents, and analysis requests.
@Suite struct DispatchTests {
    /// A validated and printed document of two cows.
    private static func printed(
        _ engine: Engine, _ body: (SamplingDesk, String) async throws -> Void
    ) async throws {
        try await SamplingDesk.open(
            engine,
            { fixture in
                try EditionTests.laboratoryHerd(fixture)
                let veterinarian = try fixture.veterinarian()
                try fixture.execute(
                    "UPDATE intervention SET planned_on = ?, veterinarian_id = ?",
                    [.day(Day(number: 18_606)), .int(veterinarian)])
            }
        ) { desk in
            try await desk.edit { $0.validates = true }
            let number = try #require(try await desk.numbers().first)
            try await print(desk)
            try await body(desk, number)
        }
    }

    private static func print(_ desk: SamplingDesk) async throws {
        _ = try await PrintDocuments(
            campaign: SamplingDesk.campaign, filter: DocumentFilter(), choice: PrintChoice(), emit: { _ in }
        ).perform(context(desk.database, today: desk.today))
    }

    private static func record(
        _ desk: SamplingDesk, _ number: String, _ event: RecordDispatch.Event
    ) async throws -> Int {
        try await RecordDispatch(campaign: SamplingDesk.campaign, target: .interventions([number]), event: event)
            .perform(context(desk.database, today: desk.today))
    }

    private static func register(_ desk: SamplingDesk) async throws -> SendingRegister.Outcome {
        try await SendingRegister(campaign: SamplingDesk.campaign).perform(context(desk.database, today: desk.today))
    }

    private static func check(_ desk: SamplingDesk) async throws -> [String] {
        try await CheckDocuments(campaign: SamplingDesk.campaign)
            .perform(context(desk.database, today: desk.today)).map(\.code)
    }

    private static let sentDay = Day(number: 18_583)  // 17 November 2020

    @Test("PRO-162: who, when, which; entered once", arguments: Engine.allCases)
    func sentOnce(engine: Engine) async throws {
        try await Self.printed(engine) { desk, number in
            #expect(try await Self.record(desk, number, .sent(on: Self.sentDay, channel: "courrier")) == 1)
            #expect(try await Self.record(desk, number, .sent(on: Self.sentDay, channel: "courriel")) == 0)
            let register = try await Self.register(desk)
            #expect(register.rows.count == 1)
            #expect(
                register.rows[0] == [
                    "2020-11-15T08:00:00Z", "2020-11-17", "essai", "courrier", "99001", number, "1", "labels", number,
                    "",
                ])
            #expect(try register.pdf().starts(with: Array("%PDF".utf8)))
            #expect(String(decoding: try register.csv(), as: UTF8.self).hasPrefix("Imprimé le;Envoyé le;Par;"))
        }
    }

    @Test(
        "PRO-159, PRO-160, PRO-164: an incident is logged, and stays open until the copy is sent again",
        arguments: Engine.allCases)
    func incident(engine: Engine) async throws {
        try await Self.printed(engine) { desk, number in
            _ = try await Self.record(desk, number, .sent(on: Self.sentDay, channel: "courrier"))
            _ = try await Self.record(desk, number, .problem(.notReceived, detail: "mauvaise adresse"))
            #expect(
                try await desk.count("SELECT count(*) FROM dysfunction WHERE kind = 'document-not-received'") == 1)
            #expect(try await Self.check(desk).contains(SamplingFinding.problemOpen.rawValue))
            _ = try await Self.record(desk, number, .sentAgain(on: Self.sentDay, channel: "courriel"))
            #expect(try await !Self.check(desk).contains(SamplingFinding.problemOpen.rawValue))
            #expect(try await desk.count("SELECT count(DISTINCT document_digest) FROM dispatch") == 1)
        }
    }

    @Test(
        "PRO-165: a wrong veterinarian is a documented request to the authority, open until it answers",
        arguments: Engine.allCases)
    func wrongVeterinarian(engine: Engine) async throws {
        try await Self.printed(engine) { desk, number in
            _ = try await Self.record(desk, number, .problem(.notReceived, detail: "perdu"))
            #expect(try await desk.count("SELECT count(*) FROM work_item") == 0)
            _ = try await Self.record(desk, number, .problem(.wrongVeterinarian, detail: "cédé au Dr Essai"))
            let open = "FROM work_item WHERE kind = 'veterinarian-update-requested' AND state = 'open'"
            #expect(try await desk.count("SELECT count(*) \(open) AND audience = 'authority'") == 1)
            #expect(try await desk.count("SELECT count(*) \(open) AND facts LIKE '%Dr Essai%'") == 1)
            let item = Int64(try await desk.count("SELECT id \(open)"))
            let answer = CloseWorkItem(department: "63", item: item, reason: "Liste mise à jour le 20/11")
            await #expect(throws: Refused.self) { try await answer.perform(context(desk.database)) }
            try await answer.perform(context(desk.database, role: .authority))
            #expect(try await desk.count("SELECT count(*) \(open)") == 0)
        }
    }

    @Test("PRO-142, PRO-155: not with the vet five days before the visit is found", arguments: Engine.allCases)
    func notInTime(engine: Engine) async throws {
        try await Self.printed(engine) { desk, number in
            let code = SamplingFinding.notSentInTime.rawValue
            #expect(try await !Self.check(desk.on("2020-12-05")).contains(code), "the fifth day before the 10th")
            #expect(try await Self.check(desk.on("2020-12-06")).contains(code))
            _ = try await Self.record(desk, number, .sent(on: Self.sentDay, channel: "courrier"))
            #expect(try await !Self.check(desk.on("2020-12-06")).contains(code))
        }
    }

    @Test("PRO-146, PRO-57: an edition whose ages are of a day far from the visit is found", arguments: Engine.allCases)
    func editionParameters(engine: Engine) async throws {
        try await Self.printed(engine) { desk, _ in
            let code = SamplingFinding.agesOfAnotherDay.rawValue
            #expect(try await !Self.check(desk).contains(code))
            try await desk.database.write { connection in
                try connection.execute("UPDATE intervention SET planned_on = ?", [.day(Day(number: 18_650))])
            }
            #expect(try await Self.check(desk).contains(code))
        }
    }

    @Test(
        "PRO-154: the delegate enters what was sent; a veterinarian does not",
        arguments: [Role.inspector, .veterinarian])
    func delegated(role: Role) async throws {
        try await Self.printed(.sqlite) { desk, number in
            let sent = RecordDispatch(
                campaign: SamplingDesk.campaign, target: .interventions([number]),
                event: .sent(on: Self.sentDay, channel: "courrier"))
            let person = try context(desk.database, role: role, today: desk.today)
            if role == .inspector {
                #expect(try await sent.perform(person) == 1)
            } else {
                await #expect(throws: Refused.self) { _ = try await sent.perform(person) }
            }
        }
    }

    @Test("PRO-158: what was sent before the re-edition is another version", arguments: Engine.allCases)
    func anotherVersion(engine: Engine) async throws {
        try await Self.printed(engine) { desk, number in
            _ = try await Self.record(desk, number, .sent(on: Self.sentDay, channel: "courrier"))
            try await desk.on("2020-11-20").edit {
                $0.again = true
                $0.validates = true
            }
            let code = SamplingFinding.sentInAnotherVersion.rawValue
            #expect(try await Self.check(desk).contains(code))
            try await Self.print(desk.on("2020-11-20"))
            _ = try await Self.record(desk, number, .sent(on: Self.sentDay, channel: "courrier"))
            #expect(try await !Self.check(desk).contains(code))
        }
    }

    @Test("PRO-143: a list below the national share is found, whatever the campaign set", arguments: Engine.allCases)
    func belowRegulation(engine: Engine) async throws {
        try await SamplingDesk.open(
            engine,
            { fixture in
                let herd = try fixture.herd(in: fixture.holding())
                let campaign = try fixture.campaign(SamplingDesk.parameters { $0.sampling.minimumNumber = 2 })
                _ = try fixture.sampling(in: campaign, of: herd)
                for number in 10...29 { _ = try fixture.animal("FR99000000\(number)", in: herd) }
            }
        ) { desk in
            let outcome = try await desk.edit { $0.validates = true }
            #expect(outcome.requested[.brucellosis] == 4)
            let findings = try await CheckDocuments(campaign: SamplingDesk.campaign)
                .perform(context(desk.database, today: desk.today))
            let finding = try #require(findings.first { $0.code == SamplingFinding.belowRegulation.rawValue })
            #expect(finding["requested"] == "4")
            #expect(finding["required"] == "10")
        }
    }

    @Test("PRO-142, PRO-124: a visit ahead without a validated document is found", arguments: Engine.allCases)
    func missing(engine: Engine) async throws {
        try await SamplingDesk.open(
            engine,
            { fixture in
                try EditionTests.laboratoryHerd(fixture)
                try fixture.execute("UPDATE intervention SET planned_on = ?", [.day(Day(number: 18_606))])
            }
        ) { desk in
            #expect(try await Self.check(desk).isEmpty)
            try await desk.edit()
            #expect(
                try await Self.check(desk.on("2020-12-06")) == [
                    SamplingFinding.draftLeft.rawValue, SamplingFinding.missing.rawValue,
                ])
        }
    }

    @Test(
        "PRO-166: a request is written once, with every animal; its edition cancelled, it is not",
        arguments: Engine.allCases)
    func requests(engine: Engine) async throws {
        try await Self.printed(engine) { desk, number in
            let write = { (again: Bool) in
                try await WriteAnalysisRequests(
                    campaign: SamplingDesk.campaign, filter: DocumentFilter(), again: again, emit: { _ in }
                ).perform(context(desk.database, today: desk.today))
            }
            #expect(try await write(false) == 1)
            #expect(try await write(false) == 0)
            #expect(try await write(true) == 1)
            let xml = try await desk.database.read { connection -> String in
                let hex = try connection.first("SELECT document_digest FROM analysis_request") { $0.text(0) }
                let digest = try #require(hex.flatMap(ContentDigest.init(hex:)))
                return String(decoding: try connection.blob(digest).bytes, as: UTF8.self)
            }
            for part in ["FR9900000001", "FR9900000002", "disease=\"BRU\"", "disease=\"LEU\"", number, "LDA99"] {
                #expect(xml.contains(part), "\(part)")
            }

            let cancelled = try await CancelDocument(
                campaign: SamplingDesk.campaign, number: number, reason: "mauvais atelier"
            ).perform(context(desk.database, today: desk.today))
            #expect(cancelled.edition.codes.contains(SamplingFinding.cancelledButRequested.rawValue))
            #expect(try await write(true) == 0)
        }
    }

    @Test("PRO-147, PRO-228: entries and exits since the document, with who is on it", arguments: Engine.allCases)
    func movements(engine: Engine) async throws {
        try await SamplingDesk.open(
            engine,
            { fixture in
                try EditionTests.laboratoryHerd(fixture)
                _ = try fixture.introduced("FR9900000003", in: 2, born: "2015-01-01", on: "2020-11-25")
            }
        ) { desk in
            try await desk.edit { $0.validates = true }
            try await desk.database.write { connection in
                let animal = try connection.int("SELECT id FROM animal WHERE number = 'FR9900000002'")
                try Fixture(connection).leave(animal, on: "2020-11-20")
            }
            let number = try #require(try await desk.numbers().first)
            let lines = try await ListMovements(campaign: SamplingDesk.campaign, number: number)
                .perform(context(desk.database, today: "2020-12-01"))
            let texts = lines.map { "\($0.animal) \($0.leftOn?.description ?? "-") \($0.isRequested)" }
            #expect(
                Set(texts) == [
                    "FR9900000001 - true", "FR9900000002 2020-11-20 true", "FR9900000003 - false",
                ])
        }
    }
}
