import ArgumentParser
import Kernel
import UseCases

/// `vigie campaign regional`: the rules of edition that the departments of a region share (PRO-141).
struct RegionalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "regional",
        abstract: "Montre ou enregistre les règles d'édition et de réédition communes à une région.",
        discussion: """
            Paramètres partagés : \(RegionalRules.entries.map(\.name).joined(separator: ", ")).
            Une campagne qui s'ouvre les prend, sauf valeur propre au département.
            """)

    @OptionGroup var options: GlobalOptions
    @Option(help: "Région (code INSEE).") var region: String
    @Option(help: "Fichier TOML des valeurs partagées ; il remplace les précédentes.") var set: String?
    @Option(help: "Décision régionale, montrée dans les campagnes.") var justification: String?

    func run() async throws {
        try await Failure.report {
            let rules: RegionalRules?
            if let set {
                let useCase = SetRegionalRules(
                    region: region, changes: try ParameterChanges(tree: TOMLFile.read(set)),
                    justification: justification ?? "")
                rules = try await options.withContext(department: nil) { try await useCase.perform($0) }
            } else {
                let useCase = ShowRegionalRules(region: region)
                rules = try await options.withContext(department: nil) { try await useCase.perform($0) }
            }
            guard let rules else { return print("La région \(region) ne partage aucune règle.") }
            if options.json { return try JSONOutput.print(rules) }
            print("Région \(rules.region) : \(rules.reason)")
            for entry in RegionalRules.entries {
                guard let value = rules.values[entry.name] else { continue }
                print("  \(entry.label) : \(ParameterWords.text(of: value, entry.format)) — \(entry.name)")
            }
        }
    }
}
