import ArgumentParser
import Kernel
import Store
import UseCases

/// `vigie worklist`: what somebody has to look at.
struct WorkListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worklist", abstract: "Les listes de travail de la campagne.",
        subcommands: [Show.self, Close.self, ReferCommand.self], defaultSubcommand: Show.self)

    /// `vigie worklist [KIND]`
    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Une liste de travail ; sans nom, le compte de chacune.",
            discussion: WorkListKind.allCases.map { "\($0.rawValue) : \($0.title)" }.joined(separator: "\n"))

        @OptionGroup var options: GlobalOptions
        @OptionGroup var campaign: CampaignOptions
        @Argument(help: "Quelle liste.") var kind: WorkListKind?
        @Option(help: "Fichier CSV à écrire ; sans lui, la sortie.") var output: String?

        func run() async throws {
            try await Failure.report {
                let table =
                    if let kind {
                        try await options.perform(ListWork(campaign: campaign.selector, kind: kind), for: campaign)
                    } else {
                        try await options.perform(CountWork(campaign: campaign.selector), for: campaign)
                    }
                try TableOutput.write(table, asJSON: options.json, to: output)
            }
        }
    }

    /// `vigie worklist close ID --reason …`
    struct Close: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "close", abstract: "Clôt une alerte, avec son motif.")

        @OptionGroup var options: GlobalOptions
        @Option(help: "Département.") var department: String
        @Argument(help: "Numéro de l'alerte (colonne « alerte »).") var item: Int64
        @Option(help: "Motif.") var reason: String
        @Flag(help: "Sans suite, plutôt que traitée.") var dismiss = false

        func run() async throws {
            try await Failure.report {
                let useCase = CloseWorkItem(
                    department: department, item: item, reason: reason, isDismissed: dismiss)
                try await options.withContext(department: department) { try await useCase.perform($0) }
                print("Alerte \(item) close.")
            }
        }
    }
}

extension WorkListKind: ExpressibleByArgument {}
