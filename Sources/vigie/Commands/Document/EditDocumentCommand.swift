import ArgumentParser
import Kernel
import Prophylaxis
import UseCases

/// How a document is edited: what `edit` and `reedit` share.
struct EditChoiceOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Date à laquelle on compte l'âge et la présence : today, visit (visite prévue) ou AAAA-MM-JJ.",
            valueName: "date"))
    var on = ReferenceChoice.today

    @Option(
        help: ArgumentHelp(
            "Bovins affichés : all, over-24 (plus de 24 mois), selected ; avec « ,unsampled », sans ceux déjà "
                + "prélevés.",
            valueName: "mode"))
    var display = DocumentDisplay(.all)

    @Option(help: "Graine du tirage au sort ; par défaut tirée du numéro d'intervention.") var seed: UInt64?
    @Flag(name: .customLong("validate"), help: "Valide aussitôt l'édition.") var isFinal = false

    func validate() throws {
        if let seed, seed > UInt64(Int64.max) { throw ValidationError("La graine va de 0 à 9223372036854775807.") }
    }

    var choice: EditChoice {
        var choice = EditChoice()
        choice.reference = on
        choice.display = display
        choice.seed = seed
        choice.validates = isFinal
        return choice
    }
}

struct EditDocumentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Édite des documents, à l'unité ou par lot.",
        discussion: """
            L'édition reste un projet tant qu'elle n'est pas validée : la liste peut changer à l'édition suivante et \
            aucune demande d'analyse ne part.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var selection: DocumentSelectionOptions
    @OptionGroup var edition: EditChoiceOptions

    func run() async throws {
        try await Failure.report {
            let useCase = EditDocuments(
                campaign: selection.campaign, filter: selection.filter, choice: edition.choice)
            let outcome = try await options.perform(useCase, for: selection.target)
            try EditionReport(outcome, verb: edition.isFinal ? "validés" : "édités (projets)").write(json: options.json)
        }
    }
}

struct ReeditDocumentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reedit",
        abstract: "Réédite des documents validés : rien n'est retiré, des bovins peuvent s'ajouter.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var selection: DocumentSelectionOptions
    @OptionGroup var edition: EditChoiceOptions
    @Option(name: .customLong("requested-by"), help: "Vétérinaire qui la demande (numéro d'ordre ou nom).")
    var requestedBy: String?
    @Option(help: "Trace de sa demande : « courriel du 12/01/2027 ».") var trace: String?

    func validate() throws {
        guard (requestedBy == nil) == (trace == nil) else {
            throw ValidationError("--requested-by et --trace vont ensemble : une demande laisse une trace.")
        }
    }

    func run() async throws {
        try await Failure.report {
            var choice = edition.choice
            choice.again = true
            if let requestedBy, let trace { choice.request = .init(veterinarian: requestedBy, trace: trace) }
            let useCase = EditDocuments(
                campaign: selection.campaign, filter: selection.filter, choice: choice)
            let outcome = try await options.perform(useCase, for: selection.target)
            let verb = edition.isFinal ? "réédités et validés" : "réédités (projets)"
            try EditionReport(outcome, verb: verb).write(json: options.json)
        }
    }
}

extension ReferenceChoice: ExpressibleByArgument {
    public init?(argument: String) {
        switch argument {
        case "today": self = .today
        case "visit": self = .plannedVisit
        default:
            guard let day = Day(argument) else { return nil }
            self = .date(day)
        }
    }

    public var defaultValueDescription: String { "today" }
}

extension DocumentDisplay: ExpressibleByArgument {}
