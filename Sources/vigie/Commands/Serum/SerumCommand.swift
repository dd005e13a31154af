import ArgumentParser
import Kernel
import Prophylaxis
import UseCases

/// `vigie serum`: what is asked of the laboratories' serum banks.
struct SerumCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serum", abstract: "Les demandes d'analyses sur sérothèque et leurs réponses.",
        discussion: "Ce qui est à demander, demandé, répondu ou impossible : « vigie worklist serum-bank ».",
        subcommands: [Request.self, Answer.self])

    struct Request: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "request", abstract: "Demande les compléments : liste PDF et CSV, et DAI, par laboratoire.")

        @OptionGroup var options: GlobalOptions
        @OptionGroup var campaign: CampaignOptions
        @Option(help: "Code d'un laboratoire.") var laboratory: String?
        @Flag(help: "Tous les laboratoires.") var all = false
        @Option(help: "Dossier où écrire les fichiers.") var output: String

        func validate() throws {
            guard (laboratory != nil) != all else { throw ValidationError("Dites --laboratory CODE, ou --all.") }
        }

        func run() async throws {
            try await Failure.report {
                let folder = output
                let useCase = RequestSerum(campaign: campaign.selector, laboratory: laboratory) {
                    try FileOutput.write($0.bytes, to: "\(folder)/\($0.name)")
                }
                let outcome = try await options.perform(useCase, for: campaign)
                print("\(outcome.asked) complément(s) demandé(s) à \(outcome.laboratories) laboratoire(s) : \(output)")
                FindingPrinter.printDigest(outcome.findings)
                if !outcome.findings.isEmpty { throw ExitCode.refused }
            }
        }
    }

    struct Answer: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "answer", abstract: "Enregistre la réponse d'un laboratoire.")

        @OptionGroup var options: GlobalOptions
        @OptionGroup var campaign: CampaignOptions
        @Argument(help: "Numéro de l'intervention.") var intervention: String
        @Option(help: "Maladie : BRU ou LEU.") var disease: Disease
        @Flag(help: "Les analyses sont faites, leurs résultats vont suivre.") var answered = false
        @Flag(help: "La sérothèque ne peut pas répondre.") var impossible = false
        @Option(help: "Précision ; la raison, quand c'est impossible.") var note: String?

        func validate() throws {
            guard answered != impossible else { throw ValidationError("Dites --answered ou --impossible.") }
        }

        func run() async throws {
            try await Failure.report {
                let useCase = AnswerSerum(
                    campaign: campaign.selector, intervention: intervention, disease: disease,
                    isImpossible: impossible, note: note)
                try await options.perform(useCase, for: campaign)
                print("Réponse enregistrée pour \(intervention) (\(disease.rawValue)).")
            }
        }
    }
}
