import ArgumentParser
import Kernel
import Prophylaxis
import Store
import UseCases

/// `vigie campaign show`: the whole set-up in words, each value with its source and whose it is (PRO-13, PRO-98).
struct ShowCampaignCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Montre le paramétrage complet d'une campagne, chaque valeur avec sa source.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var campaign: CampaignOptions

    func run() async throws {
        try await Failure.report {
            let view = try await options.perform(ShowCampaign(selector: campaign.selector), for: campaign)
            if options.json { return try JSONOutput.print(view) }
            print("Campagne \(view.title) : \(CodeWords.state(code: view.state)), \(view.interventions) interventions")
            if let validated = view.validated { print("Validée le \(validated.at) par \(validated.by)") }
            if let copied = view.copiedFrom {
                let open = view.criteriaToReview.map(\.rawValue).joined(separator: ", ")
                print("Copiée de \(copied) ; critères à relire : \(open.isEmpty ? "aucun" : open)")
            }
            print("\nÉchéances")
            for deadline in view.deadlines { print("  \(deadline.label) : \(deadline.value)") }
            for group in view.groups {
                print("\n\(group.title)")
                for line in group.lines { show(line) }
            }
        }
    }

    private func show(_ line: ShowCampaign.Line) {
        print("  \(line.label) : \(line.value)")
        print("      \(line.name) — \(line.source) — \(line.origin)")
    }
}
