import ArgumentParser
import Kernel
import UseCases

struct ValidateDocumentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Valide les projets : fige les listes et émet les demandes d'analyse.",
        discussion: "Relancée après un arrêt, la commande achève ce qui manque et ne refait rien.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var selection: DocumentSelectionOptions
    @Option(help: "Fin de validité, si les deux mois d'usage ne conviennent pas (AAAA-MM-JJ).") var validUntil: Day?
    @Flag(help: "Refuse un document dont les données ont changé depuis son projet.") var onlyUnchanged = false

    func run() async throws {
        try await Failure.report {
            var choice = ValidateChoice()
            choice.validUntil = validUntil
            choice.onlyUnchanged = onlyUnchanged
            let useCase = ValidateDocuments(
                campaign: selection.campaign, filter: selection.filter, choice: choice)
            let outcome = try await options.perform(useCase, for: selection.target)
            try EditionReport(outcome, verb: "validés").write(json: options.json)
        }
    }
}
