import ArgumentParser
import Kernel
import Prophylaxis
import UseCases

/// `vigie campaign create`
struct CreateCampaignCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Ouvre une campagne, aux valeurs nationales ou copiée de la précédente.")

    enum Model: String, ExpressibleByArgument { case last }

    @OptionGroup var options: GlobalOptions
    @Option(help: "Département.")
    var department: String
    @Option(help: "Année de prophylaxie, celle de la fin de campagne.")
    var year: Int
    @Option(help: "Libellé court ; un autre que PB doit être prévu par la convention.")
    var name = CampaignSelector.nationalName
    @Option(help: "Fichier TOML de valeurs locales et de leurs justifications.")
    var parameters: String?
    @Option(help: "« last » : reprend les paramètres de la campagne précédente.")
    var copyFrom: Model?

    func run() async throws {
        try await Failure.report {
            let changes = try parameters.map { try ParameterChanges(tree: TOMLFile.read($0)) } ?? ParameterChanges()
            let useCase = CreateCampaign(
                selector: CampaignSelector(department: department, year: year, name: name), year: year,
                copiesLast: copyFrom == .last, changes: changes)
            let outcome = try await options.withContext(department: department) { try await useCase.perform($0) }
            print(
                "Campagne \(outcome.campaign.title) ouverte, du \(outcome.campaign.startsOn.french) au "
                    + "\(outcome.campaign.endsOn.french).")
            FindingPrinter.print(outcome.findings)
        }
    }
}
