import ArgumentParser
import Kernel
import UseCases

/// `vigie campaign lists`
struct ListsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lists", abstract: "Sort une liste de la campagne en CSV.",
        discussion: CampaignListKind.allCases.map { "\($0.rawValue) : \($0.title)" }.joined(separator: "\n"))

    @OptionGroup var options: GlobalOptions
    @OptionGroup var campaign: CampaignOptions
    @Argument(help: "Quelle liste.")
    var kind: CampaignListKind
    @Option(help: "Mois, AAAA-MM (lait).")
    var month: String?
    @Option(help: "Dossier où écrire un fichier par destinataire ; sans lui, tout sur la sortie.")
    var output: String?
    @Flag(help: "Avec --output : aussi en PDF.")
    var pdf = false
    @Flag(help: "Garde trace de l'envoi à chaque destinataire.")
    var record = false

    func run() async throws {
        try await Failure.report {
            let useCase = ListCampaign(
                selector: campaign.selector, kind: kind, month: try monthDay(), isRecorded: record)
            let list = try await options.perform(useCase, for: campaign)
            guard let output else {
                var standardOutput = StandardOutput()
                standardOutput.write(line: Array(try list.csv().dropLast()))
                standardOutput.flush()
                return
            }
            for section in list.sections {
                let path = "\(output)/\(kind.rawValue)\(section.recipient.map { "-\($0)" } ?? "")"
                try FileOutput.write(try list.csv(section), to: path + ".csv")
                if pdf { try FileOutput.write(try list.pdf(section), to: path + ".pdf") }
            }
            print("\(list.title) : \(list.rowCount) lignes, \(list.sections.count) fichier(s) dans \(output).")
        }
    }

    private func monthDay() throws -> Day? {
        guard let month else { return nil }
        guard let day = Day(month + "-01") else { throw Refused(CampaignFinding.monthUnknown, ["month": month]) }
        return day
    }
}
