import ArgumentParser
import Kernel
import Prophylaxis
import UseCases

/// `vigie campaign review`
struct ReviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review", abstract: "Déclare relus des critères d'une campagne copiée.",
        discussion: SetupCriterion.allCases.map { "\($0.rawValue) : \(CodeWords.criterion($0))" }.joined(
            separator: "\n"))

    @OptionGroup var options: GlobalOptions
    @OptionGroup var campaign: CampaignOptions
    @Argument(help: "Critères.")
    var criteria: [SetupCriterion]

    func run() async throws {
        try await Failure.report {
            let open = try await options.perform(
                ReviewCriteria(selector: campaign.selector, criteria: criteria), for: campaign)
            let rest = open.map { "\($0.rawValue) (\(CodeWords.criterion($0)))" }.joined(separator: ", ")
            print(open.isEmpty ? "Tous les critères sont relus." : "Restent à relire : \(rest).")
        }
    }
}
