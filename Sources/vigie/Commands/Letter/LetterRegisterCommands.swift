import ArgumentParser
import Documents
import Kernel
import Store
import UseCases

/// Which letters of a campaign.
struct LetterFilterOptions: ParsableArguments {
    @Option(help: "Nature de la lettre.") var kind: LetterKind?
    @Option(help: "Numéro de l'intervention.") var intervention: String?
    @Flag(help: "Seulement celles qui ne sont pas enregistrées comme envoyées.") var unsent = false

    func filter(_ numbers: [Int64] = []) -> LetterFilter {
        var filter = LetterFilter()
        filter.ids = numbers
        filter.kind = kind?.rawValue
        filter.intervention = intervention
        filter.isUnsent = unsent
        return filter
    }

    var isEmpty: Bool { kind == nil && intervention == nil && !unsent }
}

/// `vigie letter list`
struct ListLettersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Le registre chronologique des lettres, en CSV ou en JSON.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var campaign: CampaignOptions
    @OptionGroup var letters: LetterFilterOptions
    @Option(help: "Fichier CSV à écrire ; sans lui, la sortie.") var output: String?

    func run() async throws {
        try await Failure.report {
            let table = try await options.perform(
                ListLetters(campaign: campaign.selector, filter: letters.filter()), for: campaign)
            try TableOutput.write(table, asJSON: options.json, to: output)
        }
    }
}

/// `vigie letter print`
struct ReprintLettersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "print", abstract: "Ressort des lettres à l'identique, par leur numéro ou par lot.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var campaign: CampaignOptions
    @OptionGroup var letters: LetterFilterOptions
    @Argument(help: "Numéros des lettres.") var numbers: [Int64] = []
    @Option(help: "Dossier où écrire les fichiers.") var output: String

    func validate() throws {
        guard !numbers.isEmpty || !letters.isEmpty else {
            throw ValidationError("Donnez des numéros, ou --kind, --intervention, --unsent.")
        }
    }

    func run() async throws {
        try await Failure.report {
            let folder = output
            let useCase = ReprintLetters(campaign: campaign.selector, filter: letters.filter(numbers)) {
                try FileOutput.write($0.bytes, to: "\(folder)/\($0.name)")
            }
            let count = try await options.perform(useCase, for: campaign)
            print("\(count) lettre(s) : \(output)")
        }
    }
}

/// `vigie letter sent`
struct SentLettersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sent", abstract: "Enregistre l'envoi de lettres, par leur numéro ou par lot.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var campaign: CampaignOptions
    @OptionGroup var letters: LetterFilterOptions
    @Argument(help: "Numéros des lettres.") var numbers: [Int64] = []
    @Option(help: "Date d'envoi (AAAA-MM-JJ) ; par défaut aujourd'hui.") var on: Day?

    func validate() throws {
        guard !numbers.isEmpty || !letters.isEmpty else {
            throw ValidationError("Donnez des numéros, ou --kind, --intervention, --unsent.")
        }
    }

    func run() async throws {
        try await Failure.report {
            let day = try on ?? options.day(in: campaign.department)
            let outcome = try await options.perform(
                MarkLettersSent(campaign: campaign.selector, filter: letters.filter(numbers), on: day), for: campaign)
            print("\(outcome.sent) lettre(s) enregistrée(s) comme envoyée(s) le \(day.french).")
            FindingPrinter.printDigest(outcome.findings)
            if outcome.findings.contains(where: { $0.severity >= .refused }) { throw ExitCode.refused }
        }
    }
}
