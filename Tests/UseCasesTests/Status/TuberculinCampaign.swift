import Exchange
import Kernel
import Prophylaxis
import Store
import TestSupport
import UseCases

/// A whole campaign of the beef herd 99000001/A with 60 cows, through the ordinary use cases: executed, its document
/// validated on 10 November, blood and tuberculin on the 16th, results as the laboratory's and the delegate's files.
struct TuberculinCampaign: Sendable {
    let desk: SetupDesk
    let number: String
    /// Numbers that the document asks for, by disease.
    let requested: [Disease: [String]]

    static let cows = 60

    static func run(_ engine: Engine, _ body: (TuberculinCampaign) async throws -> Void) async throws {
        try await SetupDesk.with(engine) { desk in
            try await desk.write { fixture, _ in
                for index in 1..<TuberculinCampaign.cows {
                    _ = try fixture.animal("FR99200\(10000 + index)", in: desk.ids.beef)
                }
            }
            try await desk.execute()
            let number = "202100000001"
            var choice = EditChoice()
            choice.validates = true
            try await desk.on("2020-11-10").perform(
                EditDocuments(campaign: desk.selector, filter: DocumentFilter(numbers: [number]), choice: choice))
            let requested = try await desk.read { connection in
                var requested: [Disease: [String]] = [:]
                try connection.rows(
                    "SELECT a.number, r.diseases FROM requested_animal r JOIN animal a ON a.id = r.animal_id ORDER BY 1"
                ) { row in
                    for disease in Disease.allCases where Int(row.int(1)) & disease.bit != 0 {
                        requested[disease, default: []].append(row.text(0))
                    }
                }
                return requested
            }
            try await body(TuberculinCampaign(desk: desk, number: number, requested: requested))
        }
    }

    /// The laboratory's file: every animal asked for is negative.
    func receiveBlood() async throws -> ResultImportOutcome {
        let requests = [Disease.brucellosis, .leukosis].flatMap { disease in
            (requested[disease] ?? []).map { animal in
                """
                <request intervention="\(number)"><sample number="S\(animal)" animal="\(animal)" \
                sampled-on="2020-11-16"><result disease="\(disease.rawValue)" method="EAT" matrix="blood" \
                interpretation="NEG" analysed-on="2020-11-20"/></sample></request>
                """
            }
        }
        let text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <analysis-report xmlns="urn:vigie:analysis-report:1" version="1">
            <envelope sender="LDA99" recipient="63" created-on="2020-11-21" reference="R1"/>
            \(requests.joined(separator: "\n"))
            </analysis-report>
            """
        return try await desk.on("2020-11-22").perform(
            ImportAnalysisReport(.text(text, name: "rai.xml"), department: Fixture.department, fictitious: true))
    }

    /// The delegate's two tables.
    /// - Parameters:
    ///   - counts: descriptors by the names of their columns, e.g. `ntidc`.
    ///   - animals: outcome and reason, of the first animals that the document asks for.
    func receiveTuberculin(
        _ method: String, _ counts: [String: Int], animals: [(outcome: String, reason: String)] = []
    ) async throws -> ResultImportOutcome {
        let said = [
            "intervention": number, "method": method, "injected-on": "2020-11-16", "read-on": "2020-11-19",
            "received-on": "2020-11-23", "subjective-reading": "yes", "model": "approved",
        ].merging(counts.mapValues(String.init)) { first, _ in first }
        let columns = TuberculinReportRow.table.columns.map(\.name)
        let report = columns.joined(separator: ";") + "\n" + columns.map { said[$0] ?? "" }.joined(separator: ";")
        let names = TuberculinAnimalRow.table.columns.map(\.name)
        let lines = zip(requested[.tuberculosis] ?? [], animals).map { animal, told in
            let said = [
                "intervention": number, "animal": animal, "outcome": told.outcome, "reason": told.reason,
            ]
            return names.map { said[$0] ?? "" }.joined(separator: ";")
        }
        let file = ([names.joined(separator: ";")] + lines).joined(separator: "\n")
        return try await desk.on("2020-11-23").perform(
            ImportTuberculinReports(
                .text(report + "\n", name: "reports.csv"), animals: .text(file + "\n", name: "animals.csv"),
                department: Fixture.department, fictitious: true))
    }

    /// Status, counts and proposal of tuberculosis: `SA 59/60 0 B tub-90-99`.
    func state(on day: String) async throws -> String? {
        _ = try await desk.on(day).perform(RecomputeStatus(selector: desk.selector, extent: .all))
        return try await desk.read { connection in
            try connection.first(
                """
                SELECT status, tested, requested, non_negative, proposal, COALESCE(proposal_comment, '-')
                FROM disease_state s JOIN intervention i ON i.campaign_id = s.campaign_id AND i.id = s.intervention_id
                WHERE s.disease = 'TUB' AND i.number = '202100000001'
                """
            ) { "\($0.text(0)) \($0.int(1))/\($0.int(2)) \($0.int(3)) \($0.text(4)) \($0.text(5))" }
        }
    }

    /// Accepts the proposals and issues the report; nil where it is not due yet.
    func report(on day: String) async throws -> ReportRow? {
        let desk = desk.on(day)
        try await desk.perform(AcceptProposals(campaign: desk.selector))
        try await desk.perform(IssueReports(campaign: desk.selector, interventions: [number]))
        return try await desk.read { try $0.report(number: "RI-63-202100000001") }
    }

    func worklist(_ kind: WorkListKind, on day: String) async throws -> [String] {
        try await desk.on(day).perform(ListWork(campaign: desk.selector, kind: kind)).objects
            .filter { $0["intervention"] == number }.map { $0["detail"] ?? "" }
    }
}
