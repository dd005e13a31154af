import ArgumentParser
import Kernel
import UseCases

/// `vigie campaign check`: the check lists of 3.5, 4.5, 5.5 and 6.5.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Passe les listes de contrôle 3.5, 4.5, 5.5 et 6.5.",
        discussion: "Code de sortie 1 si une erreur empêche la validation.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var campaign: CampaignOptions
    @Option(help: "Seulement cette liste ; à répéter.")
    var step: [CheckStep] = []
    @Flag(help: "Nomme tous les ateliers et communes, pas seulement les premiers.")
    var all = false

    func run() async throws {
        try await Failure.report {
            let useCase = CheckCampaign(selector: campaign.selector, steps: step.isEmpty ? CheckStep.allCases : step)
            let items = try await options.perform(useCase, for: campaign)
            if options.json {
                try JSONOutput.print(items)
            } else {
                for item in items { show(item) }
                let blocking = items.filter(\.blocks).count
                print("\(items.count) remarque(s), dont \(blocking) à corriger avant la validation.")
            }
            if items.contains(where: \.blocks) { throw ExitCode.refused }
        }
    }

    private func show(_ item: CheckItem) {
        print("\(item.step.rawValue) \(item.requirement)  \(FindingPrinter.lines(of: item.finding))", terminator: "")
        if all, item.subjects.count > 1 { for subject in item.subjects { print("      \(subject)") } }
    }
}
