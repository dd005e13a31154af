import ArgumentParser
import UseCases

/// `vigie worklist refer`: an error that only the authority can mend (PRO-119).
struct ReferCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refer",
        abstract: "Signale à l'autorité une erreur de convention, d'arrêté ou de dérogation, à traiter par elle.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var campaign: CampaignOptions
    @Argument(help: "Objet : \(ReferToAuthority.Subject.allCases.map(\.rawValue).joined(separator: ", ")).")
    var subject: ReferToAuthority.Subject
    @Option(help: "Ce qui ne va pas.") var text: String
    @Option(help: "Numéro d'intervention concerné.") var intervention: String?

    func run() async throws {
        try await Failure.report {
            let useCase = ReferToAuthority(
                campaign: campaign.selector, subject, text: text, intervention: intervention)
            try await options.perform(useCase, for: campaign)
            print("Signalé à l'autorité.")
        }
    }
}

extension ReferToAuthority.Subject: ExpressibleByArgument {}
