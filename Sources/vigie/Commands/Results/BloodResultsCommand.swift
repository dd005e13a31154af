import ArgumentParser
import Exchange
import Store
import UseCases

/// `vigie results blood`: an analysis report of a laboratory (RAI).
struct BloodResultsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "blood", abstract: "Importe un rapport d'analyse (RAI, XML).")

    @OptionGroup var options: GlobalOptions
    @Argument(help: "Fichier.") var file: String
    @Option(help: "Département.") var department: String
    @Option(help: "Une erreur refuse la ligne (line) ou le fichier (file).") var policy: ResultRun.Policy?
    @Flag(help: "Accepte les numéros fictifs (département 99).") var fictitious = false

    func run() async throws {
        try await Failure.report {
            let useCase = ImportAnalysisReport(
                .file(file), department: department, fictitious: fictitious, policy: policy)
            let outcome = try await options.withContext(department: department) { try await useCase.perform($0) }
            try ResultReport(outcome).print(asJSON: options.json)
        }
    }
}
