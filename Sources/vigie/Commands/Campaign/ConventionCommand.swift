import ArgumentParser
import Kernel
import UseCases

/// `vigie campaign convention`
struct ConventionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convention",
        abstract: "Montre ou enregistre ce que dit la convention technique du département.")

    @OptionGroup var options: GlobalOptions
    @Option(help: "Département.")
    var department: String
    @Option(help: "Fichier TOML à enregistrer (réservé à la DD(CS)PP).")
    var set: String?
    @Option(help: "Référence ou motif de la version enregistrée.")
    var justification: String?

    func run() async throws {
        try await Failure.report {
            let convention: Convention?
            if let set {
                let useCase = SetConvention(
                    department: department, tree: try TOMLFile.read(set), justification: justification ?? "")
                convention = try await options.withContext(department: department) { try await useCase.perform($0) }
            } else {
                convention = try await options.withContext(department: department) {
                    try await ShowConvention(department: department).perform($0)
                }
            }
            guard let convention else { return print("Aucune convention enregistrée.") }
            try JSONOutput.print(convention)
        }
    }
}
