import Kernel
import Prophylaxis
import Store
import UseCases

/// What comes out of the printer.
extension DemoRun {
    private static let printedDocuments = 20
    private static let collectedReports = 10

    /// Some documents of all sizes, for looking at; a department prints all of them.
    mutating func printDocuments(_ facts: SeasonFacts) async throws {
        let numbers = Self.spread(facts.visits.map(\.intervention), Self.printedDocuments)
        guard !numbers.isEmpty else { return }
        let folder = folder.documents
        let useCase = PrintDocuments(
            campaign: campaign, filter: DocumentFilter(numbers: numbers), choice: PrintChoice()
        ) { file in
            try FileOutput.write(file.bytes, to: "\(folder)/\(file.name)")
        }
        let context = try await cast.context(.inspector, on: plan.documentsOn.adding(days: 1))
        try await table.step("Documents imprimés") {
            let outcome = try await useCase.perform(context)
            return ((), "\(outcome.files) PDF, \(grouped(outcome.labels)) étiquettes à code-barres")
        }
    }

    /// The first reports of each value, as they were issued and stored.
    mutating func collectReports() async throws {
        let (selector, folder) = (campaign, folder.documents + "/rapports")
        let chosen = try await database.read { connection in
            let campaign = try selector.find(in: connection)
            var counts: [ReportValue: Int] = [:]
            var files: [(name: String, bytes: [UInt8])] = []
            for row in try connection.interventions(of: campaign.id, .main) where files.count < Self.collectedReports {
                for report in try connection.reports(campaign: campaign.id, intervention: row.id) {
                    guard counts[report.value, default: 0] < 4 else { continue }
                    counts[report.value, default: 0] += 1
                    files.append(
                        ("\(report.number)-\(report.value.rawValue).pdf", try connection.blob(report.document).bytes))
                }
            }
            return files
        }
        for file in chosen { try FileOutput.write(file.bytes, to: "\(folder)/\(file.name)") }
    }

    /// So many of them, evenly spread.
    private static func spread(_ numbers: [String], _ count: Int) -> [String] {
        guard numbers.count > count else { return numbers }
        return (0..<count).map { numbers[$0 * numbers.count / count] }
    }
}
