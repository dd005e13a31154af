import ArgumentParser
import Store
import UseCases

/// `vigie results policy`: whether one fault refuses the whole file of a sender.
struct PolicyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy", abstract: "Montre ou fixe ce qu'une erreur refuse dans les fichiers d'un laboratoire.",
        discussion:
            "« line » : la ligne seule ; « file » : le fichier entier. Sans réglage : file (lait), line (sang).")

    @OptionGroup var options: GlobalOptions
    @Argument(help: "Code du laboratoire.") var sender: String
    @Argument(help: "line ou file ; sans lui, montre le réglage.") var policy: ResultRun.Policy?
    @Option(help: "Justification.") var justification: String?
    @Option(help: "Département.") var department: String

    func run() async throws {
        try await Failure.report {
            let useCase = ResultPolicy(
                of: sender, department: department, set: policy, justification: justification ?? "")
            let standing = try await options.withContext(department: department) { try await useCase.perform($0) }
            print("\(sender) : \(standing.map(\.rawValue) ?? "sans réglage").")
        }
    }
}
