import ArgumentParser
import Prophylaxis
import UseCases

/// `vigie campaign recompute`: statuses and proposals, all of them or those that are due (PRO-222).
struct RecomputeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recompute", abstract: "Recalcule les statuts d'une campagne.",
        discussion: "Chaque nuit : --due, qui ne reprend que ce qui a pu changer.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var campaign: CampaignOptions
    @Flag(help: "Seulement ce qui a reçu des résultats ou change par la date.") var due = false

    func run() async throws {
        try await Failure.report {
            let useCase = RecomputeStatus(
                selector: campaign.selector, extent: due ? .due : .all, isOnDemand: !due)
            let outcome = try await options.perform(useCase, for: campaign)
            if outcome.isOver {
                print("Campagne close ou délai de calcul passé : rien n'est recalculé.")
                return
            }
            let counts = Status.allCases.map { "\($0.rawValue) \(outcome.byStatus[$0] ?? 0)" }
            print("\(outcome.interventions) interventions recalculées : \(counts.joined(separator: ", ")).")
        }
    }
}
