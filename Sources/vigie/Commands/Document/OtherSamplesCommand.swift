import ArgumentParser
import Exchange
import UseCases

/// `vigie document other-samples`: animals sampled for IBR or another disease outside the campaign (PRO-128, PRO-130).
struct OtherSamplesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "other-samples",
        abstract: "Importe les bovins déjà prélevés pour une autre maladie (IBR) : animal;plan;sampled-on.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var campaign: CampaignOptions
    @Argument(help: "Fichier CSV.") var file: String
    @Flag(help: "Accepte les numéros fictifs (département 99).") var fictitious = false

    func run() async throws {
        try await Failure.report {
            let useCase = ImportOtherSamples(
                campaign: campaign.selector, source: .file(file), fictitious: fictitious)
            let outcome = try await options.perform(useCase, for: campaign)
            print("\(outcome.accepted) prélèvements pris en compte, \(outcome.refused) refusés.")
            FindingPrinter.printDigest(outcome.findings)
            if outcome.refused > 0 {
                StandardError.write(
                    "Lignes à corriger : « vigie results refused », puis « vigie results replay \(outcome.run) ».\n")
                throw ExitCode.refused
            }
        }
    }
}
