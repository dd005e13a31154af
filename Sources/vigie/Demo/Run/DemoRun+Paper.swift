import Kernel
import Prophylaxis
import Store
import UseCases

/// What comes out of the printer.
extension DemoRun {
    private static let printedDocuments = 20
    private static let reportsOfEachValue = 4

    /// Some documents of all sizes, for looking at; a department prints all of them.
    func printDocuments(_ facts: SeasonFacts) async throws {
        let numbers = Self.spread(facts.visits.map(\.intervention), Self.printedDocuments)
        guard !numbers.isEmpty else { return }
        let folder = folder.documents + "/prelevements"
        let useCase = PrintDocuments(
            campaign: campaign, filter: DocumentFilter(numbers: numbers), choice: PrintChoice()
        ) { file in
            try FileOutput.write(file.bytes, to: "\(folder)/\(file.name)")
        }
        let context = try await cast.context(.inspector, on: plan.autumnOn.adding(days: 1))
        try await step("Documents imprimés", on: context.today) {
            let outcome = try await useCase.perform(context)
            return "\(outcome.files) PDF, \(grouped(outcome.labels)) étiquettes à code-barres"
        }
    }

    /// The first reports of each value, as they were issued and stored, and all that were replaced.
    func chosenReports() async throws -> [(name: String, bytes: [UInt8])] {
        let selector = campaign
        return try await database.read { connection in
            let campaign = try selector.find(in: connection)
            var counts: [ReportValue: Int] = [:]
            var files: [(name: String, bytes: [UInt8])] = []
            for row in try connection.interventions(of: campaign.id, .main) {
                let reports = try connection.reports(campaign: campaign.id, intervention: row.id)
                for report in reports
                where counts[report.value, default: 0] < Self.reportsOfEachValue || reports.count > 1 {
                    counts[report.value, default: 0] += 1
                    let name = "\(report.number)-v\(report.version)-\(report.value.rawValue).pdf"
                    files.append((name, try connection.blob(report.document).bytes))
                }
            }
            return files
        }
    }

    /// So many of them, evenly spread.
    static func spread(_ numbers: [String], _ count: Int) -> [String] {
        guard numbers.count > count else { return numbers }
        return (0..<count).map { numbers[$0 * numbers.count / count] }
    }
}
