import ArgumentParser
import Exchange
import Kernel
import UseCases

/// `vigie campaign report`: the balance of a campaign.
struct BalanceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Le bilan de la campagne, en Markdown, PDF ou CSV.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var campaign: CampaignOptions
    @Option(help: "Fichier à écrire : .md, .pdf ou .csv ; sans lui, le Markdown sur la sortie.") var output: String?
    @Option(help: "Fichier texte : points forts et difficultés, une remarque par ligne.") var remarks: String?

    func validate() throws {
        guard let output else { return }
        guard [".md", ".pdf", ".csv"].contains(where: output.hasSuffix) else {
            throw ValidationError("--output finit par .md, .pdf ou .csv.")
        }
    }

    func run() async throws {
        try await Failure.report {
            let balance = try await options.perform(
                CampaignBalance(selector: campaign.selector, remarks: try lines()), for: campaign)
            guard let output else {
                if options.json { return try JSONOutput.print(balance.table.objects) }
                return print(balance.markdown, terminator: "")
            }
            let bytes =
                if output.hasSuffix(".pdf") {
                    try balance.pdf()
                } else if output.hasSuffix(".csv") {
                    try balance.csv()
                } else {
                    Array(balance.markdown.utf8)
                }
            try FileOutput.write(bytes, to: output)
            print("\(balance.title) : \(output).")
        }
    }

    private func lines() throws -> [String] {
        guard let remarks else { return [] }
        do {
            let bytes = try ByteSource.file(remarks).readAll(limit: 1 << 20)
            return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
        } catch {
            throw Refused(error.findings)
        }
    }
}
