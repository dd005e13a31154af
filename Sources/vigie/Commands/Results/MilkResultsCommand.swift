import ArgumentParser
import Exchange
import Store
import UseCases

/// `vigie results milk`: a file of a dairy laboratory (INFOLABO).
struct MilkResultsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "milk", abstract: "Importe un fichier de résultats lait (INFOLABO).",
        discussion: """
            La clé est le laboratoire et le numéro de dossier : un dossier renvoyé remplace ses résultats. Une erreur de
            champ refuse le fichier entier, sauf --policy line ; ses lignes sont conservées.
            """)

    @OptionGroup var options: GlobalOptions
    @Argument(help: "Fichier.") var file: String
    @Option(help: "Code du laboratoire qui envoie.") var laboratory: String
    @Option(help: "Département.") var department: String
    @Option(help: "Profil du fichier (TOML, vigie-milk/1).") var profile: String?
    @Option(help: "Une erreur refuse la ligne (line) ou le fichier (file).") var policy: ResultRun.Policy?
    @Flag(help: "Accepte les numéros fictifs (département 99).") var fictitious = false

    func run() async throws {
        try await Failure.report {
            var settings = try MilkResultsCommand.settings(profile: profile)
            settings.policy = policy
            settings.fictitious = fictitious
            let useCase = ImportMilkResults(
                .file(file), laboratory: laboratory, department: department, settings)
            let outcome = try await options.withContext(department: department) { try await useCase.perform($0) }
            try ResultReport(outcome).print(asJSON: options.json)
        }
    }

    /// The options of an import with the profile of a file, which is refused when it cannot be read.
    static func settings(profile: String?) throws -> ImportMilkResults.Options {
        var settings = ImportMilkResults.Options()
        guard let profile else { return settings }
        let (read, findings) = MilkProfile.read(.file(profile))
        FindingPrinter.print(findings)
        guard let read else { throw ExitCode.refused }
        settings.profile = read
        return settings
    }
}

extension ResultRun.Policy: ExpressibleByArgument {}
