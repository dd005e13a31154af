import ArgumentParser
import Kernel
import Prophylaxis
import Store
import UseCases

/// `vigie campaign list`
struct ListCampaignsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Liste les campagnes.")

    @OptionGroup var options: GlobalOptions
    @Option(help: "Seulement ce département.")
    var department: String?

    func run() async throws {
        try await Failure.report {
            let summaries = try await options.withContext(department: department) {
                try await ListCampaigns(department: department).perform($0)
            }
            if options.json { return try JSONOutput.print(summaries) }
            for summary in summaries {
                print(
                    "\(summary.name) \(summary.year)  département \(summary.department)  du \(summary.startsOn.french) "
                        + "au \(summary.endsOn.french)  \(CodeWords.state(code: summary.state))  "
                        + "\(summary.interventions) interventions")
            }
        }
    }
}
