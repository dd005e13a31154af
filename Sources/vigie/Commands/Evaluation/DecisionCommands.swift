import ArgumentParser
import Kernel
import Prophylaxis
import UseCases

/// `vigie non-completion`: decisions of non-completion (DNR).
struct NonCompletionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "non-completion", abstract: "Les décisions de non réalisation (DNR).",
        subcommands: [Decide.self, Revoke.self])

    struct Decide: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "decide", abstract: "Décide qu'une intervention n'est pas réalisée, pour un motif valable.")

        @OptionGroup var options: GlobalOptions
        @OptionGroup var campaign: CampaignOptions
        @Argument(help: "Numéro de l'intervention.") var intervention: String
        @Option(help: "DECNR_AA, DECNR_PBE ou DECNR_EAF.") var code: NonCompletionCode
        @Option(help: "Précision.") var reason: String?

        func run() async throws {
            try await Failure.report {
                try await options.perform(
                    DecideNonCompletion(
                        campaign: campaign.selector, intervention: intervention, code: code, reason: reason),
                    for: campaign)
                print("Décision \(code.rawValue) prise pour \(intervention).")
            }
        }
    }

    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "revoke", abstract: "Revient sur une décision de non réalisation.")

        @OptionGroup var options: GlobalOptions
        @OptionGroup var campaign: CampaignOptions
        @Argument(help: "Numéro de l'intervention.") var intervention: String
        @Option(help: "Motif.") var reason: String

        func run() async throws {
            try await Failure.report {
                try await options.perform(
                    RevokeNonCompletion(campaign: campaign.selector, intervention: intervention, reason: reason),
                    for: campaign)
                print("Décision révoquée pour \(intervention).")
            }
        }
    }
}

/// `vigie retest`: brucellosis retests, ordered by the authority.
struct RetestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retest", abstract: "Les recontrôles de brucellose.", subcommands: [Order.self, Record.self])

    struct Order: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "order", abstract: "Ordonne un recontrôle, 15 à 60 jours après sa notification.")

        @OptionGroup var options: GlobalOptions
        @OptionGroup var campaign: CampaignOptions
        @Argument(help: "Numéro de l'intervention.") var intervention: String
        @Option(help: "Date de notification à l'éleveur.") var notifiedOn: Day
        @Option(help: "Date limite (par défaut la dernière possible).") var dueBy: Day?

        func run() async throws {
            try await Failure.report {
                let outcome = try await options.perform(
                    OrderRetest(
                        campaign: campaign.selector, intervention: intervention, notifiedOn: notifiedOn, dueBy: dueBy),
                    for: campaign)
                let second = outcome.retestNumber.map { " sous le numéro \($0)" } ?? " sur le lait"
                print("Recontrôle ordonné\(second), au plus tard le \(outcome.dueBy.french).")
            }
        }
    }

    struct Record: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "record", abstract: "Consigne une fin que les résultats ne disent pas.")

        @OptionGroup var options: GlobalOptions
        @OptionGroup var campaign: CampaignOptions
        @Argument(help: "Numéro de l'intervention.") var intervention: String
        @Argument(help: "negative-not-received ou not-done.") var ending: RecordRetest.Ending

        func run() async throws {
            try await Failure.report {
                try await options.perform(
                    RecordRetest(campaign: campaign.selector, intervention: intervention, ending: ending),
                    for: campaign)
                print("Recontrôle de \(intervention) : \(ending.rawValue).")
            }
        }
    }
}

extension NonCompletionCode: ExpressibleByArgument {}
extension RecordRetest.Ending: ExpressibleByArgument {}
