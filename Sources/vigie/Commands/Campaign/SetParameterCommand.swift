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
    @Flag(help: "Prend d'abord les règles communes à la région, telles qu'elles sont aujourd'hui.")
    var regional = false
    @Option(help: "Motif de l'urgence, pour changer une campagne en cours.")
    var emergency: String?

    func validate() throws {
        let ways = [parameter != nil && value != nil, parameters != nil].count { $0 }
        guard ways == 1 || (ways == 0 && regional && parameter == nil) else {
            throw ValidationError("Donnez un paramètre et sa valeur, un fichier avec --parameters, ou --regional.")
        }
    }

    func run() async throws {
        try await Failure.report {
            var useCase = SetParameters(selector: campaign.selector, changes: try changes(), emergency: emergency)
            useCase.takesRegional = regional
            let outcome = try await options.perform(useCase, for: campaign)
            print(
                "Campagne \(outcome.campaign.title) modifiée : \(CodeWords.state(outcome.campaign.state))."
            )
            FindingPrinter.print(outcome.findings)
        }
    }

    private func changes() throws -> ParameterChanges {
        if let parameters { return try ParameterChanges(tree: TOMLFile.read(parameters)) }
        guard let parameter else { return ParameterChanges() }
        return try ParameterChanges(name: parameter, text: value ?? "", justification: justification)
    }
}
