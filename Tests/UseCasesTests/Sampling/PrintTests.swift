import Kernel
import Prophylaxis
import Register
import Store
import Synchronization
import TestSupport
import Testing
import UseCases

/// Files that a print run handed out.
private final class Tray: Sendable {
    private let files = Mutex<[PrintedFile]>([])
    func take(_ file: PrintedFile) { files.withLock { $0.append(file) } }
    var all: [PrintedFile] { files.withLock { $0 } }
}

/// Printing through the real store, read back from real PDFs.
@Suite struct PrintTests {
    private static func print(
        _ desk: SamplingDesk, _ numbers: [String] = [], _ change: (inout PrintChoice) -> Void = { _ in }
    ) async throws -> (files: [PrintedFile], outcome: PrintOutcome) {
        let tray = Tray()
        var choice = PrintChoice()
        change(&choice)
        let outcome = try await PrintDocuments(
            campaign: SamplingDesk.campaign, filter: DocumentFilter(numbers: numbers), choice: choice,
            emit: { tray.take($0) }
        ).perform(context(desk.database, today: desk.today))
        return (tray.all, outcome)
    }

    /// Three herds: two of one veterinarian (one of them with a skin test), one of another.
    private static func threeHerds(_ fixture: Fixture) throws {
        let campaign = try fixture.campaign(SamplingDesk.parameters())
        let laboratory = try fixture.laboratory()
        let vets = [try fixture.veterinarian(), try fixture.veterinarian("99002", name: "Dr Autre")]
        for index in 0..<3 {
            let herd = try fixture.herd(in: fixture.holding("9900000\(index + 1)"))
            let intervention = try fixture.sampling(
                in: campaign, of: herd, skin: index == 0, laboratory: index == 2 ? nil : laboratory)
            try fixture.plan(visit: "2020-12-10", veterinarian: vets[index / 2], of: intervention)
            for animal in 1...3 { _ = try fixture.animal("FR990000\(index)00\(animal)", in: herd) }
            _ = try fixture.animal("FR990000\(index)009", in: herd, born: "2020-05-01")
        }
    }

    @Test("PRO-151: every animal of the validated list has a label that a scanner reads", arguments: Engine.allCases)
    func labels(engine: Engine) async throws {
        try await SamplingDesk.open(engine, Self.threeHerds) { desk in
            try await desk.edit { $0.validates = true }
            let number = try #require(try await desk.numbers().first)
            let (files, outcome) = try await Self.print(desk, [number])
            #expect(outcome.documents == 1)
            let file = try #require(files.first)
            #expect(file.name == "\(number).pdf")
            let codes = try await Paper.barcodes(file.bytes)
            #expect(codes.isSuperset(of: [number, "FR9900000001", "FR9900000002", "FR9900000003"]))
            #expect(!codes.contains("FR9900000009"), "shown, but not to be sampled")
            let text = try await Paper.text(file.bytes)
            for word in ["Dr Fictif", "Ferme fictive", "Laboratoire fictif", "0009"] {
                #expect(text.contains(word), "\(word)")
            }
        }
    }

    @Test(
        "PRO-151: what was issued is handed out again byte for byte, also when names have changed",
        arguments: Engine.allCases)
    func issuedOnce(engine: Engine) async throws {
        try await SamplingDesk.open(engine, Self.threeHerds) { desk in
            try await desk.edit { $0.validates = true }
            let number = try #require(try await desk.numbers().first)
            let first = try await Self.print(desk, [number])
            try await desk.database.write { try $0.execute("UPDATE veterinarian SET name = 'Dr Renommé'") }
            let second = try await Self.print(desk.on("2020-11-17"), [number])
            #expect(first.files.map(\.bytes) == second.files.map(\.bytes))
            #expect(second.outcome.reissued == 1)
            #expect(try await desk.count("SELECT count(*) FROM dispatch") == 2, "each copy is in the register")
            #expect(
                try await desk.count("SELECT count(*) FROM blob WHERE media_type = 'application/pdf'") == 1)
            #expect(try await desk.editions().filter { $0.documentDigest != nil }.count == 1)
        }
    }

    @Test("PRO-162: one file for each veterinarian, and every document in the register", arguments: Engine.allCases)
    func perVeterinarian(engine: Engine) async throws {
        try await SamplingDesk.open(engine, Self.threeHerds) { desk in
            try await desk.edit { $0.validates = true }
            let (files, _) = try await Self.print(desk) { $0.grouping = .vet }
            #expect(files.map(\.documents) == [2, 1])
            #expect(files[0].name.contains("-99001-"))
            #expect(files[1].name.contains("-99002-"))
            #expect(try await desk.count("SELECT count(*) FROM dispatch WHERE recipient = '99001'") == 2)
            let again = try await Self.print(desk) {
                $0.grouping = .vet
                $0.onlyUnprinted = true
            }
            #expect(again.files.isEmpty, "a run that was stopped goes on with what is missing")
        }
    }

    @Test("PRO-96: a plan without laboratory is printed all the same", arguments: Engine.allCases)
    func withoutLaboratory(engine: Engine) async throws {
        try await SamplingDesk.open(engine, Self.threeHerds) { desk in
            try await desk.edit { $0.validates = true }
            let number = try #require(try await desk.numbers().last)
            let (files, outcome) = try await Self.print(desk, [number])
            #expect(!outcome.isRefused)
            #expect(try await Paper.text(try #require(files.first).bytes).contains("à préciser"))
        }
    }

    @Test("PRO-152: the farmer's copy has no label", arguments: Engine.allCases)
    func farmersCopy(engine: Engine) async throws {
        try await SamplingDesk.open(engine, Self.threeHerds) { desk in
            try await desk.edit { $0.validates = true }
            let number = try #require(try await desk.numbers().first)
            let (files, outcome) = try await Self.print(desk, [number]) { $0.copy = .farmer }
            #expect(outcome.labels == 0)
            let codes = try await Paper.barcodes(try #require(files.first).bytes)
            #expect(codes.isDisjoint(with: ["FR9900000001", "FR9900000002", "FR9900000003"]))
        }
    }

    @Test(
        "PRO-179: the report is the document's last page, or a form of its own, as the authority chose",
        arguments: Engine.allCases, [(TuberculinReportModel.lastPage, true), (.ownForm, false)])
    func tuberculinModel(engine: Engine, _ example: (model: TuberculinReportModel, isOnDocument: Bool)) async throws {
        try await SamplingDesk.open(engine, Self.threeHerds) { desk in
            try await desk.edit { $0.validates = true }
            let choice = SetParameters(
                selector: SamplingDesk.campaign,
                changes: try ParameterChanges(
                    name: "documents.tuberculinReport", text: example.model.rawValue, justification: nil),
                emergency: "consultation")
            _ = try await choice.perform(context(desk.database, role: .authority, today: desk.today))
            let number = try #require(try await desk.numbers().first)
            let file = try #require(try await Self.print(desk, [number]).files.first)
            #expect(try await Paper.text(file.bytes).contains("Rapport de tuberculination") == example.isOnDocument)
        }
    }

    @Test("PRO-153: the tuberculin page can be printed alone, where there is a skin test", arguments: Engine.allCases)
    func tuberculinAlone(engine: Engine) async throws {
        try await SamplingDesk.open(engine, Self.threeHerds) { desk in
            try await desk.edit { $0.validates = true }
            let (files, _) = try await Self.print(desk) { $0.copy = .tuberculin }
            #expect(files.count == 1)
            let number = try #require(try await desk.numbers().first)
            #expect(files.first?.name == "\(number)-tuberculin.pdf")
        }
    }

    @Test("PRO-151: an edition that is not validated is refused, and shown as a draft only", arguments: Engine.allCases)
    func draft(engine: Engine) async throws {
        try await SamplingDesk.open(engine, Self.threeHerds) { desk in
            try await desk.edit()
            let number = try #require(try await desk.numbers().first)
            let refused = try await Self.print(desk, [number])
            #expect(refused.files.isEmpty)
            #expect(refused.outcome.findings.map(\.code) == [SamplingFinding.notValidatedYet.rawValue])

            let (files, _) = try await Self.print(desk, [number]) { $0.drafts = true }
            let file = try #require(files.first)
            #expect(file.name == "\(number)-projet.pdf")
            #expect(try await Paper.barcodes(file.bytes).isEmpty)
            #expect(try await desk.count("SELECT count(*) FROM dispatch") == 0)
        }
    }

    @Test("PRO-158: after a re-edition the later list is printed, with what it added", arguments: Engine.allCases)
    func laterEdition(engine: Engine) async throws {
        try await SamplingDesk.open(engine, Self.threeHerds) { desk in
            try await desk.edit { $0.validates = true }
            let number = try #require(try await desk.numbers().first)
            _ = try await Self.print(desk, [number])
            try await desk.database.write { connection in
                try connection.execute(
                    "UPDATE animal SET birth_date = ? WHERE number = 'FR9900000009'", [.day(Day(number: 16_000))])
            }
            try await desk.on("2020-11-20").edit([number]) {
                $0.again = true
                $0.validates = true
            }
            let (files, outcome) = try await Self.print(desk.on("2020-11-20"), [number])
            #expect(outcome.reissued == 0)
            let file = try #require(files.first)
            #expect(try await Paper.barcodes(file.bytes).contains("FR9900000009"))
            #expect(try await Paper.text(file.bytes).contains("ajouté"))
        }
    }

    @Test("PRO-157: a document of a campaign that is over is refused", arguments: Engine.allCases)
    func campaignOver(engine: Engine) async throws {
        try await SamplingDesk.open(engine, Self.threeHerds) { desk in
            try await desk.edit { $0.validates = true }
            let number = try #require(try await desk.numbers().first)
            let (files, outcome) = try await Self.print(desk.on("2021-05-01"), [number])
            #expect(files.isEmpty)
            #expect(outcome.findings.map(\.code) == [SamplingFinding.previousCampaign.rawValue])
            #expect(outcome.isRefused)
        }
    }

    @Test(
        "PRO-139: a document without any animal is left out of a batch, and printed when named",
        arguments: Engine.allCases)
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
            #expect(try await Self.print(desk).files.isEmpty)
            #expect(try await Self.print(desk, desk.numbers()).files.count == 1)
        }
    }
}
