import ArgumentParser
import Kernel
import UseCases

/// `vigie campaign report`: the balance of a campaign.
struct BalanceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Le bilan de la campagne, en Markdown, PDF ou CSV.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var campaign: CampaignOptions
    @Option(help: "Fichier à écrire : .md, .pdf ou .csv ; sans lui, le Markdown sur la sortie.") var output: String?

    func validate() throws {
        guard let output else { return }
        guard [".md", ".pdf", ".csv"].contains(where: output.hasSuffix) else {
            throw ValidationError("--output finit par .md, .pdf ou .csv.")
        }
    }

    func run() async throws {
        try await Failure.report {
            let balance = try await options.perform(CampaignBalance(selector: campaign.selector), for: campaign)
            guard let output else {
                if options.json { return try JSONOutput.print(balance.table.objects) }
                return print(balance.markdown, terminator: "")
            }
            let bytes =
                if output.hasSuffix(".pdf") {
                    try balance.pdf()
                } else if output.hasSuffix(".csv") {
                    try balance.table.csv()
                } else {
                    Array(balance.markdown.utf8)
                }
            try FileOutput.write(bytes, to: output)
            print("\(balance.title) : \(output).")
        }
    }
}
