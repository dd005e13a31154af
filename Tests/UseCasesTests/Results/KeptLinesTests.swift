import Exchange
import Kernel
import Prophylaxis
import Store
import TestSupport
import Testing
import UseCases

/// Nothing that is sent is lost: what is refused waits, is corrected and judged again.
@Suite struct KeptLinesTests {
    private static func reports(_ lines: [String]) -> String {
        ([TuberculinReportRow.table.columns.map(\.name).joined(separator: ";")] + lines).joined(separator: "\n") + "\n"
    }

    private static func animals(_ lines: [String]) -> String {
        ([TuberculinAnimalRow.table.columns.map(\.name).joined(separator: ";")] + lines).joined(separator: "\n") + "\n"
    }

    private static func report(_ number: String, negative: Int = 2, positive: Int = 1, day: String = "2020-11-02")
        -> String
    { "\(number);IDS;\(day);2020-11-05;2020-11-10;3;\(negative);;\(positive);;;;;;1;approved;" }

    private func send(_ desk: BloodDesk, _ reports: String, _ animals: String) async throws -> ResultImportOutcome {
        try await ImportTuberculinReports(
            .text(reports, name: "r.csv"), animals: .text(animals, name: "a.csv"), department: "63", fictitious: true
        ).perform(context(desk.database))
    }

    private func with(_ engine: Engine, _ body: (BloodDesk) async throws -> Void) async throws {
        try await BloodDesk.with(engine) { desk in
            try await desk.database.write { connection in
                try Fixture(connection).plan(.tuberculosis, .skin, in: desk.campaign, desk.intervention)
                try connection.execute("UPDATE requested_animal SET diseases = 7")
            }
            try await body(desk)
        }
    }

    private var options: ImportMilkResults.Options {
        var options = ImportMilkResults.Options()
        options.fictitious = true
        return options
    }

    @Test(
        "PRO-178: a refused report line is corrected, takes its animals back and counts", arguments: Engine.allCases)
    func report(engine: Engine) async throws {
        try await with(engine) { desk in
            let sent = try await send(
                desk, Self.reports([Self.report(desk.number, day: "pas une date")]),
                Self.animals(["\(desk.number);\(BloodDesk.animal(0));positive;;"]))
            #expect(sent.run.state == .refused)
            let open = try await desk.database.read { try $0.openRefusedResults(ofRun: sent.run.id) }
            #expect(open.map { "\($0.part) \($0.line)" } == ["tuberculin 2", "tuberculin-animals 2"])
            #expect(open.map(\.nonNegative) == [true, true])
            // As they are, they are refused again, and stay on the list.
            let same = ReplayResults(sent.run.id, department: "63", options: options)
            #expect(try await same.perform(context(desk.database)).run.state == .refused)
            #expect(try await desk.count("SELECT count(*) FROM import_refused_line WHERE state = 'open'") == 2)
            let corrected = ReplayResults(
                sent.run.id, department: "63", corrections: [2: Self.report(desk.number)], options: options)
            let outcome = try await corrected.perform(context(desk.database))
            #expect(outcome.run.state == .accepted)
            #expect((outcome.run.acceptedCount, outcome.run.refusedCount) == (1, 0))
            #expect(try await desk.texts("SELECT number FROM tuberculin_animal") == [BloodDesk.animal(0)])
            #expect(try await desk.count("SELECT count(*) FROM import_refused_line WHERE state = 'open'") == 0)
            #expect(try await desk.texts("SELECT status FROM disease_state WHERE disease = 'TUB'") == ["AS"])
            #expect(try await desk.count("SELECT count(*) FROM import_run") == 1)
        }
    }

    @Test(
        "PRO-178: a refused animal is corrected; its report, which counted, is told again", arguments: Engine.allCases)
    func animal(engine: Engine) async throws {
        try await with(engine) { desk in
            let sent = try await send(
                desk, Self.reports([Self.report(desk.number)]),
                Self.animals(["\(desk.number);\(BloodDesk.animal(0));positive;;", "\(desk.number);;doubtful;;"]))
            #expect(sent.run.state == .partly)
            #expect((sent.run.acceptedCount, sent.run.refusedCount) == (1, 1))
            let corrected = ReplayResults(
                sent.run.id, department: "63",
                animalCorrections: [3: "\(desk.number);\(BloodDesk.animal(1));doubtful;;"], options: options)
            let outcome = try await corrected.perform(context(desk.database))
            #expect((outcome.run.acceptedCount, outcome.run.refusedCount) == (1, 0))
            let standing = """
                SELECT a.number FROM tuberculin_animal a JOIN tuberculin_report r ON r.id = a.report_id
                WHERE r.replaced_at IS NULL ORDER BY a.number
                """
            #expect(try await desk.texts(standing) == [BloodDesk.animal(0), BloodDesk.animal(1)])
        }
    }

    @Test("The same files again judge what was refused, and nothing twice", arguments: Engine.allCases)
    func sentAgain(engine: Engine) async throws {
        try await with(engine) { desk in
            let files = (
                Self.reports([Self.report(desk.number, negative: 3, positive: 0), Self.report("990099999999")]),
                Self.animals(["\(desk.number);;untested;;"])
            )
            for _ in 1...3 {
                let outcome = try await send(desk, files.0, files.1)
                #expect((outcome.run.acceptedCount, outcome.run.refusedCount) == (1, 2))
            }
            #expect(try await desk.count("SELECT count(*) FROM tuberculin_report") == 1)
            #expect(try await desk.count("SELECT count(*) FROM import_run") == 1)
            #expect(try await desk.count("SELECT count(*) FROM unattached_result") == 1)
        }
    }

    @Test("Files of which nothing can be used are kept whole, and judged when they come again")
    func unusable() async throws {
        try await with(.sqlite) { desk in
            let good = Self.reports([Self.report(desk.number)])
            let broken = "intervention\n\(desk.number)\n"
            let sent = try await send(desk, good, broken)
            #expect(sent.run.state == .refused)
            #expect(try await desk.count("SELECT count(*) FROM tuberculin_report") == 0)
            #expect(try await desk.count("SELECT count(*) FROM work_item WHERE kind = 'alert-non-negative'") == 1)
            let kept = try await desk.database.read { connection in
                try connection.all("SELECT digest FROM blob WHERE media_type = 'text/csv'") { $0.text(0) }
            }
            #expect(Set(kept) == Set([good, broken].map { ContentDigest(of: Array($0.utf8)).hex }))
            #expect(try await send(desk, good, broken).run.state == .refused)
            #expect(try await desk.count("SELECT count(*) FROM import_run") == 1)
            #expect(try await send(desk, good, Self.animals([])).run.state == .accepted)
        }
    }

    @Test(
        "PRO-189: a comparative test after a report that is not negative is told and listed", arguments: Engine.allCases
    )
    func recheck(engine: Engine) async throws {
        try await with(engine) { desk in
            let first = try await send(
                desk, Self.reports([Self.report(desk.number)]),
                Self.animals(["\(desk.number);\(BloodDesk.animal(0));positive;;"]))
            #expect(first.counts["recheck-in-prophylaxis"] == nil)
            let second = try await send(
                desk,
                Self.reports(["\(desk.number);IDC;2020-12-20;2020-12-23;2020-12-28;;;;;1;1;;;;1;approved;"]),
                Self.animals([]))
            #expect(second.counts["recheck-in-prophylaxis"] == 1)
            let rows = try await desk.database.read { try $0.misplacedRechecks(campaign: desk.campaign) }
            #expect(rows.map { "\($0.kind) \($0.detail)" } == ["recheck-in-prophylaxis 2020-12-20"])
        }
    }

    @Test("PRO-189: a brucellosis recheck recorded outside the campaign is listed", arguments: Engine.allCases)
    func recheckOutside(engine: Engine) async throws {
        try await BloodDesk.with(engine) { desk in
            _ = try await desk.send([.init(interpretation: "POS"), .init(animal: BloodDesk.animal(1))])
            try await desk.database.write { connection in
                let fixture = Fixture(connection)
                for _ in 0..<500 { _ = fixture.nextID() }
                let herd = Int64(try connection.count("SELECT herd_id FROM intervention"))
                let outside = try fixture.intervention(
                    in: desk.campaign, of: herd, kind: "outside", parent: desk.intervention)
                try fixture.blood(.brucellosis, in: desk.campaign, outside, desk.cows[0], "NEG")
                try fixture.blood(.brucellosis, in: desk.campaign, outside, desk.cows[1], "NEG")
            }
            let rows = try await desk.database.read { try $0.misplacedRechecks(campaign: desk.campaign) }
            #expect(rows.map(\.kind) == ["recheck-outside"])
            #expect(rows.map(\.detail) == ["\(BloodDesk.animal(0)) \(desk.number)"])
        }
    }
}
