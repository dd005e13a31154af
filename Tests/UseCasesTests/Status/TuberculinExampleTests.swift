import Kernel
import Prophylaxis
import Store
import TestSupport
import Testing
import UseCases

/// The worked examples of tuberculosis from the executed campaign to the signed report; the rules alone have their own
/// tests of them.
@Suite struct TuberculinExampleTests {
    static let rates: [(tested: Int, state: String, report: ReportValue)] = [
        (60, "SA 60/60 0 A -", .compliant),
        (59, "SA 59/60 0 B tub-90-99", .administrativeNonCompliance),
        (54, "SA 54/60 0 B tub-90-99", .administrativeNonCompliance),
    ]

    @Test(
        "EX-11, PRO-257: 60, 59 and 54 comparative tests of 60, all negative, to status, evaluation and report",
        arguments: Engine.allCases, rates)
    func rate(
        engine: Engine, example: (tested: Int, state: String, report: ReportValue)
    ) async throws {
        try await TuberculinCampaign.run(engine) { campaign in
            #expect(campaign.requested.mapValues(\.count) == [.brucellosis: 12, .leukosis: 12, .tuberculosis: 60])
            let untested = Array(repeating: (outcome: "untested", reason: "dangerous"), count: 60 - example.tested)
            let blood = try await campaign.receiveBlood()
            let skin = try await campaign.receiveTuberculin(
                "IDC", ["ntidc": example.tested, "nnidc": example.tested], animals: untested)
            #expect((blood.run.state, skin.run.state) == (.accepted, .accepted))
            #expect(try await campaign.state(on: "2020-12-01") == example.state)
            let report = try #require(try await campaign.report(on: "2020-12-01"))
            #expect((report.value, report.completedOn) == (example.report, day("2020-11-16")))
            let printed = try text(
                ofPDF: try await campaign.desk.read { try $0.blob(report.document).bytes })
            #expect(printed.contains("60 demandés, \(example.tested) testés, 0 non négatif"))
            // The column goes on below: « % ».
            #expect(printed.contains("Sous-réalisation TUB 90 à 99") == (example.tested < 60))
        }
    }

    @Test(
        "EX-11, PRO-256, PRO-258: 53 of 60 is AA and reminded, no report while it can be cured, then B",
        arguments: Engine.allCases)
    func underNinety(engine: Engine) async throws {
        try await TuberculinCampaign.run(engine) { campaign in
            _ = try await campaign.receiveBlood()
            let untested = Array(repeating: (outcome: "untested", reason: "dangerous"), count: 7)
            _ = try await campaign.receiveTuberculin("IDC", ["ntidc": 53, "nnidc": 53], animals: untested)
            #expect(try await campaign.state(on: "2021-02-14") == "AA 53/60 0 NE complete-sampling")
            #expect(try await campaign.worklist(.tuberculinUnder90, on: "2021-02-14") == ["53/60"])
            #expect(try await campaign.report(on: "2021-02-14") == nil)
            #expect(try await campaign.state(on: "2021-02-15") == "AA 53/60 0 B -")
            #expect(try await campaign.report(on: "2021-02-15")?.value == .administrativeNonCompliance)
            #expect(try await campaign.worklist(.tuberculinUnder90, on: "2021-02-15").isEmpty)
        }
    }

    static let descriptors: [Descriptors] = [
        Descriptors("IDS", ["nnidsn": 58], "SA 58/60 0 B tub-90-99", .administrativeNonCompliance),
        Descriptors(
            "IDC", ["ntidc": 60, "nnidc": 58, "napdidctub": 2], "AS 60/60 2 C -", .sanitaryNonCompliance,
            animals: ["small-doubtful", "small-doubtful"]),
        Descriptors(
            "IDS", ["ntids": 60, "nadids": 1], "AS 60/60 1 C -", .sanitaryNonCompliance, animals: ["doubtful"]),
    ]

    struct Descriptors: Sendable, CustomTestStringConvertible {
        let method: String
        let counts: [String: Int]
        let state: String
        let report: ReportValue
        let animals: [String]

        init(
            _ method: String, _ counts: [String: Int], _ state: String, _ report: ReportValue, animals: [String] = []
        ) {
            (self.method, self.counts, self.state, self.report, self.animals) = (method, counts, state, report, animals)
        }

        var testDescription: String { counts.keys.sorted().joined(separator: ", ") }
    }

    @Test(
        "EX-12, PRO-301, PRO-267, PRO-181: NNIDSN alone counts as tested; small doubtful and doubtful animals give C",
        arguments: Engine.allCases, descriptors)
    func filled(engine: Engine, example: Descriptors) async throws {
        try await TuberculinCampaign.run(engine) { campaign in
            _ = try await campaign.receiveBlood()
            let skin = try await campaign.receiveTuberculin(
                example.method, example.counts, animals: example.animals.map { ($0, "") })
            #expect(skin.run.state == .accepted)
            #expect(skin.counts["tuberculin-counts-inconsistent"] == nil)
            #expect(try await campaign.state(on: "2020-12-01") == example.state)
            let named = try await campaign.desk.read {
                try $0.all("SELECT number, outcome FROM tuberculin_animal ORDER BY number") { ($0.text(0), $0.text(1)) }
            }
            let asked = campaign.requested[.tuberculosis] ?? []
            #expect(named.map(\.0) == Array(asked.prefix(example.animals.count)))
            #expect(named.map(\.1) == example.animals)
            let alerts = try await campaign.desk.read {
                try $0.count("SELECT count(*) FROM work_item WHERE kind = 'alert-non-negative'")
            }
            #expect((alerts > 0) == !example.animals.isEmpty)
            let report = try await campaign.report(on: "2020-12-01")
            #expect(report?.value == example.report)
        }
    }
}
