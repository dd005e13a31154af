import Exchange
import Kernel
import Prophylaxis
import Store
import TestSupport
import Testing
import UseCases

@Suite struct DysfunctionTests {
    private static let selector = CampaignSelector(department: Fixture.department, year: 2021)

    private func with(_ engine: Engine, _ body: (BloodDesk) async throws -> Void) async throws {
        try await BloodDesk.with(engine) { desk in
            try await desk.database.write { connection in
                try Fixture(connection).plan(.tuberculosis, .skin, in: desk.campaign, desk.intervention)
                try connection.execute("UPDATE requested_animal SET diseases = 7")
            }
            try await body(desk)
        }
    }

    private func report(_ desk: BloodDesk, received: String = "2020-11-10") throws -> TuberculinInput {
        var input = TuberculinInput(
            intervention: desk.number, method: "IDS", injectedOn: try #require(Day("2020-11-02")),
            receivedOn: try #require(Day(received)))
        input.readOn = Day("2020-11-05")
        input.subjective = false
        input.counts.testedSimple = 3
        input.counts.negativeSimple = 3
        return input
    }

    @Test("PRO-216: every kind of malfunction can be noted, with who is concerned", arguments: Engine.allCases)
    func noted(engine: Engine) async throws {
        try await with(engine) { desk in
            let work = try context(desk.database)
            for kind in DysfunctionKind.allCases {
                try await RecordDysfunction(
                    kind, in: Self.selector, intervention: desk.number, concerned: "LDA99",
                    note: "Constaté au téléphone"
                ).perform(work)
            }
            let rows = try await ListDysfunctions(in: Self.selector).perform(work)
            #expect(rows.map(\.kind) == DysfunctionKind.allCases.map(\.rawValue))
            #expect(Set(rows.map(\.intervention)) == [desk.number])
            #expect(Set(rows.map(\.concerned)) == ["LDA99"])
            let one = try await ListDysfunctions(in: Self.selector, kind: .milkNotSent).perform(work)
            #expect(one.map(\.kind) == ["milk-not-sent"])
            let silent = RecordDysfunction(.wrongTest, in: Self.selector, note: " ")
            await #expect(throws: Refused.self) { try await silent.perform(work) }
        }
    }

    @Test(
        "PRO-218, PRO-314: ANODEPPHYB has three values, each on an intervention and on nothing else",
        arguments: Engine.allCases)
    func descriptor(engine: Engine) async throws {
        #expect(
            DysfunctionKind.allCases.filter(\.isDescriptor).map(\.rawValue) == ["ABSRAP", "RAPNONCONF", "NUMBOVNONNEG"])
        try await with(engine) { desk in
            let work = try context(desk.database)
            for kind in DysfunctionKind.allCases where kind.isDescriptor {
                let nowhere = RecordDysfunction(kind, in: Self.selector, note: "x")
                await #expect(throws: Refused.self) { try await nowhere.perform(work) }
            }
            // What the reception records by itself: no report, another model, a number that is not whole.
            try await RecordAbsentReport(desk.number, department: "63").perform(work)
            var input = try report(desk)
            input.approvedModel = false
            input.counts.negativeSimple = 2
            input.counts.positiveSimple = 1
            input.animals = [.init(number: "FR1234", outcome: "positive")]
            _ = try await AddTuberculinReport(input, department: "63", fictitious: true).perform(work)
            let rows = try await ListDysfunctions(in: Self.selector).perform(work)
            let codes = rows.filter { DysfunctionKind(rawValue: $0.kind)?.isDescriptor == true }
            #expect(Set(codes.map(\.kind)) == ["ABSRAP", "RAPNONCONF", "NUMBOVNONNEG"])
            #expect(codes.count == 3 && codes.allSatisfy { $0.intervention == desk.number })
        }
    }

    @Test(
        "PRO-183: a report is on time up to seven days after the reading",
        arguments: [("2020-11-11", 0), ("2020-11-12", 0), ("2020-11-13", 1)])
    func late(received: String, count: Int) async throws {
        try await with(.sqlite) { desk in
            let told = try await AddTuberculinReport(
                report(desk, received: received), department: "63", fictitious: true
            ).perform(context(desk.database))
            #expect(told.filter { $0.code == "tuberculin-report-late" }.count == count)
            #expect(try await desk.count("SELECT count(*) FROM dysfunction WHERE kind = 'report-late'") == count)
        }
    }

    @Test("PRO-313: LECTTUBSBJ says yes or no, and its absence is told", arguments: Engine.allCases)
    func subjective(engine: Engine) async throws {
        try await with(engine) { desk in
            let days = ["2020-11-02", "2020-11-03", "2020-11-04"]
            for (day, said) in zip(days, ["1", "0", ""]) {
                let header = TuberculinReportRow.table.columns.map(\.name).joined(separator: ";")
                let line = "\(desk.number);IDS;\(day);2020-11-07;2020-11-10;3;3;;;;;;;;\(said);approved;"
                let outcome = try await ImportTuberculinReports(
                    .text(header + "\n" + line + "\n", name: "r.csv"), animals: nil, department: "63", fictitious: true
                ).perform(context(desk.database))
                #expect(outcome.run.state == .accepted)
                #expect((outcome.counts["tuberculin-report-incomplete"] ?? 0) == (said.isEmpty ? 1 : 0))
            }
            let stored = try await desk.texts(
                "SELECT COALESCE(CAST(subjective AS CHAR(1)), '-') FROM tuberculin_report ORDER BY injected_on")
            #expect(stored.map { $0.prefix(1) } == ["1", "0", "-"])
        }
    }

    @Test(
        "PRO-109: for blood the one rule of time is the campaign, from its first day to its last",
        arguments: [(true, -1, true), (true, 0, false), (false, 0, false), (false, 1, true)])
    func bloodInTime(fromStart: Bool, days: Int, isOutside: Bool) async throws {
        try await BloodDesk.with(.sqlite) { desk in
            let parameters = CampaignParameters(department: "63", prophylaxisYear: 2021)
            let sampled = (fromStart ? parameters.startsOn : parameters.endsOn).adding(days: days).description
            let lines = (0..<3).map { BloodDesk.Line(animal: BloodDesk.animal($0), sampledOn: sampled) }
            let text = desk.xml(lines).replacing("2020-11-09", with: "2021-06-01").replacing(
                "2020-11-10", with: "2021-06-02")
            let outcome = try await desk.send(text, today: "2021-07-10")
            #expect((outcome.counts["sampled-outside-campaign"] ?? 0) == (isOutside ? 3 : 0))
            let proposals = try await desk.texts("SELECT proposal FROM disease_state WHERE disease = 'BRU'")
            #expect((proposals == ["A"]) == !isOutside)
        }
    }
}
