import ArgumentParser
import Kernel
import UseCases

/// `vigie document complete`: cattle that the veterinarian sampled in the place of some that were gone (PRO-150).
struct CompleteDocumentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "complete",
        abstract: "Ajoute au document validé les bovins que le vétérinaire y a inscrits à la place de bovins partis.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var campaign: CampaignOptions
    @Argument(help: "Numéro d'intervention.") var number: String
    @Option(name: .customLong("animal"), help: "Bovin prélevé ; à répéter.") var animals: [String]
    @Option(help: "Jour du prélèvement.") var on: Day

    func run() async throws {
        try await Failure.report {
            let numbers = try animals.map { text in
                do throws(NumberFault) {
                    return try AnimalNumber(parsing: text, country: "FR", fictitious: true)
                } catch {
                    throw Refused([Finding(error, .refused, ["value": text])])
                }
            }
            let useCase = CompleteDocument(
                campaign: campaign.selector, number: number, animals: numbers, sampledOn: on)
            let count = try await options.perform(useCase, for: campaign)
            print("\(count) bovins ajoutés au document \(number).")
        }
    }
}
