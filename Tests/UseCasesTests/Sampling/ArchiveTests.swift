import Kernel
import Prophylaxis
import Register
import Store
import Synchronization
import TestSupport
import Testing
import UseCases

/// Documents of former campaigns, and what else may stand on a document.
@Suite struct ArchiveTests {
    private final class Tray: Sendable {
        private let files = Mutex<[PrintedFile]>([])
        func take(_ file: PrintedFile) { files.withLock { $0.append(file) } }
        var all: [PrintedFile] { files.withLock { $0 } }
    }

    private static func herd(_ fixture: Fixture, _ change: (inout CampaignParameters) -> Void = { _ in }) throws {
        let herd = try fixture.herd(in: fixture.holding())
        let campaign = try fixture.campaign(SamplingDesk.parameters(change))
        _ = try fixture.sampling(in: campaign, of: herd, laboratory: try fixture.laboratory())
        for animal in 1...3 { _ = try fixture.animal("FR990000000\(animal)", in: herd) }
    }

    private static func print(_ desk: SamplingDesk) async throws -> PrintedFile? {
        let tray = Tray()
        _ = try await PrintDocuments(
            campaign: SamplingDesk.campaign, filter: DocumentFilter(numbers: try await desk.numbers()),
            choice: PrintChoice(), emit: { tray.take($0) }
        ).perform(context(desk.database, today: desk.today))
        return tray.all.first
    }

    private static func reprint(
        _ desk: SamplingDesk, role: Role = .inspector
    ) async throws -> (file: PrintedFile?, outcome: PrintOutcome) {
        let tray = Tray()
        let outcome = try await ReprintDocuments(
            campaign: SamplingDesk.campaign, filter: DocumentFilter(numbers: try await desk.numbers()), copy: .labels,
            emit: { tray.take($0) }
        ).perform(context(desk.database, role: role, today: desk.today))
        return (tray.all.first, outcome)
    }

    @Test(
        "PRO-157, PRO-151: what a closed campaign issued comes out byte for byte, for the file only",
        arguments: Engine.allCases)
    func closedCampaign(engine: Engine) async throws {
        try await SamplingDesk.open(engine, { try Self.herd($0) }) { desk in
            try await desk.edit { $0.validates = true }
            let issued = try #require(try await Self.print(desk))
            try await desk.database.write { connection in
                try connection.execute("UPDATE campaign SET state = 'closed', closed_on = ?", [.day(day("2021-06-15"))])
                try connection.execute("UPDATE holding SET name = 'Ferme vendue'")
            }
            let later = desk.on("2022-11-20")
            #expect(try await Self.print(later) == nil, "not for use")
            let (file, outcome) = try await Self.reprint(later, role: .nationalAuthority)
            #expect(file?.bytes == issued.bytes)
            #expect(file?.name == issued.name)
            #expect(outcome.reissued == 1)
            #expect(!outcome.isRefused)
            #expect(try await desk.count("SELECT count(*) FROM dispatch") == 1, "nothing was sent")
        }
    }

    @Test("A validated document that was never printed is drawn from its frozen list", arguments: Engine.allCases)
    func neverPrinted(engine: Engine) async throws {
        try await SamplingDesk.open(engine, { try Self.herd($0) }) { desk in
            let refused = try await Self.reprint(desk).outcome
            #expect(refused.findings.map(\.code) == ["document-not-validated-yet"])
            try await desk.edit { $0.validates = true }
            try await desk.database.write { connection in
                try connection.execute("UPDATE herd_assignment SET until = ?", [.day(day("2020-12-01"))])
            }
            let (file, outcome) = try await Self.reprint(desk.on("2022-11-20"))
            let copy = try #require(file)
            #expect(copy.name.hasSuffix("-copie.pdf"))
            #expect(outcome.findings.map(\.code) == ["document-never-printed"])
            let text = try text(ofPDF: copy.bytes)
            #expect(text.contains("0001") && text.contains("0003"))
            #expect(try await desk.count("SELECT count(*) FROM dispatch") == 0)
        }
    }

    @Test(
        "CAL-43: of a file with several documents a veterinarian or keeper gets the own one only",
        arguments: Engine.allCases)
    func notOthers(engine: Engine) async throws {
        let herds: @Sendable (Fixture) throws -> Void = { fixture in
            let campaign = try fixture.campaign(SamplingDesk.parameters { _ in })
            let laboratory = try fixture.laboratory()
            for (number, animal) in [("99000001", "FR9900000001"), ("99000002", "FR9900000002")] {
                let herd = try fixture.herd(in: fixture.holding(number))
                _ = try fixture.sampling(in: campaign, of: herd, laboratory: laboratory)
                _ = try fixture.animal(animal, in: herd)
            }
        }
        try await SamplingDesk.open(engine, { try herds($0) }) { desk in
            try await desk.edit { $0.validates = true }
            var choice = PrintChoice()
            choice.grouping = .vet
            _ = try await PrintDocuments(
                campaign: SamplingDesk.campaign, filter: DocumentFilter(), choice: choice, emit: { _ in }
            ).perform(context(desk.database, today: desk.today))
            let first = DocumentFilter(numbers: [try #require(try await desk.numbers().first)])
            for (role, scope, seesAll) in [
                (Role.inspector, Scope.national, true), (.veterinarian, .relations(of: 1), false),
                (.keeper, .holdings(of: "essai"), false),
            ] {
                let tray = Tray()
                let asked = try context(desk.database, today: desk.today)
                let reader = Context(
                    database: desk.database, actor: Actor(login: "essai", name: "Essai", role: role, scope: scope),
                    today: asked.today, now: asked.now)
                _ = try await ReprintDocuments(
                    campaign: SamplingDesk.campaign, filter: first, copy: .labels, emit: { tray.take($0) }
                ).run(reader)
                let text = try text(ofPDF: try #require(tray.all.first).bytes)
                #expect(text.contains("99000001"), Comment(rawValue: role.rawValue))
                #expect(text.contains("99000002") == seesAll, Comment(rawValue: role.rawValue))
            }
        }
    }

    @Test(
        "PRO-179: the tuberculin form is drawn as such, and only where a tuberculin test is planned",
        arguments: Engine.allCases)
    func tuberculinForm(engine: Engine) async throws {
        try await SamplingDesk.open(engine, { try Self.herd($0) }) { desk in
            try await desk.edit { $0.validates = true }
            let filter = DocumentFilter(numbers: try await desk.numbers())
            func drawn() async throws -> (Tray, PrintOutcome) {
                let tray = Tray()
                let outcome = try await ReprintDocuments(
                    campaign: SamplingDesk.campaign, filter: filter, copy: .tuberculin, emit: { tray.take($0) }
                ).perform(context(desk.database, today: desk.today))
                return (tray, outcome)
            }
            let (nothing, refused) = try await drawn()
            #expect(nothing.all.isEmpty && refused.findings.map(\.code) == ["own-not-for-tuberculin"])
            try await desk.database.write { connection in
                try connection.execute(
                    "UPDATE requested_plan SET disease = 'TUB', matrix = 'skin' WHERE disease = 'BRU'")
            }
            let text = try text(ofPDF: try #require(try await drawn().0.all.first).bytes)
            #expect(text.lowercased().contains("tuberculination") && !text.contains("COPIE ÉLEVEUR"))
        }
    }

    @Test(
        "PRO-60, PRO-01: other regulated diseases share the samples and their document, and are not Vigie's to read",
        arguments: Engine.allCases)
    func attachedDiseases(engine: Engine) async throws {
        try await SamplingDesk.open(
            engine, { try Self.herd($0) { $0.documents.attachedDiseases = ["IBR", "BVD"] } }
        ) { desk in
            try await desk.edit { $0.validates = true }
            let file = try #require(try await Self.print(desk))
            let text = try text(ofPDF: file.bytes)
            #expect(text.contains("hors campagne : IBR, BVD"))
            #expect(
                try await desk.count("SELECT count(*) FROM requested_plan WHERE disease NOT IN ('BRU', 'LEU')") == 0)
        }
    }
}
