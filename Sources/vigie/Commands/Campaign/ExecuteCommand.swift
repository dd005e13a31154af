import ArgumentParser
import Kernel
import UseCases

/// `vigie campaign validate`
struct ValidateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate", abstract: "Valide le paramétrage, si rien ne l'empêche.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var campaign: CampaignOptions

    func run() async throws {
        try await Failure.report {
            let items = try await options.perform(ValidateCampaign(selector: campaign.selector), for: campaign)
            FindingPrinter.print(items.map(\.finding))
            print("Paramétrage validé.")
        }
    }
}

/// `vigie campaign execute`
struct ExecuteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "execute", abstract: "Crée une intervention par atelier, avec ses plans d'analyse.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var campaign: CampaignOptions

    func run() async throws {
        try await Failure.report {
            let outcome = try await options.perform(ExecuteCampaign(selector: campaign.selector), for: campaign)
            print(
                (outcome.wasExecuted ? "Déjà exécutée, rien n'a changé : " : "Campagne exécutée : ")
                    + "\(outcome.interventions) interventions, plans : sang \(outcome.bloodPlans), "
                    + "lait \(outcome.milkPlans), tuberculination \(outcome.skinPlans) ; "
                    + "sans vétérinaire sanitaire : \(outcome.withoutVeterinarian).")
        }
    }
}
