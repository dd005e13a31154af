import ArgumentParser
import Exchange
import UseCases

/// `vigie campaign texts`: the reference library of a campaign.
struct TextsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "texts", abstract: "Les textes de référence de la campagne, et ceux qui manquent.",
        discussion: """
            --import remplace l'inventaire par un CSV : theme (generic, TUB, BRU, LEU), kind (directive, order, note,
            limited-letter), reference, title, dated, held (oui ou non). Les lettres à diffusion limitée ne sont
            lisibles que par l'autorité.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var campaign: CampaignOptions
    @Option(name: .customLong("import"), help: "CSV de l'inventaire.") var file: String?
    @Option(help: "Fichier CSV à écrire ; sans lui, la sortie.") var output: String?

    func run() async throws {
        try await Failure.report {
            if let file {
                let count = try await options.perform(
                    SetLibrary(selector: campaign.selector, source: .file(file)), for: campaign)
                return print("\(count) textes à l'inventaire.")
            }
            let outcome = try await options.perform(ShowLibrary(selector: campaign.selector), for: campaign)
            FindingPrinter.print(outcome.findings)
            try TableOutput.write(outcome.table, asJSON: options.json, to: output)
        }
    }
}
