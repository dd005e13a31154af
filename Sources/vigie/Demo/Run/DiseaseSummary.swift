import Kernel
import Prophylaxis
import Store
import UseCases

/// The campaign's summary, disease by disease, from the counts of its balance.
extension DemoRun {
    func summarise() async throws {
        let selector = campaign
        summary = try await database.read { connection in
            let campaign = try selector.find(in: connection)
            return try connection.balance(of: BalanceScope(campaign, until: campaign.endsOn))
        }
        let reports = folder.documents + "/rapports"
        for file in try await chosenReports() { try FileOutput.write(file.bytes, to: "\(reports)/\(file.name)") }
    }

    var diseaseTable: String {
        let statuses = Status.allCases
        return TextTable(
            titles: ["Maladie", "Demandés", "Analysés", "Non négatifs"] + statuses.map(\.rawValue),
            rows: Disease.allCases.map { disease in
                [disease.frenchName]
                    + ["demandes", "testes", "non_negatifs"].map { number($0, disease.rawValue, "") }
                    + statuses.map { number("statuts", disease.rawValue, $0.rawValue) }
            }, firstNumber: 1
        ).text
    }

    var reportLine: String {
        ReportValue.allCases.map { "\($0.rawValue) \(number("rapports", "", $0.rawValue))" }.joined(separator: ", ")
    }

    private func number(_ section: String, _ disease: String, _ value: String) -> String {
        let counts = summary.filter { $0.section == section && $0.disease == disease && $0.value == value }
        return grouped(counts.reduce(0) { $0 + $1.count })
    }
}
