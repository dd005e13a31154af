import Exchange
import Kernel
import Prophylaxis
import Store
import TestSupport
import Testing
import UseCases

@Suite struct TuberculinReceptionTests {
    /// A herd with a skin plan and three animals on its document.
    private func with(_ engine: Engine, _ body: (BloodDesk) async throws -> Void) async throws {
        try await BloodDesk.with(engine) { desk in
            try await desk.database.write { connection in
                try Fixture(connection).plan(.tuberculosis, .skin, in: desk.campaign, desk.intervention)
                try connection.execute("UPDATE requested_animal SET diseases = 7")
            }
            try await body(desk)
        }
    }

    private func report(
        _ desk: BloodDesk, injected: String = "2020-11-02", read: String? = "2020-11-05",
        _ change: (inout TuberculinInput) -> Void = { _ in }
    ) throws -> TuberculinInput {
        var input = TuberculinInput(
            intervention: desk.number, method: "IDS", injectedOn: try #require(Day(injected)),
            receivedOn: try #require(Day("2020-11-10")))
        input.readOn = try read.map { try #require(Day($0)) }
        input.subjective = false
        input.counts.testedSimple = 3
        input.counts.negativeSimple = 3
        change(&input)
        return input
    }

    private func add(_ input: TuberculinInput, _ desk: BloodDesk) async throws -> [String] {
        try await AddTuberculinReport(input, department: "63", fictitious: true)
            .perform(context(desk.database)).map(\.code)
    }

    @Test(
        "PRO-181, PRO-184, PRO-313, EX-32: visit on the injection day, kept five years from the receipt",
        arguments: Engine.allCases)
    func adds(_ engine: Engine) async throws {
        try await with(engine) { desk in
            let codes = try await add(report(desk), desk)
            #expect(codes.isEmpty)
            #expect(try await desk.texts("SELECT visited_on FROM visit WHERE kind = 'injection'") == ["2020-11-02"])
            #expect(try await desk.texts("SELECT keep_until FROM tuberculin_report") == ["2025-11-10"])
            #expect(try await desk.count("SELECT count(*) FROM tuberculin_report WHERE subjective = 0") == 1)
            #expect(
                try await desk.texts("SELECT status || ' ' || tested FROM disease_state WHERE disease = 'TUB'") == [
                    "SA 3"
                ])
            #expect(try await desk.count("SELECT count(*) FROM dysfunction") == 0)
        }
    }

    @Test(
        "Decision 21, EX-12: counts that do not add up are told, stored and still raise AS", arguments: Engine.allCases)
    func inconsistent(_ engine: Engine) async throws {
        try await with(engine) { desk in
            let input = try report(desk) {
                $0.counts.doubtfulSimple = 1
                $0.animals = [.init(number: BloodDesk.animal(0), outcome: "doubtful")]
            }
            let codes = try await add(input, desk)
            #expect(codes == ["tuberculin-counts-inconsistent"])
            #expect(try await desk.texts("SELECT status FROM disease_state WHERE disease = 'TUB'") == ["AS"])
            #expect(try await desk.texts("SELECT kind FROM work_item") == ["alert-non-negative"])
        }
    }

    @Test("PRO-193, PRO-195, PRO-196, PRO-182, PRO-314: each malfunction has its finding and its descriptor")
    func malfunctions() async throws {
        try await with(.sqlite) { desk in
            let input = try report(desk, read: "2020-11-01") {
                $0.approvedModel = false
                $0.subjective = nil
                $0.counts.negativeSimple = 2
                $0.counts.positiveSimple = 1
                $0.animals = [.init(number: "FR1234", outcome: "positive")]
            }
            let codes = Set(try await add(input, desk))
            #expect(
                codes == [
                    "read-before-injection", "report-model-not-approved", "tuberculin-report-incomplete",
                    "non-negative-number-incomplete", "tuberculin-report-late",
                ])
            let kinds = try await desk.texts("SELECT kind FROM dysfunction ORDER BY kind")
            #expect(kinds == ["NUMBOVNONNEG", "RAPNONCONF", "report-incomplete", "report-late"])
            #expect(try await desk.texts("SELECT number FROM tuberculin_animal") == ["FR1234"])
        }
    }

    @Test(
        "A new report of the same injection replaces the earlier one, another injection does not",
        arguments: Engine.allCases)
    func replaces(_ engine: Engine) async throws {
        try await with(engine) { desk in
            let positive = try report(desk) {
                $0.counts.negativeSimple = 2
                $0.counts.positiveSimple = 1
                $0.animals = [.init(number: BloodDesk.animal(0), outcome: "positive")]
            }
            _ = try await add(positive, desk)
            _ = try await add(report(desk), desk)
            _ = try await add(report(desk, injected: "2020-11-04", read: "2020-11-07"), desk)
            #expect(try await desk.count("SELECT count(*) FROM tuberculin_report WHERE replaced_at IS NULL") == 2)
            #expect(
                try await desk.texts("SELECT kind FROM work_item ORDER BY kind") == [
                    "alert-non-negative", "replacement-removes-non-negative",
                ])
        }
    }

    @Test(
        "decision 4: a positive that another report takes back is named to the authority, also where one stays",
        arguments: Engine.allCases)
    func takenBack(_ engine: Engine) async throws {
        try await with(engine) { desk in
            func positives(_ animals: [Int]) throws -> TuberculinInput {
                try report(desk) {
                    $0.counts.negativeSimple = 3 - animals.count
                    $0.counts.positiveSimple = animals.count
                    $0.animals = animals.map { .init(number: BloodDesk.animal($0), outcome: "positive") }
                }
            }
            _ = try await add(positives([0, 1]), desk)
            _ = try await add(positives([1]), desk)
            let facts = try await desk.texts(
                "SELECT facts FROM work_item WHERE kind = 'replacement-removes-non-negative'")
            #expect(facts.count == 1)
            #expect(facts.first?.contains("\"animals\":\"\(BloodDesk.animal(0))\"") == true, "\(facts)")
        }
    }

    @Test("PRO-194, PRO-314: a report that never came is recorded")
    func absent() async throws {
        try await with(.sqlite) { desk in
            try await RecordAbsentReport(desk.number, department: "63").perform(context(desk.database))
            #expect(try await desk.texts("SELECT kind FROM dysfunction") == ["ABSRAP"])
        }
    }

    @Test("PRO-178: two tables of a file; unknown interventions wait, bad lines stay", arguments: Engine.allCases)
    func files(_ engine: Engine) async throws {
        try await with(engine) { desk in
            let header = TuberculinReportRow.table.columns.map(\.name).joined(separator: ";")
            let animalHeader = TuberculinAnimalRow.table.columns.map(\.name).joined(separator: ";")
            func line(_ number: String, _ positive: String, day: String = "2020-11-02") -> String {
                "\(number);IDS;\(day);2020-11-05;2020-11-10;3;2;;\(positive);;;;;;1;approved;"
            }
            let reports = [
                header, line(desk.number, "1"), line("990099999999", "1"), line(desk.number, "0", day: "pas une date"),
            ]
            let animals = [animalHeader, "\(desk.number);\(BloodDesk.animal(0));positive;;"]
            let useCase = ImportTuberculinReports(
                .text(reports.joined(separator: "\n") + "\n", name: "r.csv"),
                animals: .text(animals.joined(separator: "\n") + "\n", name: "a.csv"), department: "63",
                fictitious: true)
            let outcome = try await useCase.perform(context(desk.database))
            #expect(outcome.run.state == .partly)
            #expect(outcome.run.acceptedCount == 1)
            #expect(outcome.unattached == 1)
            #expect(try await desk.texts("SELECT number FROM tuberculin_animal") == [BloodDesk.animal(0)])
            #expect(try await desk.count("SELECT count(*) FROM import_refused_line") == 1)
            let id = Int64(try await desk.count("SELECT id FROM unattached_result WHERE non_negative = 1"))
            _ = try await AttachResult(id, to: desk.number, department: "63").perform(context(desk.database))
            #expect(try await desk.count("SELECT count(*) FROM tuberculin_report") == 2)
        }
    }
}

@Suite struct ReceptionListTests {
    @Test("PRO-186, PRO-187, PRO-188, PRO-197: what is missing, not analysed, contradicted", arguments: Engine.allCases)
    func lists(_ engine: Engine) async throws {
        try await BloodDesk.with(engine) { desk in
            var other = BloodDesk.Line(interpretation: "POS")
            other.sample = "autre"
            _ = try await desk.send([
                BloodDesk.Line(), other, BloodDesk.Line(animal: BloodDesk.animal(1), reason: "late"),
            ])
            try await desk.database.read { connection in
                let missing = try connection.plansWithoutResult(campaign: desk.campaign, matrix: nil, intervention: nil)
                #expect(missing.map(\.disease) == ["LEU"])
                let milk = try connection.plansWithoutResult(campaign: desk.campaign, matrix: "milk", intervention: nil)
                #expect(milk.isEmpty)
                let notAnalysed = try connection.samplesNotAnalysed(campaign: desk.campaign)
                #expect(notAnalysed.map(\.detail) == ["\(BloodDesk.animal(1)) late"])
                let contradicted = try connection.contradictedNegatives(campaign: desk.campaign)
                #expect(contradicted.map(\.detail) == ["\(BloodDesk.animal(0)) POS"])
            }
        }
    }

    @Test("PRO-191, PRO-217: herds without milk results, and those that came late", arguments: Engine.allCases)
    func milk(_ engine: Engine) async throws {
        try await MilkDesk.with(engine) { desk in
            _ = try await desk.send([MilkDesk.line(sampled: "2021-01-30", analysed: "2021-01-31")], today: "2021-02-28")
            try await desk.database.read { connection in
                let missing = try connection.plansWithoutResult(
                    campaign: desk.campaign, matrix: "milk", intervention: nil)
                #expect(missing.count == 3)
                let late = try connection.lateMilk(
                    department: "63", from: try #require(Day("2021-01-01")), until: try #require(Day("2021-12-31")))
                #expect(late.map(\.detail) == ["2021-01-31 2021-02-28"])
            }
        }
    }
}
