import ArgumentParser
import Kernel
import Store
import UseCases

/// Which campaign, and which of its interventions.
struct DocumentSelectionOptions: ParsableArguments {
    @OptionGroup var target: CampaignOptions
    @Argument(help: "Numéros d'intervention (12 chiffres).") var numbers: [String] = []
    @Option(name: .customLong("vet"), help: "Toutes celles d'un vétérinaire, par son numéro d'ordre.")
    var veterinarian: String?
    @Option(help: "Toutes celles d'une exploitation, par son numéro EDE.") var holding: String?
    @Option(help: "Celles dont la visite est prévue au plus tard ce jour (AAAA-MM-JJ).") var plannedUntil: Day?
    @Flag(help: "Toute la campagne.") var all = false

    func validate() throws {
        let isNarrowed = !numbers.isEmpty || veterinarian != nil || holding != nil || plannedUntil != nil
        guard all != isNarrowed else {
            throw ValidationError(
                "Dites quelles interventions : des numéros, --vet, --holding, --planned-until, ou --all seul.")
        }
    }

    var campaign: CampaignSelector { target.selector }
    var department: String { target.department }

    var filter: DocumentFilter {
        var filter = DocumentFilter(numbers: numbers)
        filter.veterinarian = veterinarian
        filter.holding = holding
        filter.plannedUntil = plannedUntil
        return filter
    }
}
