import ArgumentParser
import Kernel
import UseCases

/// `vigie campaign closing`: what remains before the closing.
struct ClosingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "closing", abstract: "Ce qui reste à traiter avant la clôture, et quand elle est possible.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var campaign: CampaignOptions
    @Option(help: "Fichier CSV à écrire ; sans lui, la sortie.") var output: String?

    func run() async throws {
        try await Failure.report {
            let outcome = try await options.perform(
                ClosingReadiness(selector: campaign.selector), for: campaign)
            let dates = outcome.deadlines
            StandardError.write(
                """
                Clôture possible à partir du \(dates.closingFrom.french), due au \(dates.closingUntil.french). \
                Reste à traiter : \(outcome.table.rows.count).\n
                """)
            FindingPrinter.print(outcome.findings)
            try TableOutput.write(outcome.table, asJSON: options.json, to: output)
        }
    }
}

/// `vigie campaign close`
struct CloseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: "Clôt la campagne : plus de calcul, d'évaluation ni de rapport.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var campaign: CampaignOptions
    @Option(name: .customLong("override"), help: "Motif de clore malgré des interventions non traitées.")
    var overrideReason: String?
    @Flag(help: "Clôture d'office par l'autorité nationale, après le 15 septembre.") var force = false

    func validate() throws {
        if force && overrideReason != nil { throw ValidationError("--force et --override s'excluent.") }
    }

    func run() async throws {
        try await Failure.report {
            let remaining =
                if force {
                    try await options.perform(ForceCloseCampaign(selector: campaign.selector), for: campaign)
                } else {
                    try await options.perform(
                        CloseCampaign(selector: campaign.selector, overrideReason: overrideReason), for: campaign)
                }
            print("Campagne close ; interventions non traitées : \(remaining).")
        }
    }
}
