import ArgumentParser
import Kernel
import Prophylaxis
import UseCases

/// `vigie campaign set`
struct SetParameterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Change un paramètre d'une campagne, ou plusieurs par un fichier TOML.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var campaign: CampaignOptions
    @Argument(help: "Nom du paramètre, comme dans « show ».")
    var parameter: String?
    @Argument(help: "Valeur ; « - » retire une entrée.")
    var value: String?
    @Option(help: "Pourquoi la valeur s'écarte de la valeur nationale.")
    var justification: String?
    @Option(help: "Fichier TOML de valeurs.")
    var parameters: String?
    @Option(help: "Motif de l'urgence, pour changer une campagne en cours.")
    var emergency: String?

    func validate() throws {
        guard (parameter != nil && value != nil) != (parameters != nil) else {
            throw ValidationError("Donnez un paramètre et sa valeur, ou un fichier avec --parameters.")
        }
    }

    func run() async throws {
        try await Failure.report {
            let useCase = SetParameters(selector: campaign.selector, changes: try changes(), emergency: emergency)
            let outcome = try await options.perform(useCase, for: campaign)
            print(
                "Campagne \(outcome.campaign.title) modifiée : \(CodeWords.state(outcome.campaign.state))."
            )
            FindingPrinter.print(outcome.findings)
        }
    }

    private func changes() throws -> ParameterChanges {
        if let parameters { return try ParameterChanges(tree: TOMLFile.read(parameters)) }
        return try ParameterChanges(name: parameter ?? "", text: value ?? "", justification: justification)
    }
}
