import Exchange
import Kernel
import Prophylaxis
import Store
import TestSupport
import Testing
import UseCases

@Suite struct OtherSampleTests {
    private static func take(_ desk: SamplingDesk, _ lines: String...) async throws -> ImportOtherSamples.Outcome {
        let header = OtherSampleRow.table.columns.map(\.name).joined(separator: ";")
        let text = ([header] + lines).joined(separator: "\n") + "\n"
        return try await ImportOtherSamples(
            campaign: SamplingDesk.campaign, source: .bytes(Array(text.utf8), name: "ibr.csv"), fictitious: true
        ).perform(context(desk.database, today: desk.today))
    }

    @Test("PRO-130: cattle sampled for IBR come first; a file taken in twice counts once", arguments: Engine.allCases)
    func first(engine: Engine) async throws {
        try await SamplingDesk.open(
            engine,
            { fixture in
                let herd = try fixture.herd(in: fixture.holding())
                let campaign = try fixture.campaign(SamplingDesk.parameters())
                _ = try fixture.sampling(in: campaign, of: herd)
                for number in 10...49 { _ = try fixture.animal("FR99000000\(number)", in: herd) }
            }
        ) { desk in
            let lines = (20...24).map { "FR99000000\($0);IBR;2020-10-20" }
            for _ in 1...2 {
                let outcome = try await Self.take(desk, lines[0], lines[1], lines[2], lines[3], lines[4])
                #expect(outcome.accepted == 5)
            }
            #expect(try await desk.count("SELECT count(*) FROM other_sample") == 5)
            try await desk.edit { $0.validates = true }
            #expect(Set(try await desk.list().keys).isSuperset(of: (20...24).map { "00\($0)" }))
        }
    }

    @Test("An unknown animal and a bad date are told with their line; the rest counts", arguments: Engine.allCases)
    func badLines(engine: Engine) async throws {
        try await SamplingDesk.open(engine, EditionTests.laboratoryHerd) { desk in
            let outcome = try await Self.take(
                desk, "FR9900000001;IBR;2020-10-20", "FR9900000077;IBR;2020-10-20", "FR9900000002;IBR;2020-13-20")
            #expect(outcome.accepted == 1)
            #expect(outcome.refused == 2)
            let unknown = try #require(
                outcome.findings.first { $0.code == SamplingFinding.sampledAnimalUnknown.rawValue })
            #expect(unknown.place?.line == 3)
        }
    }

    @Test(
        "PRO-130: refused lines wait, are corrected and replayed; a dismissed one stays so", arguments: Engine.allCases)
    func replay(engine: Engine) async throws {
        try await SamplingDesk.open(engine, EditionTests.laboratoryHerd) { desk in
            let lines = ["FR9900000001;IBR;2020-10-20", "FR9900000077;IBR;2020-10-20", "FR9900000002;IBR;2020-13-20"]
            let sent = try await Self.take(desk, lines[0], lines[1], lines[2])
            let work = try context(desk.database, role: .authority, today: desk.today)
            _ = try await DismissResult(.refused(run: sent.run, line: 3), department: "63", reason: "Vendu").perform(
                work)
            var options = ImportMilkResults.Options()
            options.fictitious = true
            let replayed = try await ReplayResults(
                sent.run, department: "63", corrections: [4: "FR9900000002;IBR;2020-10-20"], options: options
            ).perform(work)
            #expect((replayed.run.acceptedCount, replayed.run.refusedCount) == (2, 0))
            #expect(try await desk.count("SELECT count(*) FROM other_sample") == 2)
            #expect(try await desk.count("SELECT count(*) FROM import_refused_line WHERE state = 'dismissed'") == 1)
            #expect(try await desk.count("SELECT count(*) FROM import_refused_line WHERE state = 'open'") == 0)
            #expect(try await Self.take(desk, lines[0], lines[1], lines[2]).refused == 0)
        }
    }
}
