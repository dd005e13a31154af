import ArgumentParser
import UseCases

extension ShowCommand {
    /// `vigie show intervention`: one intervention, or all that carry the number.
    struct Intervention: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "intervention",
            abstract: "Une intervention : plans, documents, résultats, statuts motivés, rapports, suites, courriers.")

        @OptionGroup var options: GlobalOptions
        @Argument(help: "Numéro d'intervention ; espaces admis.") var number: [String]

        func run() async throws {
            try await Failure.report {
                let dossiers = try await options.withContext { context in
                    var dossiers: [Dossier] = []
                    for found in try await FindIntervention(number.joined()).all(context) {
                        dossiers.append(try await ShowIntervention(found).perform(context))
                    }
                    return dossiers
                }
                for dossier in dossiers { try DossierPrinter.print(dossier, json: options.json) }
            }
        }
    }
}
