import Exchange
import Kernel
import Prophylaxis
import Register
import Store
import Synchronization
import TestSupport
import Testing
import UseCases

/// Laboratories fetch what they are asked to analyse.
@Suite("PRO-166, CAL-43: analysis requests fetched by their laboratories") struct FetchRequestTests {
    private static func threeHerds(_ fixture: Fixture) throws {
        let campaign = try fixture.campaign(SamplingDesk.parameters())
        let laboratories = [try fixture.laboratory("LDA99"), try fixture.laboratory("LDA98")]
        for index in 0..<3 {
            let herd = try fixture.herd(in: fixture.holding("9900000\(index + 1)"))
            _ = try fixture.sampling(in: campaign, of: herd, laboratory: laboratories[index / 2])
            for animal in 1...3 { _ = try fixture.animal("FR990000\(index)00\(animal)", in: herd) }
        }
    }

    /// The account of a laboratory, by the laboratory's code.
    private static func account(_ desk: SamplingDesk, _ code: String?) async throws -> Context {
        let id = try await desk.database.read { connection in
            try code.flatMap { code in
                try connection.first("SELECT id FROM organisation WHERE code = ?", [.text(code)]) { $0.int(0) }
            }
        }
        let today = try #require(Day(desk.today))
        let actor = Actor(
            login: "labo-\(code ?? "?")", name: "Labo", role: .laboratory, scope: .national, organisation: id)
        return Context(database: desk.database, actor: actor, today: today, now: "\(today)T08:00:00Z")
    }

    private static func open(
        _ engine: Engine, _ body: (SamplingDesk, Context) async throws -> Void
    ) async throws {
        try await SamplingDesk.open(engine, threeHerds) { desk in
            try await desk.edit { $0.validates = true }
            try await body(desk, account(desk, "LDA99"))
        }
    }

    private static func list(
        _ context: Context, _ change: (inout LaboratoryRequestFilter) -> Void = { _ in }
    ) async throws -> ListAnalysisRequests.Outcome {
        var filter = LaboratoryRequestFilter()
        change(&filter)
        return try await ListAnalysisRequests(filter).perform(context)
    }

    @Test(
        "fetched once and again the same file, which the authority's own export repeats; the register shows it",
        arguments: Engine.allCases)
    func fetched(engine: Engine) async throws {
        try await Self.open(engine) { desk, laboratory in
            let waiting = try await Self.list(laboratory)
            #expect(waiting.lines.map(\.holding).sorted() == ["99000001", "99000002"] && waiting.waiting == 2)
            let key = try #require(waiting.lines.first).key
            let first = try await FetchAnalysisRequests([key]).perform(laboratory)
            #expect(first.map(\.name) == ["DAI-LDA99-\(waiting.lines[0].intervention)-1.xml"])
            let later = try await Self.account(desk.on("2020-11-20"), "LDA99")
            #expect(try await FetchAnalysisRequests([key]).perform(later).map(\.bytes) == first.map(\.bytes))
            let parsed = String(decoding: try #require(first.first).bytes, as: UTF8.self)
            #expect(parsed.contains(waiting.lines[0].intervention) && parsed.contains("LDA99"))

            let left = try await Self.list(laboratory)
            #expect(left.waiting == 1 && !left.lines.map(\.key).contains(key))
            let had = try await Self.list(laboratory) { $0.stage = .fetched }.lines
            #expect(had.map(\.key) == [key] && had[0].fetchedAt == "2020-11-15T08:00:00Z")
            #expect(had[0].fetchedBy == "labo-LDA99")

            let written = Mutex<[AnalysisRequestFile]>([])
            _ = try await WriteAnalysisRequests(campaign: SamplingDesk.campaign, filter: DocumentFilter(), again: true)
            {
                file in written.withLock { $0.append(file) }
            }.perform(context(desk.database, today: desk.today))
            #expect(written.withLock { $0.contains { $0.bytes == first[0].bytes } })
            let register = try await SendingRegister(campaign: SamplingDesk.campaign)
                .perform(context(desk.database, today: desk.today))
            #expect(register.requests.filter { $0.last == "labo-LDA99" }.map { $0[2] } == [had[0].intervention])
            #expect(register.requests.count == 3)
            let acts = try await desk.count("SELECT count(*) FROM audit_entry WHERE intention = 'analysis.fetch'")
            #expect(acts == 1, "a second fetch changes nothing")
        }
    }

    @Test("all or nothing: what is another's, or is no request, is not there", arguments: Engine.allCases)
    func foreign(engine: Engine) async throws {
        try await Self.open(engine) { desk, laboratory in
            let own = try await Self.list(laboratory).lines.map(\.key)
            let other = try await Self.account(desk, "LDA98")
            let foreign = try #require(try await Self.list(other).lines.first).key
            let strange = AnalysisRequestKey(campaign: foreign.campaign, intervention: 999_999, edition: 1)
            let keeper = try await Self.account(desk, nil)
            for (keys, who) in [
                (own + [foreign], laboratory), ([strange], laboratory),
                ([AnalysisRequestKey(campaign: 999_999, intervention: 1, edition: 1)], laboratory), (own, keeper),
            ] {
                let refused = await #expect(throws: Refused.self) { try await FetchAnalysisRequests(keys).perform(who) }
                #expect(refused?.findings.map(\.code) == [OwnFinding.requestUnknown.rawValue])
            }
            let none = await #expect(throws: Refused.self) { try await FetchAnalysisRequests([]).perform(laboratory) }
            #expect(none?.findings.map(\.code) == [OwnFinding.noRequestSelected.rawValue])
            #expect(try await Self.list(keeper) { $0.stage = .all }.lines.isEmpty)
            #expect(try await desk.count("SELECT count(*) FROM analysis_request WHERE fetched_at IS NOT NULL") == 0)
        }
    }

    @Test("PRO-127: what was cancelled is shown as such and not handed out", arguments: Engine.allCases)
    func cancelled(engine: Engine) async throws {
        try await Self.open(engine) { desk, laboratory in
            let keys = try await Self.list(laboratory).lines.map(\.key)
            let number = try #require(try await Self.list(laboratory).lines.first).intervention
            _ = try await CancelDocument(campaign: SamplingDesk.campaign, number: number, reason: "Erreur")
                .perform(context(desk.database, today: desk.today))
            let refused = await #expect(throws: Refused.self) {
                try await FetchAnalysisRequests(keys).perform(laboratory)
            }
            #expect(refused?.findings.map(\.code) == [OwnFinding.requestCancelled.rawValue])
            #expect(try await Self.list(laboratory).waiting == 1)
            let all = try await Self.list(laboratory) { $0.stage = .all }.lines
            #expect(all.filter(\.isCancelled).map(\.intervention) == [number])
        }
    }

    @Test("page by page, by department and by the start of a number", arguments: Engine.allCases)
    func pages(engine: Engine) async throws {
        try await Self.open(engine) { _, laboratory in
            let all = try await Self.list(laboratory).lines
            let first = try await Self.list(laboratory) { $0.limit = 1 }
            let second = try await Self.list(laboratory) {
                $0.limit = 1
                $0.after = first.next
            }
            #expect((first.lines + second.lines).map(\.key) == all.map(\.key) && second.next == nil)
            for (number, found) in [("99000002", 1), ("9900000", 2), (all[0].intervention, 1), ("4", 0), ("%", 2)] {
                #expect(try await Self.list(laboratory) { $0.number = number }.lines.count == found, "\(number)")
            }
            #expect(try await Self.list(laboratory) { $0.department = "15" }.lines.isEmpty)
        }
    }

    @Test("several requests are one archive")
    func archive() async throws {
        try await Self.open(.sqlite) { _, laboratory in
            let keys = try await Self.list(laboratory).lines.map(\.key)
            let files = try await FetchAnalysisRequests(keys).perform(laboratory)
            let archive = try ZipArchive(opening: .bytes(files.zipped(), name: "a.zip"))
            #expect(archive.entries.map(\.name).sorted() == files.map(\.name).sorted())
            let bytes = try archive.entries.map { try archive.source(of: $0).readAll(limit: 100_000) }
            #expect(Set(bytes) == Set(files.map(\.bytes)))
        }
    }
}
